using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Topics;

namespace NewsBot.Core.Notices;

/// <summary>Topics that are followed and to which no article has belonged for a month: most likely their rule is wrong.</summary>
internal sealed class SilentTopics(TopicBook topics, IArchive archive, Spells spells, TimeProvider clock) : INoticeCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromDays(30);

    private static readonly Phrase Silent = new("No article has matched the topic {0} since {1:d MMM yyyy}. Its rule may look for the wrong words.");
    private static readonly Phrase Try = new("Try its rule");

    public async Task<IReadOnlyList<Notice>> LookAsync(IReadOnlyList<Channel> channels, CancellationToken stop)
    {
        var followers = channels.SelectMany(channel => channel.Follows.Select(topic => (topic, channel.Ref))).ToLookup(follow => follow.topic, follow => follow.Ref);
        var silent = new List<Notice>();
        foreach (var topic in await topics.AllAsync(stop))
        {
            // A topic that was not there or not followed had nothing to match for anybody.
            var followed = await spells.SinceAsync($"followed {topic.Key}", followers.Contains(topic.Key), stop);
            if (followed is { } since && await SilentSinceAsync(topic.Key, since, stop) is { } start) silent.Add(NoticeOf(topic, start, [.. followers[topic.Key]]));
        }
        return silent;
    }

    private async Task<DateTimeOffset?> SilentSinceAsync(string topic, DateTimeOffset followed, CancellationToken stop)
    {
        var since = await archive.LatestAsync(new(topic, Take: 1), stop) is [var newest] && newest.Published > followed ? newest.Published : followed;
        return clock.GetUtcNow() - since >= Patience ? since : null;
    }

    private static Notice NoticeOf(Topic topic, DateTimeOffset since, ChannelRef[] followers) => new(
        $"topic:{topic.Key}:{since.ToUnixTimeSeconds()}",
        followers,
        language => new() { Body = Silent.In(language, topic.Title, since.UtcDateTime), Buttons = [Button.Type(Try.In(language), $"topic test {topic.Key}")] });
}
