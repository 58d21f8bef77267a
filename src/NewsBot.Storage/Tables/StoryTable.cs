using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Tables;

/// <summary>Who belongs to which story, and who got it by which of its articles.</summary>
internal static class StoryTable
{
    /// <summary>Kinds beside those of <see cref="StoryKind"/>.</summary>
    public const string First = "First", Split = "Split";

    /// <summary>Those that came after one, oldest first; at most the newest <paramref name="most"/>.</summary>
    public static async Task<List<(long Number, ArticleId Article, byte[] Print)>> SinceAsync(Session session, long number, long from, int most, CancellationToken stop)
    {
        var newest = await session.ListAsync(
            "select number, article, print from story_members where joined_at >= @from and number > @number order by number desc limit @most",
            [("number", number), ("from", from), ("most", (long)most)], static row => (row.GetInt64(0), new ArticleId(row.GetString(1)), row.GetFieldValue<byte[]>(2)), stop);
        newest.Reverse();
        return newest;
    }

    /// <summary>The story of an article that may still be joined, and its source.</summary>
    public static Task<Joinable?> JoinableAsync(Session session, ArticleId article, CancellationToken stop) => session.FirstAsync("""
        select story_members.story, articles.source from story_members join articles on articles.id = story_members.article
        where story_members.article = @article and articles.withdrawn_at is null
        """, [("article", article.Value)], static row => new Joinable(row.GetString(0), row.GetString(1)), stop);

    public static async Task<long> AddAsync(Session session, ArticleId article, string story, string kind, StoryMatch? match, byte[] print, long now, CancellationToken stop) => (await session.ListAsync("""
        insert into story_members (article, story, kind, because, score, joined_at, print)
        values (@article, @story, @kind, @because, @score, @now, @print) returning number
        """,
        [("article", article.Value), ("story", story), ("kind", kind), ("because", match?.Article.Value), ("score", match?.Score ?? 1.0), ("now", now), ("print", print)],
        static row => row.GetInt64(0), stop))[0];

    /// <summary>Which of some channels have a story, each with the article that tells it there.</summary>
    /// <param name="onlyOut">Posts that still wait do not count, unless they are urgent themselves.</param>
    public static async Task<List<(ChannelRef Channel, ArticleId Behind)>> ToldAsync(Session session, string story, IEnumerable<ChannelRef> channels, bool onlyOut, CancellationToken stop)
    {
        var told = await session.ListAsync($"""
            select debts.channel, debts.article
            from story_members join articles on articles.id = story_members.article join debts on debts.subject = story_members.article
            where story_members.story = @story and articles.withdrawn_at is null and debts.given_up_at is null
                and debts.channel in (select value from {session.Dialect.Each("channels")}) {(onlyOut ? "and (debts.paid_at is not null or debts.class = 0)" : "")}
            order by debts.number
            """, [("story", story), ("channels", StorageJson.List(channels.Select(channel => channel.ToString())))],
            static row => (ChannelRef.Parse(row.GetString(0)), new ArticleId(row.GetString(1))), stop);
        return [.. told.DistinctBy(it => it.Item1)];
    }

    public static Task HideAsync(Session session, ArticleId article, ArticleId behind, IEnumerable<ChannelRef> channels, long now, CancellationToken stop) => session.RunAsync($"""
        insert into story_hidden (behind, channel, article, hidden_at) select @behind, value, @article, @now from {session.Dialect.Each("channels")} where true on conflict (behind, channel, article) do nothing
        """, [("behind", behind.Value), ("channels", DebtTable.ListOf(channels)), ("article", article.Value), ("now", now)], stop);

    public static Task<ToldBy?> ToldByAsync(Session session, ArticleId article, ChannelRef channel, CancellationToken stop) => session.FirstAsync("""
        select story_hidden.behind, story_members.kind from story_hidden join story_members on story_members.article = story_hidden.article
        where story_hidden.article = @article and story_hidden.channel = @channel and story_hidden.split_at is null order by story_hidden.hidden_at limit 1
        """, [("article", article.Value), ("channel", channel.ToString())],
        static row => new ToldBy(new(row.GetString(0)), Enum.TryParse<StoryKind>(row.GetString(1), out var kind) ? kind : StoryKind.SameEvent), stop);

    public static Task<string?> EarlierPostAsync(Session session, ArticleId article, ChannelRef channel, CancellationToken stop) => session.FirstAsync("""
        select debts.message_id from story_members join debts on debts.subject = story_members.because and debts.channel = @channel
        where story_members.article = @article and story_members.kind = 'FollowUp' and debts.paid_at is not null and debts.bundle is null and debts.message_id is not null
        """, [("article", article.Value), ("channel", channel.ToString())], static row => row.GetString(0), stop);

    /// <summary>Takes an article out of its story.</summary>
    /// <returns>Where it was hidden.</returns>
    public static async Task<List<(ChannelRef Channel, ArticleId Behind)>> SplitAsync(Session session, ArticleId article, long now, CancellationToken stop)
    {
        await session.RunAsync("update story_members set story = article, kind = @split where article = @article", [("article", article.Value), ("split", Split)], stop);
        return await session.ListAsync(
            "update story_hidden set split_at = @now where article = @article and split_at is null returning channel, behind",
            [("article", article.Value), ("now", now)], static row => (ChannelRef.Parse(row.GetString(0)), new ArticleId(row.GetString(1))), stop);
    }

    public static Task<StoryPlace?> PlaceAsync(Session session, ArticleId article, CancellationToken stop) => session.FirstAsync(
        "select story, kind, because, score, joined_at from story_members where article = @article", [("article", article.Value)],
        static row => new StoryPlace(
            new(row.GetString(0)), Enum.TryParse<StoryKind>(row.GetString(1), out var kind) ? kind : null,
            row.IsDBNull(2) ? null : new ArticleId(row.GetString(2)), row.GetDouble(3), row.At(4), row.GetString(1) == Split), stop);

    public static Task<List<(string Article, bool IsSplit)>> HiddenAsync(Session session, ArticleId behind, ChannelRef channel, CancellationToken stop) => session.ListAsync(
        "select article, split_at from story_hidden where behind = @behind and channel = @channel order by hidden_at, article",
        [("behind", behind.Value), ("channel", channel.ToString())], static row => (row.GetString(0), !row.IsDBNull(1)), stop);

    /// <summary>What is hidden behind posts that were given up, in the order in which it was hidden; not what was split or withdrawn.</summary>
    /// <param name="debts">Selects the numbers of the posts.</param>
    public static Task<List<Orphan>> OrphansAsync(Session session, string debts, Values values, long from, CancellationToken stop) => session.ListAsync($"""
        select story_hidden.behind, story_hidden.channel, story_hidden.article, debts.class
        from debts join story_hidden on story_hidden.behind = debts.subject and story_hidden.channel = debts.channel
            join articles on articles.id = story_hidden.article
        where debts.number in ({debts}) and debts.given_up_at is not null and debts.paid_at is null
            and story_hidden.split_at is null and story_hidden.hidden_at >= @from and articles.withdrawn_at is null
        order by story_hidden.hidden_at, articles.number
        """, [.. values, ("from", from)],
        static row => new Orphan(new(row.GetString(0)), ChannelRef.Parse(row.GetString(1)), new(row.GetString(2)), (DebtClass)row.GetInt64(3)), stop);

    /// <summary>Puts an orphan in the place of the one that it was hidden behind.</summary>
    public static async Task InheritAsync(Session session, Orphan heir, CancellationToken stop)
    {
        Values lane = [("behind", heir.Behind.Value), ("channel", heir.Channel.ToString()), ("heir", heir.Article.Value)];
        await session.RunAsync("delete from story_hidden where behind = @behind and channel = @channel and article = @heir", lane, stop);
        await session.RunAsync("update story_hidden set behind = @heir where behind = @behind and channel = @channel and split_at is null", lane, stop);
    }

    /// <summary>A channel has another id now.</summary>
    public static async Task MoveAsync(Session session, Values fromTo, CancellationToken stop)
    {
        await session.RunAsync("""
            delete from story_hidden where channel = @from
                and exists (select 1 from story_hidden as there where there.channel = @to and there.behind = story_hidden.behind and there.article = story_hidden.article)
            """, fromTo, stop);
        await session.RunAsync("update story_hidden set channel = @to where channel = @from", fromTo, stop);
    }

    public sealed record Joinable(string Story, string Source);

    /// <param name="Class">Of the post that came to nothing.</param>
    public sealed record Orphan(ArticleId Behind, ChannelRef Channel, ArticleId Article, DebtClass Class);
}
