using NewsBot.Core.Chat;
using NewsBot.Core.Sources;

namespace NewsBot.Core.Commands;

/// <summary>source pause: it is asked no more until it is resumed; its articles and who follows them stay.</summary>
internal sealed class SourcePauseCommand(IWebSources sources, NamedSource named, TimeProvider clock) : ICommand
{
    private static readonly Phrase Done = new("{0} is not asked any more, until you resume it.");
    private static readonly Phrase Already = new("{0} is paused already.");
    private static readonly Phrase Resume = new("Resume");

    public CommandSpec Spec { get; } = new("source pause", Role.Moderator, new("Stop asking a source for a while"), NamedSource.Key) { IsForEveryChannel = true };

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        var (source, complaint) = await named.FindAsync(call, "source pause", stop);
        if (source is null) return complaint!;
        var resume = Button.Type(call.Say(Resume), $"source resume {source.Key}");
        if (source.PausedAt is not null) return Reply.Private(call.Say(Already, source.Key), resume);
        await sources.SaveAsync(source with { PausedAt = clock.GetUtcNow(), PausedWhy = null }, stop);
        return Reply.Of(new Card { Body = call.Say(Done, source.Key), Buttons = [resume] });
    }
}
