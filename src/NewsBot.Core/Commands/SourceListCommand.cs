using NewsBot.Core.Chat;
using NewsBot.Core.Sources;

namespace NewsBot.Core.Commands;

/// <summary>source list: where articles come from.</summary>
internal sealed class SourceListCommand(IEnumerable<IArticleSource> sources, SourceStates states, TimeProvider clock) : ICommand
{
    private static readonly Phrase Title = new("Sources", "Джерела");

    public CommandSpec Spec { get; } = new("source list", Role.Operator, new("Where articles come from", "Звідки беруться статті"));

    public Task<Reply> RunAsync(Call call, CancellationToken stop) => Task.FromResult(new Reply(
        [new Card { Title = call.Say(Title), Body = SourceLines.Of(sources, states, clock, call.Language), Buttons = [Button.Type("reload", "reload")] }],
        IsPrivate: true));
}
