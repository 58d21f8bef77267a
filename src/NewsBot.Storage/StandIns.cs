using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Storage.Engines;
using NewsBot.Storage.Tables;

namespace NewsBot.Storage;

/// <summary>
/// A post that was to tell a story somewhere has come to nothing. The first report that was hidden behind it there is owed in its place, and the others are
/// hidden behind that one. Within the transaction that ends the post, which has to hold <see cref="Turn.Harvest"/>: a report may be hiding behind it just now.
/// </summary>
internal static class StandIns
{
    /// <summary>What was hidden longer ago is no news any more.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(72);

    /// <summary>For a debt that was just given up, and for all that was gathered into it. Its lane has to be looked at afterwards.</summary>
    public static async Task TellAsync(Session session, Debt ended, long now, CancellationToken stop) => await OweAsync(
        session, await StoryTable.OrphansAsync(session, "select number from debts where number = @number union all select number from debts where bundle = @number",
            [("number", ended.Number)], Oldest(now), stop), now, stop);

    /// <summary>For an article that waited to be posted and was withdrawn before it was.</summary>
    public static async Task TellAsync(Session session, ArticleId withdrawn, long now, CancellationToken stop)
    {
        var owed = await OweAsync(session, await StoryTable.OrphansAsync(session, "select number from debts where subject = @subject", [("subject", withdrawn.Value)], Oldest(now), stop), now, stop);
        foreach (var place in owed.GroupBy(it => it.Class, it => it.Channel))
            await (place.Key is DebtClass.Urgent
                ? DebtTable.HurryAsync(session, DebtTable.ListOf(place), place.Key, now, stop)
                : DebtTable.WakeAsync(session, DebtTable.ListOf(place), place.Key, now, stop));
    }

    private static async Task<IReadOnlyList<StoryTable.Orphan>> OweAsync(Session session, IReadOnlyList<StoryTable.Orphan> orphans, long now, CancellationToken stop)
    {
        // They come in the order in which they were hidden.
        var heirs = orphans.DistinctBy(it => (it.Behind, it.Channel)).ToArray();
        foreach (var heir in heirs)
        {
            await StoryTable.InheritAsync(session, heir, stop);
            await DebtTable.OweAsync(session, heir.Article, DebtTable.ListOf([heir.Channel]), DebtKind.Post, heir.Class, now, stop);
        }
        return heirs;
    }

    private static long Oldest(long now) => now - (long)Fresh.TotalMilliseconds;
}
