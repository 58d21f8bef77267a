using Microsoft.Extensions.Logging;
using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Sources;
using NewsBot.Sources.Feeds.Reading;

namespace NewsBot.Sources.Polling;

/// <summary>
/// Takes back what a feed says it took back (at:deleted-entry), where the source is trusted to withdraw. Each is done once: what the newsroom
/// brings back stays, although the feed goes on naming it. A source can only take back what it has told itself.
/// </summary>
internal sealed partial class Removals(IPostedArticles posts, DeliveryBell bell, ILogger<Removals> log)
{
    /// <summary>Marks of the GUIDs that are gone as this reading has it; none where the source is not trusted, or its GUIDs name nothing.</summary>
    public static HashSet<long> Of(WebSource source, FeedDocument feed, Reading reading)
    {
        if (!source.Settings.IsTrusted || reading.GuidsRepeat || feed.Removals.Count == 0) return [];
        var gone = new HashSet<long>();
        foreach (var removal in feed.Removals)
            if (EntryMarks.OfGuid(removal.Id) is { } mark && !reading.Entries.Any(entry => entry.Marks.Guid == mark && IsBack(entry.Entry, removal))) gone.Add(mark);
        return gone;
    }

    public async Task CarryOutAsync(WebSource source, IReadOnlyCollection<long> gone, SourceMemory? memory, CancellationToken stop)
    {
        if (memory is null) return;
        foreach (var item in memory.Items.Where(item => item is { Guid: { } guid, IsOthers: false } && gone.Contains(guid) && !memory.Gone.Contains(guid)))
        {
            var count = await posts.WithdrawAsync(new ArticleId(item.Article), null, stop);
            if (count > 0) bell.Ring();
            LogTakenBack(source.Key, item.Article, count);
        }
    }

    private static bool IsBack(FeedEntry entry, FeedRemoval removal) => (entry.Updated ?? entry.Published) > removal.At;

    [LoggerMessage(Level = LogLevel.Information, Message = "{Source} took back the article {Article}; posts to take down: {Posts}.")]
    private partial void LogTakenBack(string source, string article, int posts);
}
