using NewsBot.Core.Chat;
using NewsBot.Core.Sources;

namespace NewsBot.Core.Commands;

/// <summary>reload: every source is read now; those on the web as soon as it is polite.</summary>
internal sealed class ReloadCommand(SourceStates states, IPolls polls) : ICommand
{
    private static readonly Phrase Done = new("Reading every source now, on the web none twice within five minutes; status shows how it went.");

    public CommandSpec Spec { get; } = new("reload", Role.Operator, new("Read every source now"));

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        states.Ask();
        await polls.HurryAsync(stop);
        return Reply.Private(call.Say(Done), Button.Type("status", "status"));
    }
}
