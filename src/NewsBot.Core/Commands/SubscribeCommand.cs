using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Topics;

namespace NewsBot.Core.Commands;

/// <summary>subscribe [topic|everything]: this channel follows; it gets the newest matching article as a sample, and no history.</summary>
internal sealed class SubscribeCommand(ISubscriptions subscriptions, TopicBook topics, IArchive archive, IOutbox outbox, DeliveryBell bell) : ICommand
{
    public const string Everything = "everything";

    private const int MostButtons = 10;

    private static readonly TopicOption Topic = new("topic", new("a topic, or everything")) { Suggestions = Suggestions.Follows };

    private static readonly Phrase Which = new("What should this channel follow?");
    private static readonly Phrase Done = new("This channel now follows {0}.");
    private static readonly Phrase Already = new("This channel follows {0} already.");
    internal static readonly Phrase EverythingName = new("everything");

    public CommandSpec Spec { get; } = new("subscribe", Role.Moderator, new("Have this channel follow a topic or everything"), Topic);

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        var all = await topics.AllAsync(stop);
        if (!call.Has(Topic)) return Offer(call, all);
        var key = call.Ask(Topic);
        var topic = all.FirstOrDefault(topic => topic.Key == key);
        if (key != Everything && topic is null) return await NoTopic.ReplyAsync(topics, key, near => $"subscribe {near}", call, stop);

        var name = topic?.Title ?? call.Say(EverythingName);
        var channel = call.Channel;
        if (topic is null ? channel.FollowsEverything : channel.Follows.Contains(key)) return Reply.Private(call.Say(Already, name));
        await subscriptions.SaveAsync(topic is null
            ? channel with { FollowsEverything = true }
            : channel with { Follows = channel.Follows.Append(key).Order(StringComparer.Ordinal).ToArray() }, stop);
        await SampleAsync(channel.Ref, topic?.Key, stop);
        return Reply.Of(call.Say(Done, name));
    }

    private async Task SampleAsync(ChannelRef channel, string? topic, CancellationToken stop)
    {
        if (await archive.LatestAsync(new(topic, Take: 1), stop) is [var newest] && await outbox.OweAsync(newest.Id, channel, DebtKind.Sample, stop)) bell.Ring();
    }

    private static Reply Offer(Call call, IReadOnlyList<Topic> all)
    {
        var open = all.Where(topic => !call.Channel.Follows.Contains(topic.Key)).Take(MostButtons).Select(topic => Button.Type(topic.Title, $"subscribe {topic.Key}"));
        var everything = call.Channel.FollowsEverything ? [] : new[] { Button.Type(call.Say(EverythingName), $"subscribe {Everything}") };
        return Reply.Private(call.Say(Which), [.. everything, .. open]);
    }
}
