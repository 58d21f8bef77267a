using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Topics;

namespace NewsBot.Core.Commands;

/// <summary>unsubscribe [topic|everything]: this channel stops following.</summary>
internal sealed class UnsubscribeCommand(ISubscriptions subscriptions, TopicBook topics) : ICommand
{
    private const int MostButtons = 10;

    private static readonly TopicOption Topic = new("topic", new("a topic, or everything")) { Suggestions = Suggestions.Follows };

    private static readonly Phrase Which = new("What should this channel stop following?");
    private static readonly Phrase Nothing = new("This channel follows nothing.");
    private static readonly Phrase Done = new("This channel no longer follows {0}.");
    private static readonly Phrase NotFollowed = new("This channel does not follow {0}.");

    public CommandSpec Spec { get; } = new("unsubscribe", Role.Moderator, new("Have this channel stop following"), Topic);

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        var channel = call.Channel;
        if (!channel.FollowsEverything && channel.Follows.Count == 0) return Reply.Private(call.Say(Nothing));
        if (!call.Has(Topic)) return await OfferAsync(call, stop);
        var key = call.Ask(Topic);
        var isEverything = key == SubscribeCommand.Everything;
        var name = isEverything ? call.Say(SubscribeCommand.EverythingName) : (await topics.FindAsync(key, stop))?.Title ?? key;
        if (isEverything ? !channel.FollowsEverything : !channel.Follows.Contains(key)) return Reply.Private(call.Say(NotFollowed, name));
        await subscriptions.SaveAsync(isEverything
            ? channel with { FollowsEverything = false }
            : channel with { Follows = channel.Follows.Where(followed => followed != key).ToArray() }, stop);
        return Reply.Of(call.Say(Done, name));
    }

    private async Task<Reply> OfferAsync(Call call, CancellationToken stop)
    {
        var all = await topics.AllAsync(stop);
        var everything = call.Channel.FollowsEverything ? new[] { Button.Type(call.Say(SubscribeCommand.EverythingName), $"unsubscribe {SubscribeCommand.Everything}") } : [];
        var followed = call.Channel.Follows.Take(MostButtons).Select(key => Button.Type(all.FirstOrDefault(topic => topic.Key == key)?.Title ?? key, $"unsubscribe {key}"));
        return Reply.Private(call.Say(Which), [.. everything, .. followed]);
    }
}
