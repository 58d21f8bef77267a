using NewsBot.Core.Articles;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Topics;

namespace NewsBot.Storage.Tests;

public sealed class TopicsOnSqlite() : TopicTests(TestStore.SqliteAsync);

public sealed class TopicsOnPostgres(PostgresServer server) : TopicTests(() => TestStore.PostgresAsync(server));

public abstract class TopicTests : StoreTests
{
    private static readonly ChannelRef Front = new("local", "front-page");

    private protected TopicTests(Func<Task<TestStore>> open)
        : base(open)
    {
    }

    private ITopics Topics => Store.Topics;

    [Fact]
    public async Task The_settings_files_topics_are_known_by_key_and_only_new_rules_are_named()
    {
        Assert.Equal(["b", "a"], Keys(await Topics.ConfigureAsync([Topic("b"), Topic("a")], Stop)));
        Assert.Equivalent(new[] { Topic("a"), Topic("b") }, await Topics.AllAsync(Stop), strict: true);
        Assert.Empty(await Topics.ConfigureAsync([Topic("a"), Topic("b") with { Title = "New title" }], Stop));
        Assert.Equal("New title", (await Topics.AllAsync(Stop))[1].Title);
        Assert.Equal(["a"], Keys(await Topics.ConfigureAsync([Topic("a", "other"), Topic("b")], Stop)));
    }

    [Fact]
    public async Task A_rule_comes_back_whole()
    {
        var topic = new Topic("війна", "Війна", new() { Any = ["a", "two words"], All = ["b"], None = ["c"], Tags = ["d"], Sources = ["e"] }) { IsBreaking = true, IsSensitive = true };
        await Topics.SaveAsync(topic, Stop);
        Assert.Equivalent(topic, Assert.Single(await Topics.AllAsync(Stop)), strict: true);
    }

    [Fact]
    public async Task A_topic_that_left_the_settings_file_disappears_with_its_followers_and_articles()
    {
        await Topics.ConfigureAsync([Topic("a"), Topic("b")], Stop);
        await FollowAsync("a", "b");
        await Topics.ConfigureAsync([Topic("b")], Stop);
        Assert.Equal(["b"], Keys(await Topics.AllAsync(Stop)));
        await AssertGoneAsync("a", "b");
    }

    [Fact]
    public async Task What_was_changed_in_chat_wins_over_the_settings_file_and_stays_when_it_leaves_it()
    {
        await Topics.ConfigureAsync([Topic("a")], Stop);
        await Topics.SaveAsync(Topic("a", "chat"), Stop);
        Assert.Empty(await Topics.ConfigureAsync([Topic("a", "file")], Stop));
        Assert.Equal(["chat"], Assert.Single(await Topics.AllAsync(Stop)).Rule.Any);
        Assert.Empty(await Topics.ConfigureAsync([], Stop));
        Assert.Equal(["chat"], Assert.Single(await Topics.AllAsync(Stop)).Rule.Any);
    }

    [Fact]
    public async Task A_topic_of_the_settings_file_that_chat_removed_stays_removed_until_chat_adds_it_again()
    {
        await Topics.ConfigureAsync([Topic("a"), Topic("b")], Stop);
        await FollowAsync("a", "b");
        Assert.True(await Topics.RemoveAsync("a", Stop));
        Assert.False(await Topics.RemoveAsync("a", Stop));
        await AssertGoneAsync("a", "b");
        Assert.Empty(await Topics.ConfigureAsync([Topic("a", "new rule"), Topic("b")], Stop));
        Assert.Equal(["b"], Keys(await Topics.AllAsync(Stop)));
        await Topics.SaveAsync(Topic("a", "chat"), Stop);
        Assert.Equal(["a", "b"], Keys(await Topics.AllAsync(Stop)));
    }

    [Fact]
    public async Task A_topic_that_only_chat_knew_can_come_from_the_settings_file_after_its_removal()
    {
        await Topics.SaveAsync(Topic("a"), Stop);
        Assert.True(await Topics.RemoveAsync("a", Stop));
        Assert.Equal(["a"], Keys(await Topics.ConfigureAsync([Topic("a")], Stop)));
    }

    [Fact]
    public async Task Removing_what_is_not_there_is_false() => Assert.False(await Topics.RemoveAsync("nothing", Stop));

    [Fact]
    public async Task Assigning_replaces_what_belonged_to_a_topic()
    {
        var articles = Enumerable.Range(0, 4).Select(i => Make.Article($"Story {i}", minutes: i, topics: i == 0 ? ["a"] : [])).ToArray();
        await Store.StoreAsync(articles);
        await Topics.SaveAsync(Topic("a"), Stop);
        await Topics.AssignAsync("a", [articles[1].Id, articles[3].Id, ArticleId.Of("nothing")], Stop);
        Assert.Equal(["Story 3", "Story 1"], (await Store.Archive.LatestAsync(new("a"), Stop)).Select(article => article.Title));
        await Topics.AssignAsync("a", [], Stop);
        Assert.Empty(await Store.Archive.LatestAsync(new("a"), Stop));
    }

    private static Topic Topic(string key, string any = "word") => new(key, $"Title of {key}", new() { Any = [any] });

    private static IEnumerable<string> Keys(IEnumerable<Topic> topics) => topics.Select(topic => topic.Key);

    private async Task FollowAsync(params string[] topics)
    {
        await Store.Subscriptions.SaveAsync(new(Front) { Follows = topics }, Stop);
        await Store.StoreAsync(Make.Article("Story", topics: topics));
    }

    private async Task AssertGoneAsync(string gone, string stays)
    {
        Assert.Equal([stays], (await Store.Subscriptions.FindAsync(Front, Stop)).Follows);
        Assert.Empty(await Store.Archive.LatestAsync(new(gone), Stop));
        Assert.Equal([stays], Assert.Single(await Store.Archive.LatestAsync(new(stays), Stop)).Topics);
    }
}
