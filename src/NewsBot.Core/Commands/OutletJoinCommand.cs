using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>outlet join: this channel follows from now on what the one with the code follows.</summary>
internal sealed class OutletJoinCommand(IOutlets outlets, ISubscriptions subscriptions) : ICommand
{
    private static readonly TextOption Code = new("code", new("what outlet new answered in the other channel"), 40) { IsRequired = true };

    private static readonly Phrase Unknown = new("This code is not good (any more). Type outlet new in the other channel for a fresh one; it works once, for ten minutes.");
    private static readonly Phrase Own = new("This code was made here; type it in the channel that is to join.");
    private static readonly Phrase Done = new("This channel now shares its subscription with {0}: {1}.");
    private static readonly Phrase Nothing = new("nothing is followed yet");

    public CommandSpec Spec { get; } = new("outlet join", Role.Moderator, new("Share the subscription of another channel"), Code);

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        if (await outlets.JoinAsync(call.Ask(Code).Trim().ToUpperInvariant(), call.Channel.Ref, stop) is not { } from) return Reply.Private(call.Say(Unknown));
        if (from == call.Channel.Ref) return Reply.Private(call.Say(Own));
        var channel = await subscriptions.FindAsync(call.Channel.Ref, stop);
        var follows = (channel.FollowsEverything ? new[] { call.Say(SubscribeCommand.EverythingName) } : []).Concat(channel.Follows).ToArray();
        return Reply.Of(call.Say(Done, from, follows.Length > 0 ? Ages.List(follows, call.Language) : call.Say(Nothing)));
    }
}
