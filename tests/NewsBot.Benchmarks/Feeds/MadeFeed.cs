using System.Globalization;
using System.Text;

namespace NewsBot.Benchmarks.Feeds;

/// <summary>A feed as blogs have it, made by chance from a seed: RSS 2.0, 200 entries with a summary and a whole text in HTML, about 630 KB.</summary>
internal static class MadeFeed
{
    public const int Entries = 200;

    public static byte[] Bytes()
    {
        var random = new Random(5);
        var feed = new StringBuilder("""
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
            <channel><title>A made feed</title><link>https://news.example/</link><description>To measure with</description>
            <atom:link href="https://news.example/feed/" rel="self" type="application/rss+xml" /><language>en-US</language>

            """);
        var day = new DateTime(2026, 11, 20, 8, 0, 0, DateTimeKind.Utc);
        for (var i = 0; i < Entries; i++) Entry(feed, random, i, day.AddHours(-i));
        return Encoding.UTF8.GetBytes(feed.Append("</channel></rss>\n").ToString());
    }

    private static void Entry(StringBuilder feed, Random random, int number, DateTime date)
    {
        var paragraphs = Enumerable.Range(0, 6).Select(_ => $"<p>{Words(random, 22)} <a href=\"/topic/{random.Next(99)}?a=1&amp;b=2\">{Words(random, 3)}</a>, {Words(random, 12)} <strong>{Words(random, 2)}</strong> &#8211; it&#8217;s {Words(random, 15)}.</p>");
        feed.Append(CultureInfo.InvariantCulture, $"""
            <item>
              <title>{Words(random, 8)} &amp; {Words(random, 2)}</title>
              <link>https://news.example/2026/{number}/</link>
              <dc:creator><![CDATA[Jane Doe]]></dc:creator>
              <pubDate>{date.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} +0000</pubDate>
              <category><![CDATA[{Words(random, 1)}]]></category>
              <category><![CDATA[{Words(random, 1)}]]></category>
              <guid isPermaLink="false">https://news.example/?p={number}</guid>
              <description><![CDATA[<p>{Words(random, 40)} [&#8230;]</p>]]></description>
              <content:encoded><![CDATA[<figure class="wide"><img src="https://news.example/i/{number}.jpg" alt="{Words(random, 4)}" width="1200" height="675" /></figure>
            {string.Join('\n', paragraphs)}]]></content:encoded>
            </item>

            """);
    }

    private static string Words(Random random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Word(random)));

    private static string Word(Random random) => string.Concat(Enumerable.Range(0, 3 + random.Next(6)).Select(_ => (char)('a' + random.Next(26))));
}
