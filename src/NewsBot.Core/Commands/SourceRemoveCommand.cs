using NewsBot.Core.Chat;
using NewsBot.Core.Sources;

namespace NewsBot.Core.Commands;

/// <summary>source remove: asks once; what the source brought stays in the archive.</summary>
internal sealed class SourceRemoveCommand(IWebSources sources, NamedSource named) : ICommand
{
    private static readonly ChoiceOption Sure = new("sure", new("yes, to remove it without asking"), "yes") { IsNamedOnly = true };

    private static readonly Phrase Question = new("Remove the source {0} ({1})? Its articles stay in the archive.");
    private static readonly Phrase Remove = new("Remove it");
    private static readonly Phrase Done = new("Removed the source {0}. To have it back: source add {1}");

    public CommandSpec Spec { get; } = new("source remove", Role.Moderator, new("Remove a source"), NamedSource.Key, Sure) { IsForEveryChannel = true };

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        var (source, complaint) = await named.FindAsync(call, "source remove", stop);
        if (source is null) return complaint!;
        if (!call.Has(Sure)) return Reply.Private(call.Say(Question, source.Key, source.Place), Button.Type(call.Say(Remove), $"source remove {source.Key} sure:yes"));
        await sources.RemoveAsync(source.Key, stop);
        return Reply.Of(call.Say(Done, source.Key, source.Place));
    }
}
