using System.Data.Common;
using System.Text.Json;
using NewsBot.Core.Articles;
using NewsBot.Core.Topics;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Tables;

/// <summary>The topics of the settings file and of the chat. A topic of the file that chat removed keeps its row, as a tombstone.</summary>
internal sealed class TopicTable(Database database) : ITopics
{
    public async Task<IReadOnlyList<Topic>> AllAsync(CancellationToken stop) => await database.ReadAsync(
        session => session.ListAsync("select key, title, rule, is_breaking, is_sensitive from topics where removed_at is null order by key", [], Read, stop), stop);

    public async Task<IReadOnlyList<Topic>> ConfigureAsync(IReadOnlyList<Topic> topics, CancellationToken stop) => await database.WriteAsync(async session =>
    {
        await session.HoldAsync(Turn.Harvest, stop);
        var gone = await session.ListAsync($"""
            select key from topics where changed_in_chat_at is null and key not in (select value from {session.Dialect.Each("keys")})
            """, [("keys", StorageJson.List(topics.Select(topic => topic.Key)))], static row => row.GetString(0), stop);
        foreach (var key in gone) await ForgetAsync(session, key, stop);
        var changed = new List<Topic>();
        foreach (var topic in topics)
            if (await ConfigureAsync(session, topic, stop)) changed.Add(topic);
        return changed;
    }, stop);

    public Task SaveAsync(Topic topic, CancellationToken stop) => database.WriteAsync(session => session.RunAsync("""
        insert into topics (key, title, rule, is_breaking, is_sensitive, changed_in_chat_at) values (@key, @title, @rule, @breaking, @sensitive, @now)
        on conflict (key) do update set title = excluded.title, rule = excluded.rule, is_breaking = excluded.is_breaking, is_sensitive = excluded.is_sensitive, changed_in_chat_at = excluded.changed_in_chat_at, removed_at = null
        """, ValuesOf(topic), stop), stop);

    public Task<bool> RemoveAsync(string key, CancellationToken stop) => database.WriteAsync(async session =>
    {
        await session.HoldAsync(Turn.Harvest, stop);
        var removed = await session.RunAsync("""
            update topics set removed_at = @now, changed_in_chat_at = @now where key = @key and removed_at is null
            """, [("key", key), ("now", database.Now)], stop) > 0;
        if (!removed) return false;
        await LeaveAsync(session, key, stop);
        // Nothing but chat knew it, so there is no file to keep it away from.
        await session.RunAsync("delete from topics where key = @key and configured_at is null", [("key", key)], stop);
        return true;
    }, stop);

    public Task AssignAsync(string key, IReadOnlyList<ArticleId> articles, CancellationToken stop) => database.WriteAsync(async session =>
    {
        await session.HoldAsync(Turn.Harvest, stop);
        await session.RunAsync("delete from article_topics where topic = @key", [("key", key)], stop);
        return await session.RunAsync($"""
            insert into article_topics (article, topic, published)
            select id, @key, published from articles where id in (select value from {session.Dialect.Each("articles")})
            """, [("key", key), ("articles", StorageJson.List(articles.Select(article => article.Value)))], stop);
    }, stop);

    /// <returns>True when the topic is new or its rule differs.</returns>
    private async Task<bool> ConfigureAsync(Session session, Topic topic, CancellationToken stop)
    {
        var before = await session.FirstAsync("select rule from topics where key = @key", [("key", topic.Key)], static row => row.GetString(0), stop);
        var touched = await session.RunAsync("""
            insert into topics (key, title, rule, is_breaking, is_sensitive, configured_at) values (@key, @title, @rule, @breaking, @sensitive, @now)
            on conflict (key) do update set title = excluded.title, rule = excluded.rule, is_breaking = excluded.is_breaking, is_sensitive = excluded.is_sensitive, configured_at = excluded.configured_at
            where topics.changed_in_chat_at is null
            """, ValuesOf(topic), stop);
        if (touched == 0)
            await session.RunAsync("update topics set configured_at = @now where key = @key", [("key", topic.Key), ("now", database.Now)], stop);
        return touched > 0 && before != RuleOf(topic);
    }

    private static async Task ForgetAsync(Session session, string key, CancellationToken stop)
    {
        await LeaveAsync(session, key, stop);
        await session.RunAsync("delete from topics where key = @key", [("key", key)], stop);
    }

    private static async Task LeaveAsync(Session session, string key, CancellationToken stop)
    {
        await session.RunAsync("delete from follows where topic = @key", [("key", key)], stop);
        await session.RunAsync("delete from article_topics where topic = @key", [("key", key)], stop);
    }

    private Values ValuesOf(Topic topic) => [("key", topic.Key), ("title", topic.Title), ("rule", RuleOf(topic)), ("breaking", topic.IsBreaking ? 1L : 0L), ("sensitive", topic.IsSensitive ? 1L : 0L), ("now", database.Now)];

    private static string RuleOf(Topic topic) => JsonSerializer.Serialize(topic.Rule, StorageJson.Kept.TopicRule);

    private static Topic Read(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), JsonSerializer.Deserialize(row.GetString(2), StorageJson.Kept.TopicRule) ?? new())
        {
            IsBreaking = row.GetInt64(3) != 0,
            IsSensitive = row.GetInt64(4) != 0,
        };
}
