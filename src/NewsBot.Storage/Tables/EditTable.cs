using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Tables;

/// <summary>How corrections and withdrawals begin to be owed. An edit is owed once for a post however often the article changes before it is paid.</summary>
internal static class EditTable
{
    public static string EditOf(ArticleId article) => $"{article}#edit";

    public static string WithdrawalOf(ArticleId article) => $"{article}#withdrawal";

    /// <summary>Owes an edit to every channel with a post of its own that was paid after <paramref name="since"/> or is on its way right now.</summary>
    /// <param name="was">The article's content before the change, as JSON.</param>
    /// <param name="only">Of these channels; null for all.</param>
    /// <returns>The channels, which have to be woken.</returns>
    public static Task<List<string>> OweEditsAsync(Session session, ArticleId article, string was, DebtClass place, long since, long now, CancellationToken stop, ChannelRef[]? only = null) => session.ListAsync($"""
        insert into debts (subject, article, channel, kind, class, owed_at, was)
        select @subject, @article, post.channel, 'Edit', @class, @now, @was
        from debts as post
        where post.subject = @article and post.bundle is null and post.given_up_at is null
            and (post.paid_at >= @since or (post.paid_at is null and post.leased_at is not null))
            {(only is null ? "" : $"and post.channel in (select value from {session.Dialect.Each("only")})")}
        on conflict (subject, channel) do update set
            was = case when debts.paid_at is null and debts.given_up_at is null then debts.was else excluded.was end,
            class = case when debts.paid_at is null and debts.given_up_at is null and debts.class < excluded.class then debts.class else excluded.class end, owed_at = excluded.owed_at,
            attempts = case when debts.paid_at is null and debts.given_up_at is null then debts.attempts else 0 end,
            again = case when debts.leased_at is not null then 1 end,
            paid_at = null, given_up_at = null, failed_at = null, why = null
        returning channel
        """,
        [("subject", EditOf(article)), ("article", article.Value), ("was", was), ("class", (long)place), ("since", since), ("now", now),
            .. only is null ? Array.Empty<(string, object?)>() : [("only", StorageJson.List(only.Select(channel => channel.ToString())))]],
        static row => row.GetString(0), stop);

    /// <summary>Owes the removal of every post of its own, however old; posts on their way are removed once they are there.</summary>
    /// <inheritdoc cref="OweEditsAsync" path="/returns"/>
    public static Task<List<string>> OweWithdrawalsAsync(Session session, ArticleId article, string? only, long now, CancellationToken stop) => session.ListAsync($"""
        insert into debts (subject, article, channel, kind, class, owed_at)
        select @subject, @article, post.channel, 'Withdrawal', @class, @now
        from debts as post
        where post.subject = @article and post.bundle is null and post.given_up_at is null
            and (post.paid_at is not null or post.leased_at is not null) {(only is null ? "" : "and post.channel = @only")}
        on conflict (subject, channel) do nothing
        returning channel
        """,
        [("subject", WithdrawalOf(article)), ("article", article.Value), ("class", (long)DebtClass.Urgent), ("now", now), .. only is null ? Array.Empty<(string, object?)>() : [("only", only)]],
        static row => row.GetString(0), stop);

    /// <summary>
    /// An edit got through, or there was nothing to edit. It stays owed when the article changed once more meanwhile; and what the post showed before
    /// that change is not known then. The post's own row always says what it shows now.
    /// </summary>
    public static async Task<bool> EndAsync(Session session, Debt debt, Settlement settlement, long now, CancellationToken stop)
    {
        const string Mine = "number = @number and attempts = @attempts + 1 and leased_at is not null and paid_at is null and given_up_at is null";
        Values mine = [("number", debt.Number), ("attempts", (long)debt.Attempts), ("now", now)];
        if (settlement is not Settlement.Paid paid)
            return await session.RunAsync($"""
                update debts set leased_at = null, given_up_at = case when again is null then @now end, attempts = case when again is null then attempts else 0 end, again = null,
                    failed_at = null, why = @why, doubtful_at = null, sending_at = null where {Mine}
                """, [.. mine, ("why", ((Settlement.Closed)settlement).Why)], stop) > 0;
        if (debt.Kind is DebtKind.Edit)
            await session.RunAsync($"""
                update debts set message_id = @message, drawn_hash = @hash
                where subject = (select article from debts where {Mine}) and channel = (select channel from debts where number = @number)
                """, [.. mine[..2], ("message", paid.MessageId), ("hash", paid.DrawnHash)], stop);
        return await session.RunAsync($"""
            update debts set leased_at = null, paid_at = case when again is null then @now end, attempts = case when again is null then attempts else 0 end, again = null, was = null,
                message_id = @message, drawn_hash = @hash, noted_at = @noted, failed_at = null, why = null, doubtful_at = null, sending_at = null where {Mine}
            """, [.. mine, ("message", paid.MessageId), ("hash", paid.DrawnHash), ("noted", paid.NotedAt is { } at ? Instant.Of(at) : null)], stop) > 0;
    }

    /// <summary>What waits and is not on its way is not posted any more.</summary>
    public static Task<int> CloseAsync(Session session, ArticleId article, string? only, long now, CancellationToken stop) => session.RunAsync($"""
        update debts set given_up_at = @now, why = 'The article was withdrawn.'
        where article = @article and subject <> @withdrawal and paid_at is null and given_up_at is null and leased_at is null {(only is null ? "" : "and channel = @only")}
        """,
        [("article", article.Value), ("withdrawal", WithdrawalOf(article)), ("now", now), .. only is null ? Array.Empty<(string, object?)>() : [("only", only)]], stop);

    /// <summary>How many edits a source has caused since an instant.</summary>
    public static async Task<long> ChangedAsync(Session session, string source, long since, CancellationToken stop) => await session.NumberAsync(
        "select count(*) from articles where source = @source and changed_at >= @since", [("source", source), ("since", since)], stop) ?? 0;
}
