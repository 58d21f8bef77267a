using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Tables;

/// <summary>How corrections and withdrawals begin to be owed. An edit is owed once for a post however often the article changes before it is paid.</summary>
internal static class EditTable
{
    public static string EditOf(ArticleId article) => $"{article}#edit";

    public static string WithdrawalOf(ArticleId article) => $"{article}#withdrawal";

    /// <summary>Owes an edit to every channel with a post of its own that was paid after <paramref name="since"/> or is on its way right now.</summary>
    /// <param name="was">The article's content before the change, as JSON.</param>
    /// <returns>The channels, which have to be woken.</returns>
    public static Task<List<string>> OweEditsAsync(Session session, ArticleId article, string was, DebtClass place, long since, long now, CancellationToken stop) => session.ListAsync("""
        insert into debts (subject, article, channel, kind, class, owed_at, was)
        select @subject, @article, post.channel, 'Edit', @class, @now, @was
        from debts as post
        where post.subject = @article and post.bundle is null and post.given_up_at is null
            and (post.paid_at >= @since or (post.paid_at is null and post.leased_at is not null))
        on conflict (subject, channel) do update set
            was = case when debts.paid_at is null and debts.given_up_at is null then debts.was else excluded.was end,
            class = excluded.class, owed_at = excluded.owed_at,
            attempts = case when debts.paid_at is null and debts.given_up_at is null then debts.attempts else 0 end,
            paid_at = null, given_up_at = null, failed_at = null, why = null
        returning channel
        """,
        [("subject", EditOf(article)), ("article", article.Value), ("was", was), ("class", (long)place), ("since", since), ("now", now)],
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
