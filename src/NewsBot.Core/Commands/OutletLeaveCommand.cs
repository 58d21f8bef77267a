using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>outlet leave: this channel goes on following what it follows, on its own.</summary>
internal sealed class OutletLeaveCommand(IOutlets outlets) : ICommand
{
    private static readonly Phrase Done = new("This channel is on its own again and keeps what it follows.", "Цей канал знову сам по собі й читає далі те, що читав.");
    private static readonly Phrase None = new("This channel shares its subscription with none.", "Цей канал ні з ким не ділить підписки.");

    public CommandSpec Spec { get; } = new("outlet leave", Role.Moderator, new("Stop sharing this channel's subscription", "Більше не ділити підписки цього каналу"));

    public async Task<Reply> RunAsync(Call call, CancellationToken stop) =>
        await outlets.LeaveAsync(call.Channel.Ref, stop) ? Reply.Of(call.Say(Done)) : Reply.Private(call.Say(None));
}
