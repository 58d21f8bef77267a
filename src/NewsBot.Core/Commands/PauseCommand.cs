using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>pause: nothing is posted here until resume; what is owed waits.</summary>
internal sealed class PauseCommand(ISubscriptions subscriptions, TimeProvider clock) : ICommand
{
    private static readonly Phrase Done = new("Paused: nothing is posted here until you type resume. New articles wait.");
    private static readonly Phrase Already = new("This channel is paused already. Type resume to go on.");
    private static readonly Phrase Resume = new("Resume");

    public CommandSpec Spec { get; } = new("pause", Role.Moderator, new("Stop posting here for a while"));

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        if (call.Channel.PausedAt is not null) return Reply.Private(call.Say(Already), Button.Type(call.Say(Resume), "resume"));
        await subscriptions.SaveAsync(call.Channel with { PausedAt = clock.GetUtcNow(), PausedWhy = null }, stop);
        return Reply.Of(new Card { Body = call.Say(Done), Buttons = [Button.Type(call.Say(Resume), "resume")] });
    }
}
