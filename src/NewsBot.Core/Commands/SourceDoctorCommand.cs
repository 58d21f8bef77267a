using NewsBot.Core.Chat;
using NewsBot.Core.Sources;

namespace NewsBot.Core.Commands;

/// <summary>source doctor: reads a source now, and says what is odd about it. Nothing is kept or posted.</summary>
internal sealed class SourceDoctorCommand(ISourceFinder finder, NamedSource named) : ICommand
{
    private static readonly Phrase Sick = new("{0} ({1}) cannot be read: {2}");

    public CommandSpec Spec { get; } = new("source doctor", Role.Moderator, new("Examine a source"), NamedSource.Key) { IsForEveryChannel = true };

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        var (source, complaint) = await named.FindAsync(call, "source doctor", stop);
        if (source is null) return complaint!;
        return await finder.ExamineAsync(source, stop) switch
        {
            FindOutcome.Source found => new([SourceWords.Preview(found.Preview, call.Channel.Settings)], IsPrivate: true),
            FindOutcome.Nothing nothing => Reply.Private(call.Say(Sick, source.Key, source.Place, RemarkWords.Say(nothing.Why, call.Language))),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
