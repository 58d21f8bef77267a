using NewsBot.Sources.Polling;
using NewsBot.Sources.Web;
using FeedRhythm = NewsBot.Sources.Feeds.Reading.FeedRhythm;

namespace NewsBot.Sources.Push;

/// <summary>Looks on as feeds are polled, for hubs that they name and for news that were not pushed.</summary>
internal sealed class PushWitness(Pushes pushes) : IPollWitness
{
    public Task<TimeSpan?> SawAsync(Sight sight, CancellationToken stop) => pushes.AfterPollAsync(
        sight.Source.Key,
        sight is { Result: FetchResult.Fetched fetched, Outcome.Feed: { } feed } ? Hint(fetched, feed.Feed.Rhythm) : null,
        sight.Outcome.Taken is { IsFirst: false, Report.New: > 0 },
        stop);

    private static HubHint Hint(FetchResult.Fetched fetched, FeedRhythm rhythm) => HubHint.Of(
        fetched.Address,
        LinkHeaders.Targets(fetched.Links, "self").FirstOrDefault() ?? rhythm.Self,
        LinkHeaders.Targets(fetched.Links, "hub").Concat(rhythm.Hubs));
}
