using Humanizer;
using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>resume: posts go on, what waited first.</summary>
internal sealed class ResumeCommand(ISubscriptions subscriptions, IOutbox outbox, DeliveryBell bell) : ICommand
{
    private static readonly TextOption Whose = new("whose", new("another channel, as a notice names it"), 100);

    private static readonly Phrase NotYours = new("{0} is not told about here, so it cannot be resumed from here.");
    private static readonly Phrase Done = new("Going on. Nothing waited.");
    private static readonly Phrase DoneWith = new("Going on. {0} {0:post|posts} waited and {0:comes|come} now.");
    private static readonly Phrase NotPaused = new("This channel is not paused.");

    public CommandSpec Spec { get; } = new("resume", Role.Moderator, new("Go on posting here"), Whose);

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        if (await ChannelAsync(call, stop) is not { } channel) return Reply.Private(call.Say(NotYours, CardFitter.Cut(call.Ask(Whose), 60)));
        if (channel.PausedAt is null) return Reply.Private(call.Say(NotPaused));
        await subscriptions.SaveAsync(channel with { PausedAt = null, PausedWhy = null }, stop);
        bell.Ring();
        var waiting = await outbox.OwedAsync(channel.Ref, stop);
        return Reply.Of(waiting == 0 ? call.Say(Done) : call.Say(DoneWith, waiting));
    }

    // Whose moderators chose to hear of it here, they let those who are here mend it.
    private async Task<Channel?> ChannelAsync(Call call, CancellationToken stop)
    {
        if (!call.Has(Whose)) return call.Channel;
        if (!call.Ask(Whose).Contains(':', StringComparison.Ordinal)) return null;
        var channel = await subscriptions.FindAsync(ChannelRef.Parse(call.Ask(Whose)), stop);
        return call.Caller.IsNewsroom || call.Caller.Role is Role.Operator || channel.Settings.Notices == call.Channel.Ref.ToString() ? channel : null;
    }
}
