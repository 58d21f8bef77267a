using Microsoft.Extensions.Options;
using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;
using NewsBot.Storage.Engines;
using NewsBot.Storage.Tables;

namespace NewsBot.Storage;

internal sealed class Stories(Database database, IOptions<CorrectionOptions> corrections) : IStories
{
    public Task<StoryPlace?> OfAsync(ArticleId article, CancellationToken stop) => database.ReadAsync(session => StoryTable.PlaceAsync(session, article, stop), stop);

    public Task<IReadOnlyList<Article>?> AlsoAsync(ArticleId shown, ChannelRef channel, CancellationToken stop) => database.ReadAsync<IReadOnlyList<Article>?>(async session =>
    {
        var hidden = await StoryTable.HiddenAsync(session, shown, channel, stop);
        if (hidden.Count == 0) return null;
        var articles = await ArticleTable.ReadAsync(session, hidden.Where(it => !it.IsSplit).Select(it => it.Article), stop);
        return [.. articles.Where(article => article.WithdrawnAt is null)];
    }, stop);

    public Task<ToldBy?> ToldByAsync(ArticleId article, ChannelRef channel, CancellationToken stop) => database.ReadAsync(session => StoryTable.ToldByAsync(session, article, channel, stop), stop);

    public Task<string?> EarlierPostAsync(ArticleId article, ChannelRef channel, CancellationToken stop) => database.ReadAsync(session => StoryTable.EarlierPostAsync(session, article, channel, stop), stop);

    public Task<int?> SplitAsync(ArticleId article, CancellationToken stop) => database.WriteAsync<int?>(async session =>
    {
        await session.HoldAsync(Turn.Harvest, stop);
        if (await StoryTable.PlaceAsync(session, article, stop) is not { IsSplit: false, Kind: not (null or StoryKind.FollowUp) } place) return null;
        var now = database.Now;
        var hidden = await StoryTable.SplitAsync(session, article, now, stop);
        foreach (var behind in hidden.GroupBy(it => it.Behind, it => it.Channel))
            await RetellAsync(session, behind.Key, [.. behind], corrections.Value, now, stop);
        if (hidden.Count == 0 || place.JoinedAt < DateTimeOffset.FromUnixTimeMilliseconds(now) - StandIns.Fresh) return 0;
        var channels = hidden.Select(it => it.Channel).ToArray();
        var lanes = DebtTable.ListOf(channels);
        var owed = await DebtTable.OweAsync(session, article, lanes, DebtKind.Post, DebtClass.Ordinary, now, stop);
        await DebtTable.WakeAsync(session, lanes, DebtClass.Ordinary, now, stop);
        return owed;
    }, stop);

    /// <summary>
    /// Owes posts the edit that names others who tell their story, or names them no more. It goes behind all news: nobody waits for it, and what joins meanwhile
    /// comes with it.
    /// </summary>
    public static async Task<int> RetellAsync(Session session, ArticleId behind, ChannelRef[] channels, CorrectionOptions corrections, long now, CancellationToken stop)
    {
        if (await ArticleTable.RowAsync(session, behind, stop) is not { } row) return 0;
        var lanes = await EditTable.OweEditsAsync(session, behind, row.Content, DebtClass.Last, now - (long)corrections.CorrectFor.TotalMilliseconds, now, stop, channels);
        if (lanes.Count > 0) await DebtTable.WakeAsync(session, DebtTable.ListOf(lanes.Select(ChannelRef.Parse)), DebtClass.Last, now, stop);
        return lanes.Count;
    }
}
