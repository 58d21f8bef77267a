using NewsBot.Core.Chat;
using NewsBot.Core.Sources;

namespace NewsBot.Core.Commands;

/// <summary>source resume: it is asked again, at once.</summary>
internal sealed class SourceResumeCommand(IWebSources sources, NamedSource named) : ICommand
{
    private static readonly Phrase Done = new("{0} is asked again now.");
    private static readonly Phrase Running = new("{0} is not paused.");

    public CommandSpec Spec { get; } = new("source resume", Role.Moderator, new("Ask a paused source again"), NamedSource.Key) { IsForEveryChannel = true };

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        var (source, complaint) = await named.FindAsync(call, "source resume", stop);
        if (source is null) return complaint!;
        if (source.PausedAt is null) return Reply.Private(call.Say(Running, source.Key));
        await sources.SaveAsync(source with { PausedAt = null, PausedWhy = null }, stop);
        return Reply.Of(call.Say(Done, source.Key));
    }
}
