using CsCheck;
using NewsBot.Core.Articles;
using NewsBot.Core.Stories;

namespace NewsBot.Tests.Units.Stories;

public sealed class StoryWindowTests
{
    private const string Lead = "The old wooden bridge over the river Snov in the village of Sedniv was carried away by ice on Sunday night, and the ferry will run from Monday at seven.";

    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static ArticleContent Bridge { get; } = new() { Title = "Ice carries away bridge in Sedniv", Body = [Lead], Published = Noon, Link = "https://example.org/bridge", Language = "en" };

    [Fact]
    public void The_same_link_is_the_same_article_whatever_it_says()
    {
        var match = Assert.Single(Found(Bridge, Bridge with { Title = "Updated", Body = ["Nothing of it."], Link = "https://m.example.org/bridge/?utm_source=feed" }));
        Assert.Equal((StoryKind.Exact, 1), (match.Kind, match.Score));
    }

    [Fact]
    public void The_same_words_are_the_same_article_whatever_the_link() =>
        Assert.Equal(StoryKind.Exact, Assert.Single(Found(Bridge, Bridge with { Link = "https://other.example/1", Body = [Lead.ToUpperInvariant()], Published = Noon.AddDays(20) })).Kind);

    [Fact]
    public void A_short_title_that_comes_back_every_day_is_new_every_day()
    {
        var news = new ArticleContent { Title = "Morning news", Published = Noon };
        Assert.Empty(Found(news, news with { Published = Noon.AddDays(1) }));
        Assert.Single(Found(news, news with { Published = Noon.AddHours(1) }));
    }

    [Fact]
    public void A_form_filled_in_with_other_numbers_on_another_day_is_news()
    {
        var rate = Bridge with { Title = "Dollar at 44.12", Body = ["The bank set the rate of the dollar at 44.12 and of the euro at 51.30 on the day, and asked all offices to show it at the door from the morning on."], Link = null };
        var next = rate with { Title = "Dollar at 44.31", Body = [rate.Body[0].Replace("44.12", "44.31", StringComparison.Ordinal).Replace("51.30", "51.44", StringComparison.Ordinal)], Published = Noon.AddDays(1) };
        Assert.True(Shingles.Of(rate).Jaccard(Shingles.Of(next)) > .4);
        Assert.Empty(Found(rate, next));
    }

    [Fact]
    public void An_event_is_not_looked_for_beyond_its_span()
    {
        var other = Bridge with { Title = "Bridge in Sedniv carried away by ice", Body = ["Ice on the river Snov broke the old wooden bridge of Sedniv on Sunday. A ferry runs from Monday."], Link = null };
        Assert.Equal(StoryKind.SameEvent, Assert.Single(Found(Bridge, other)).Kind);
        Assert.Empty(Found(Bridge, other with { Published = Noon.AddHours(73) }));
        Assert.Empty(Found(Bridge, other with { Language = "de" }));
    }

    [Fact]
    public void It_says_why_in_words_of_the_article()
    {
        var why = Assert.Single(Found(Bridge, Bridge with { Link = null, Body = [$"{Lead} So it is."] })).Why;
        Assert.Contains("Sedniv", why);
        Assert.Contains("Snov", why);
    }

    [Fact]
    public void What_is_removed_or_pushed_out_is_found_no_more()
    {
        var window = new StoryWindow(new() { Capacity = 2 });
        window.Add(new("a"), StoryPrint.Of(Bridge));
        Assert.True(window.Remove(new("a")));
        Assert.False(window.Remove(new("a")));
        Assert.Empty(window.Find(new("b"), StoryPrint.Of(Bridge)));
        window.Add(new("a"), StoryPrint.Of(Bridge));
        foreach (var name in (string[])["x", "y"]) window.Add(new(name), StoryPrint.Of(Bridge with { Title = name, Body = [name], Link = null }));
        Assert.Equal(2, window.Count);
        Assert.Empty(window.Find(new("b"), StoryPrint.Of(Bridge)));
    }

    [Fact]
    public void An_article_added_again_stands_there_once()
    {
        var window = new StoryWindow(new() { Capacity = 5 });
        for (var i = 0; i < 12; i++) window.Add(new("a"), StoryPrint.Of(Bridge));
        Assert.Equal(1, window.Count);
        Assert.Single(window.Find(new("b"), StoryPrint.Of(Bridge)));
    }

    [Fact]
    public void A_print_comes_back_from_its_bytes()
    {
        var kept = StoryPrint.FromBytes(StoryPrint.Of(Bridge).ToBytes())!;
        Assert.Equal(StoryPrint.Of(Bridge).ToBytes(), kept.ToBytes());
        Assert.InRange(kept.ToBytes().Length, 280, 500);
        var window = new StoryWindow(new() { Capacity = 5 });
        window.Add(new("a"), kept);
        Assert.Equal(StoryKind.Exact, Assert.Single(window.Find(new("b"), StoryPrint.Of(Bridge))).Kind);
        Assert.Empty(Assert.Single(window.Find(new("b"), kept)).Why);
    }

    [Fact]
    public void Bytes_of_another_make_are_no_print() => Gen.Byte.Array[0, 600].Sample(bytes =>
    {
        if (StoryPrint.FromBytes(bytes) is { } print) new StoryWindow(new() { Capacity = 2 }).Add(new("a"), print);
    }, iter: 2_000);

    [Fact]
    public void Any_text_can_be_put_in_and_asked_for() => Gen.Select(Gen.String, Gen.String.Array[0, 4], Gen.String).Sample((title, body, link) =>
    {
        var window = new StoryWindow(new() { Capacity = 3 });
        var print = StoryPrint.Of(new() { Title = title, Body = body, Link = link, Language = link, Published = Noon });
        window.Add(new("a"), print);
        window.Find(new("b"), print);
        Assert.Equal(print.ToBytes(), StoryPrint.FromBytes(print.ToBytes())!.ToBytes());
    }, iter: 2_000);

    [Fact]
    public void The_order_of_arrival_changes_no_group() => Gen.Int[0, 1_000_000].Sample(seed =>
    {
        var random = new Random(seed);
        var texts = Enumerable.Range(0, 6).Select(story => Bridge with { Title = $"Story{story}", Link = null, Body = [string.Join(' ', Enumerable.Range(0, 120).Select(_ => $"w{random.Next(5_000)}"))] }).ToArray();
        var articles = texts.SelectMany((it, story) => Enumerable.Range(0, 1 + (story % 3)).Select(copy => (Story: story, Content: Changing.Words(it, .01 * copy, random.Next())))).ToArray();
        random.Shuffle(articles);
        var groups = StoryGroups.Of([.. articles.Select(it => it.Content)], StoryKind.Near);
        Assert.Equal(6, groups.Count);
        Assert.All(groups, group => Assert.Single(group.Select(at => articles[at].Story).Distinct()));
        Assert.Equal(groups.Select(it => it[0]).Order(), groups.Select(it => it[0]));
    }, iter: 20);

    private static IReadOnlyList<StoryMatch> Found(ArticleContent known, ArticleContent asking)
    {
        var window = new StoryWindow(new() { Capacity = 10 });
        window.Add(new("known"), StoryPrint.Of(known));
        return window.Find(new("asking"), StoryPrint.Of(asking));
    }
}
