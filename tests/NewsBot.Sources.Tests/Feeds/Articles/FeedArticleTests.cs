using System.Text;
using NewsBot.Core.Articles;
using NewsBot.Sources.Feeds.Articles;
using NewsBot.Sources.Feeds.Reading;
using NewsBot.Sources.Text;

namespace NewsBot.Sources.Tests.Feeds.Articles;

public sealed class FeedArticleTests
{
    private static readonly DateTimeOffset Fetched = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_entry_becomes_an_article_in_plain_text()
    {
        var article = Article("""
            <title>Fish &amp;amp; &lt;i&gt;chips&lt;/i&gt;</title><link>/2026/fish/?utm_source=rss</link><dc:creator>Jane Doe</dc:creator>
            <category>Food</category><category>food</category><pubDate>Tue, 03 Nov 2026 10:20:30 +0200</pubDate>
            <description>In short: they are good.</description>
            <content:encoded><![CDATA[<figure><img src="/i/dot.gif" width="1" height="1"><img src="/i/fish.jpg" alt="A fish"></figure><p>First&nbsp;one.</p><ul><li>Item</li></ul><p>The post <a>Fish</a> appeared first on <a>News</a>.</p>]]></content:encoded>
            """);
        Assert.Equal("Fish & chips", article.Title);
        Assert.Equal("In short: they are good.", article.Deck);
        Assert.Equal(["First one.", "• Item"], article.Body);
        Assert.Equal("https://news.example/2026/fish/?utm_source=rss", article.Link);
        Assert.Equal("https://news.example/i/fish.jpg", article.Image);
        Assert.Equal("A fish", article.ImageDescription);
        Assert.Equal("Jane Doe", article.Author);
        Assert.Equal(["Food"], article.Tags);
        Assert.Equal("de", article.Language);
        Assert.Equal(new DateTimeOffset(2026, 11, 3, 8, 20, 30, TimeSpan.Zero), article.Published);
        Assert.False(article.PublishedIsGuess);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>")]
    [InlineData("<pubDate>Thu, 01 Jan 2037 00:00:00 GMT</pubDate>")]
    [InlineData("<pubDate>last week</pubDate>")]
    public void A_date_that_is_missing_or_cannot_be_is_the_time_of_fetching(string date)
    {
        var article = Article($"<title>T</title>{date}");
        Assert.Equal(Fetched, article.Published);
        Assert.True(article.PublishedIsGuess);
    }

    [Fact]
    public void An_excerpt_that_is_the_text_s_beginning_is_no_deck() =>
        Assert.Null(Article("<title>T</title><description>It began in the morning […]</description><content:encoded>&lt;p&gt;It began in the morning and went on.&lt;/p&gt;</content:encoded>").Deck);

    [Fact]
    public void A_lone_summary_is_the_deck_and_a_cut_is_shown_as_one() =>
        Assert.Equal("It began in the morning…", Article("<title>T</title><description>It began in the morning [&amp;#8230;]</description>").Deck);

    [Fact]
    public void A_note_without_a_title_is_called_by_its_beginning() =>
        Assert.Equal("Nice weather today.", Article("<description>&lt;p&gt;Nice weather today. And tomorrow too.&lt;/p&gt;</description>").Title);

    [Fact]
    public void An_entry_without_words_is_no_article() => Assert.Null(Found("<guid>x</guid>"));

    [Fact]
    public void The_widest_picture_of_several_is_taken() =>
        Assert.Equal("https://news.example/b.jpg", Article("""<title>T</title><media:content url="/a.jpg" medium="image" width="100"/><media:content url="/b.jpg" medium="image" width="900"/><media:content url="/c.mp4" medium="video" width="1900"/>""").Image);

    [Fact]
    public void Links_that_are_not_of_the_web_are_none() => Assert.Null(Article("<title>T</title><link>javascript:alert(1)</link>").Link);

    [Fact]
    public void The_identity_is_the_link_without_what_tracks_else_the_id()
    {
        Assert.Equal("https://news.example/1", Found("<title>T</title><link>https://news.example/1?utm_source=rss</link><guid>g</guid>")?.Identity);
        Assert.Equal("g", Found("<title>T</title><guid>g</guid>")?.Identity);
    }

    private static ArticleContent Article(string item) => Found(item)!.Content;

    private static FoundArticle? Found(string item)
    {
        var feed = $"<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:media='http://search.yahoo.com/mrss/'><channel><language>de-AT</language><item>{item}</item></channel></rss>";
        var document = Assert.IsType<FeedReading.Read>(FeedReader.Read(Encoding.UTF8.GetBytes(feed), new("https://news.example/feed/"))).Document;
        return new FeedArticles(new LanguageGuesser()).Find(document.Entries[0], document.Feed, Fetched);
    }
}
