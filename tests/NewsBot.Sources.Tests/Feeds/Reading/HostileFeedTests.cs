using System.Text;
using System.Xml;
using NewsBot.Sources.Feeds.Reading;
using NewsBot.Sources.Feeds.Reading.Mending;

namespace NewsBot.Sources.Tests.Feeds.Reading;

/// <summary>Documents made to hurt, and documents made by chance.</summary>
public sealed class HostileFeedTests
{
    private const string Whole = """
        <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>T &amp; U</title>
        <item><title>One</title><link>http://news.example/1</link><guid isPermaLink="false">1</guid><pubDate>Tue, 03 Nov 2026 10:20:30 GMT</pubDate>
        <content:encoded><![CDATA[<p>Text <a href="/x">link</a></p>]]></content:encoded><media:group><media:content url="http://news.example/a.jpg" width="9"/></media:group></item>
        </channel></rss>
        """;

    [Fact]
    public void Elements_within_elements_without_end_are_not_followed()
    {
        foreach (var name in new[] { "media:group", "b", "item", "channel", "category text='x'", "description" })
        {
            var nested = string.Concat(Enumerable.Repeat($"<{name}>", 100_000));
            Assert.IsType<FeedReading.Read>(Read($"<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/'><channel><item>{nested}"));
        }
    }

    [Fact]
    public void Well_formed_depth_is_not_followed_either()
    {
        var deep = $"<rss version='2.0'><channel><item><description>{string.Concat(Enumerable.Repeat("<b>", 50_000))}x{string.Concat(Enumerable.Repeat("</b>", 50_000))}</description><title>T</title></item></channel></rss>";
        Assert.Equal("T", Assert.Single(Document(deep).Entries).Title?.Value);
    }

    [Fact]
    public void A_billion_laughs_stay_one_line()
    {
        var declarations = string.Concat(Enumerable.Range(1, 12).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">"));
        var document = Document($"<!DOCTYPE rss [<!ENTITY l0 \"lol\">{declarations}]><rss version='2.0'><channel><title>&l12;</title></channel></rss>");
        Assert.Equal("&l12;", document.Feed.Title?.Value);
    }

    [Fact]
    public void A_feed_without_end_is_read_up_to_the_limit()
    {
        var items = string.Concat(Enumerable.Repeat("<item><title>x</title></item>", FeedLimits.Entries + 500));
        Assert.Equal(FeedLimits.Entries, Document($"<rss version='2.0'><channel>{items}</channel></rss>").Entries.Count);
    }

    [Fact]
    public void A_text_without_end_is_cut()
    {
        var text = new string('x', FeedLimits.Text + 5_000);
        Assert.Equal(FeedLimits.Text, Document($"<rss version='2.0'><channel><title>{text}</title></channel></rss>").Feed.Title?.Value.Length);
    }

    [Fact]
    public void Thousands_of_attributes_and_categories_do_no_harm()
    {
        var attributes = string.Concat(Enumerable.Range(0, 50_000).Select(i => $" a{i}='1'"));
        var categories = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"<category>c{i}</category>"));
        var entry = Assert.Single(Document($"<rss version='2.0'><channel><item{attributes}>{categories}</item></channel></rss>").Entries);
        Assert.Equal(FeedLimits.List, entry.Categories.Count);
    }

    [Theory]
    [InlineData("<")]
    [InlineData("&")]
    [InlineData("<!")]
    [InlineData("<![CDATA[")]
    [InlineData("<!--")]
    [InlineData("</")]
    [InlineData("<a b=\"")]
    [InlineData("<a href='")]
    [InlineData("<a b=\"><")]
    [InlineData("<![CDATA[</t>")]
    [InlineData("<!-- >")]
    [InlineData("<![>")]
    [InlineData("<? >")]
    [InlineData("<xmp></a>")]
    [InlineData("<a =")]
    [InlineData("<![CDATA[a]]>")]
    public void The_same_sign_over_and_over_is_read_in_time_that_grows_with_its_length(string sign)
    {
        var many = string.Concat(Enumerable.Repeat(sign, 100_000));
        Read($"<rss version='2.0'><channel><title>{many}");
        Read($"<rss version='2.0'><channel><item><description><![CDATA[{many.Replace("<![CDATA[", "<![", StringComparison.Ordinal)}]]></description></item></channel></rss>");
        Read(many);
    }

    [Fact]
    public void Whatever_is_cut_out_of_a_feed_or_pasted_into_it_nothing_throws()
    {
        var random = new Random(7);
        var scraps = new[] { "<", ">", "&", "\"", "'", "]]>", "<![CDATA[", "<!--", "-->", "<?", "?>", "&#xD800;", "&#0;", "\0", "\uFFFF", "\uD83D", "xmlns:", "xmlns:a=''", "<a:b:c ", "<:a>", "</item>", "<item>", "<!DOCTYPE [", "xml:base='::'", "=", "/" };
        for (var round = 0; round < 1_500; round++)
        {
            var text = new StringBuilder(Whole);
            for (var change = random.Next(1, 5); change > 0; change--)
            {
                var at = random.Next(text.Length);
                if (random.Next(2) == 0) text.Remove(at, Math.Min(random.Next(1, 40), text.Length - at));
                else text.Insert(at, scraps[random.Next(scraps.Length)]);
            }
            Read(text.ToString());
            AssertWellFormed(XmlMender.Mend(text.ToString()));
        }
    }

    [Fact]
    public void Any_bytes_are_answered()
    {
        var random = new Random(11);
        var whole = Encoding.UTF8.GetBytes(Whole);
        for (var round = 0; round < 1_000; round++)
        {
            var bytes = round % 2 == 0 ? whole[..random.Next(whole.Length)] : new byte[random.Next(300)];
            for (var change = 0; change < bytes.Length / 50; change++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Assert.NotNull(FeedReader.Read(bytes, FeedOrigin.Unknown));
        }
    }

    private static void AssertWellFormed(string mended)
    {
        if (mended.Length == 0) return;
        using var reader = XmlReader.Create(new StringReader(mended));
        while (reader.Read()) { }
    }

    private static FeedDocument Document(string text) => Assert.IsType<FeedReading.Read>(Read(text)).Document;

    private static FeedReading Read(string text) => FeedReader.Read(Encoding.UTF8.GetBytes(text), FeedOrigin.Unknown);
}
