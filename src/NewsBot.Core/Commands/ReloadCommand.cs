using NewsBot.Core.Chat;
using NewsBot.Core.Sources;

namespace NewsBot.Core.Commands;

/// <summary>reload: every source is read now.</summary>
internal sealed class ReloadCommand(SourceStates states) : ICommand
{
    private static readonly Phrase Done = new("Reading every source now; status shows how it went.", "Читаю всі джерела; status покаже, як вийшло.");

    public CommandSpec Spec { get; } = new("reload", Role.Operator, new("Read every source now", "Прочитати всі джерела зараз"));

    public Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        states.Ask();
        return Task.FromResult(Reply.Private(call.Say(Done), Button.Type("status", "status")));
    }
}
