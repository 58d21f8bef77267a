using NewsBot.Core.Chat;
using NewsBot.Core.Sources;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Notices;

/// <summary>Sources that could not be read for a day: folders by our own count, feeds and pages by the store's.</summary>
internal sealed class FailingSources(IEnumerable<IArticleSource> folders, IEnumerable<IWebSources> web, SourceStates states, Spells spells, TimeProvider clock) : INoticeCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    private static readonly Phrase Failing = new("The source {0} could not be read since {1:d MMM, HH:mm} UTC: {2}");
    private static readonly Phrase Look = new("What is wrong?");

    public async Task<IReadOnlyList<Notice>> LookAsync(IReadOnlyList<Channel> channels, CancellationToken stop)
    {
        var failing = new List<Notice>();
        foreach (var folder in folders)
        {
            // Not looked at yet since the start: it may fail as it did before.
            if (states.Find(folder.Key) is not { } state) continue;
            if (await spells.SinceAsync($"failing {folder.Key}", state.Failure is not null, stop) is { } since && IsLong(since)) failing.Add(NoticeOf(folder.Key, since, state.Failure!, null, "source list"));
        }
        foreach (var sources in web)
        {
            foreach (var state in await sources.AllAsync(stop))
                if (state is { Source: { PausedAt: null } source, Trouble: { } why, TroubleSince: { } since } && IsLong(since)) failing.Add(NoticeOf(source.Key, since, why, source.AddedIn, $"source doctor {source.Key}"));
        }
        return failing;
    }

    private bool IsLong(DateTimeOffset since) => clock.GetUtcNow() - since >= Patience;

    private static Notice NoticeOf(string key, DateTimeOffset since, string why, ChannelRef? addedIn, string line) => new(
        $"source:{key}:{since.ToUnixTimeSeconds()}",
        addedIn is { } channel ? [channel] : [],
        language => new() { Body = Failing.In(language, key, since.UtcDateTime, TroubleWords.Say(why, language)), Buttons = [Button.Type(Look.In(language), line)] });
}
