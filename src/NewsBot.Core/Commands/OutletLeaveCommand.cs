using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>outlet leave: this channel goes on following what it follows, on its own.</summary>
internal sealed class OutletLeaveCommand(IOutlets outlets) : ICommand
{
    private static readonly Phrase Done = new("This channel is on its own again and keeps what it follows.");
    private static readonly Phrase None = new("This channel shares its subscription with none.");

    public CommandSpec Spec { get; } = new("outlet leave", Role.Moderator, new("Stop sharing this channel's subscription"));

    public async Task<Reply> RunAsync(Call call, CancellationToken stop) =>
        await outlets.LeaveAsync(call.Channel.Ref, stop) ? Reply.Of(call.Say(Done)) : Reply.Private(call.Say(None));
}
