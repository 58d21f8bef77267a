using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Tables;

/// <summary>The ledger of attempts. A row is written within the transaction that settles the debt, so the two never disagree.</summary>
internal sealed class AttemptTable(Database database) : IAttemptLedger
{
    private const int PrunedAtOnce = 5_000;

    public async Task<IReadOnlyList<Attempt>> OfAsync(ArticleId article, ChannelRef channel, CancellationToken stop) => await database.ReadAsync(session => session.ListAsync("""
        select debts.subject, attempts.at, attempts.ended_at, attempts.outcome, attempts.why, attempts.message_id
        from attempts join debts on debts.number = attempts.debt
        where debts.channel = @channel and debts.number in (
            select number from debts where article = @article and channel = @channel
            union select bundle from debts where article = @article and channel = @channel and bundle is not null
        )
        order by attempts.at, attempts.debt
        """, [("article", article.Value), ("channel", channel.ToString())],
        static row => new Attempt(row.GetString(0), row.At(1), row.MaybeAt(2), row.GetString(3), row.MaybeText(4), row.MaybeText(5)), stop), stop);

    // A piece at a time, so that nobody who wants to post waits for the broom.
    public async Task<int> PruneAsync(DateTimeOffset before, CancellationToken stop)
    {
        for (var gone = 0; ;)
        {
            var some = await database.WriteAsync(session => session.RunAsync("""
                delete from attempts where (debt, at) in (select debt, at from attempts where at < @before order by at limit @most)
                """, [("before", Instant.Of(before)), ("most", (long)PrunedAtOnce)], stop), stop);
            gone += some;
            if (some == 0) return gone;
        }
    }

    /// <summary>Comes before the settlement, which takes away when the attempt began. To have been put off is no attempt.</summary>
    public static Task EndAsync(Session session, Debt debt, Settlement settlement, long now, CancellationToken stop)
    {
        if (settlement is Settlement.Postponed) return Task.CompletedTask;
        var (why, message) = Told(settlement);
        return session.RunAsync("""
            insert into attempts (debt, at, ended_at, outcome, why, message_id)
            select number, leased_at, @now, @outcome, @why, @message from debts where number = @number and attempts = @attempts + 1 and leased_at is not null
            on conflict (debt, at, outcome) do nothing
            """,
            [("number", debt.Number), ("attempts", (long)debt.Attempts), ("now", now), ("outcome", settlement.GetType().Name), ("why", why), ("message", message)], stop);
    }

    /// <summary>Notes the attempts that nobody ended. Comes before the debts of these lanes are leased anew.</summary>
    public static Task LoseAsync(Session session, IEnumerable<string> lanes, CancellationToken stop) => session.RunAsync($"""
        insert into attempts (debt, at, outcome, why)
        select number, leased_at, 'Lost', 'The bot stopped before it was settled.' from debts
        where channel in (select value from {session.Dialect.Each("lanes")}) and leased_at is not null and paid_at is null and given_up_at is null
        on conflict (debt, at, outcome) do nothing
        """, [("lanes", StorageJson.List(lanes))], stop);

    private static (string? Why, string? Message) Told(Settlement settlement) => settlement switch
    {
        Settlement.Paid paid => (null, paid.MessageId),
        Settlement.Again again => (again.Why, null),
        Settlement.Held held => (held.Why, null),
        Settlement.Left left => (left.Why, null),
        Settlement.GivenUp given => (given.Why, null),
        Settlement.Closed closed => (closed.Why, null),
        Settlement.Moved moved => ($"It is {moved.To} now.", null),
        _ => (null, null),
    };
}
