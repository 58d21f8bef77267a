using Microsoft.Extensions.Options;
using NewsBot.Core.Articles;
using NewsBot.Core.Sources;
using NewsBot.Sources.Completing;
using NewsBot.Sources.Feeds.Articles;
using NewsBot.Sources.Feeds.Reading;
using NewsBot.Sources.Text;

namespace NewsBot.Sources.Polling;

/// <summary>Takes in what stands in a feed: knows again what was seen, stores what is new or changed, and owes what is news.</summary>
internal sealed class Intake(Harvest harvest, IHarvestStore store, Removals removals, ILanguageGuesser languages, FeedCompleter completer, IOptions<SourcesOptions> options, TimeProvider clock)
{
    private readonly FeedArticles _articles = new(languages);

    /// <summary>The articles are stored when this returns; the memory is not, and is to be kept after them.</summary>
    /// <param name="memory">As it was kept; null before the first reading, which posts nothing.</param>
    /// <param name="host">Who answered.</param>
    /// <param name="isWhole">False for a push, which brings only what is new.</param>
    public async Task<Taken> TakeAsync(WebSource source, FeedDocument feed, SourceMemory? memory, string host, bool isWhole, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var reading = Reading.Of(source, feed, memory, host, now);
        var gone = Removals.Of(source, feed, reading);
        var there = reading.Entries.Where(entry => entry.Marks.Guid is not { } guid || !gone.Contains(guid)).ToArray();
        foreach (var entry in there.Where(entry => entry.Known is null || entry.IsChanged)) Read(entry, source, feed, now);
        await MarkOthersAsync(source, there, stop);
        var later = await CompleteAsync(source, there, isWhole, stop);
        var entries = there.Where(entry => entry.Known is not null || entry.Article is not null).ToArray();
        var news = News(entries, reading, memory, now);
        var report = await StoreAsync(source, entries.Where(entry => !news.Contains(entry)), isOwed: false, stop, entry => WhyNot(entry, reading, memory, now));
        report += await StoreAsync(source, news, isOwed: true, stop);
        if (later.Count > 0) report += await harvest.StoreAsync(source.Key, later, isOwed: false, stop);
        await removals.CarryOutAsync(source, gone, memory, stop);
        return new(reading.Remember(entries, memory, gone, isWhole, now), report, IsFirst: memory is null);
    }

    private void Read(ReadEntry entry, WebSource source, FeedDocument feed, DateTimeOffset now)
    {
        var head = feed.Feed with { Language = feed.Feed.Language ?? source.Settings.Language };
        if (_articles.Content(entry.Entry, head, now) is not { } content) return;
        if (entry.Known is { } known)
        {
            // What has no date keeps the one that stood in for it.
            entry.Article = new(known.Article, With(source.Settings, content.PublishedIsGuess ? content with { Published = known.Published } : content)) { Id = new(known.Article) };
            return;
        }
        entry.Article = new(entry.Identity, With(source.Settings, content));
    }

    private async Task MarkOthersAsync(WebSource source, IReadOnlyList<ReadEntry> entries, CancellationToken stop)
    {
        var unknown = entries.Where(entry => entry is { Known: null, Article: not null }).ToArray();
        var told = await store.SourcesAsync([.. unknown.Select(entry => entry.Article!.Id)], stop);
        foreach (var entry in unknown) entry.IsOthers = told.TryGetValue(entry.Article!.Id.Value, out var teller) && teller != source.Key;
    }

    /// <returns>Articles of earlier polls that could be completed only now.</returns>
    private async Task<IReadOnlyList<Found>> CompleteAsync(WebSource source, IReadOnlyList<ReadEntry> entries, bool isWhole, CancellationToken stop)
    {
        var read = entries.Where(entry => entry is { Article: not null, IsOthers: false }).ToArray();
        // A hub waits for its answer.
        var completed = await completer.CompleteAsync(source, [.. read.Select(entry => ItemOf(source, entry.Article!))], isWhole ? FeedCompleter.ForPoll : FeedCompleter.ForPush, stop);
        for (var i = 0; i < read.Length; i++) read[i].Article = completed[i].Article;
        return [.. completed.Skip(read.Length)];
    }

    private static Found.Item ItemOf(WebSource source, FoundArticle article, Unposted? unposted = null) => new(article.Content.Link ?? source.Place, null, article) { Unposted = unposted };

    // For those who ask later; an article that was known is not news either, and needs no reason.
    private Unposted WhyNot(ReadEntry entry, Reading reading, SourceMemory? memory, DateTimeOffset now) =>
        memory is null ? Unposted.FirstReading
        : reading.MovedUp.Contains(entry.At) ? Unposted.MovedUp
        : Newness.IsNews(entry.Marks, memory, options.Value.Freshness, now) ? Unposted.TooMany
        : Unposted.TooOld;

    private static ArticleContent With(WebSourceSettings settings, ArticleContent content) => content with
    {
        Topics = [.. content.Topics.Union(settings.Topics ?? [])],
        Image = settings.ShowsImages ? content.Image : null,
        ImageDescription = settings.ShowsImages ? content.ImageDescription : null,
    };

    // However many they are, all are owed: a channel that would be flooded gets a round-up of them, which is decided where posts are.
    private HashSet<ReadEntry> News(ReadEntry[] entries, Reading reading, SourceMemory? memory, DateTimeOffset now)
    {
        if (memory is null) return [];
        return [.. entries.Where(entry => entry is { Known: null, IsOthers: false } && !reading.MovedUp.Contains(entry.At) && Newness.IsNews(entry.Marks, memory, options.Value.Freshness, now))];
    }

    private async Task<StoreReport> StoreAsync(WebSource source, IEnumerable<ReadEntry> entries, bool isOwed, CancellationToken stop, Func<ReadEntry, Unposted>? why = null)
    {
        var found = entries.Where(entry => entry is { Article: not null, IsOthers: false })
            .Select(Found (entry) => ItemOf(source, entry.Article!, why?.Invoke(entry))).ToArray();
        return found.Length == 0 ? StoreReport.Nothing : await harvest.StoreAsync(source.Key, found, isOwed, stop);
    }
}

/// <param name="IsFirst">It was the first reading, which posts nothing.</param>
internal sealed record Taken(SourceMemory Memory, StoreReport Report, bool IsFirst);
