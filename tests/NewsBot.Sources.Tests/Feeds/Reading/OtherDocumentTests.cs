using System.Text;
using NewsBot.Sources.Feeds.Reading;

namespace NewsBot.Sources.Tests.Feeds.Reading;

public sealed class OtherDocumentTests
{
    [Theory]
    [InlineData("", nameof(NotAFeedKind.Empty))]
    [InlineData("  \n ", nameof(NotAFeedKind.Empty))]
    [InlineData("<!DOCTYPE html><html><head><title>News</title></head><body><p>x</body></html>", nameof(NotAFeedKind.Page))]
    [InlineData("<html xmlns='http://www.w3.org/1999/xhtml'><body/></html>", nameof(NotAFeedKind.Page))]
    [InlineData("<html><body><form><input type=\"password\"></form></body></html>", nameof(NotAFeedKind.LoginPage))]
    [InlineData("<!DOCTYPE html><html><title>Just a moment...</title></html>", nameof(NotAFeedKind.BotWall))]
    [InlineData("<opml version='2.0'><body/></opml>", nameof(NotAFeedKind.Opml))]
    [InlineData("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>", nameof(NotAFeedKind.Sitemap))]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", nameof(NotAFeedKind.Image))]
    [InlineData("<catalog><book/></catalog>", nameof(NotAFeedKind.OtherXml))]
    [InlineData("{\"error\":\"not found\"}", nameof(NotAFeedKind.Json))]
    [InlineData("{\"items\":", nameof(NotAFeedKind.Json))]
    [InlineData("Not found", nameof(NotAFeedKind.Text))]
    [InlineData("%PDF-1.7", nameof(NotAFeedKind.Pdf))]
    [InlineData("GIF89a", nameof(NotAFeedKind.Image))]
    [InlineData("\u0089PNG\r\n", nameof(NotAFeedKind.Image))]
    [InlineData("PK\u0003\u0004", nameof(NotAFeedKind.Archive))]
    [InlineData("ID3\u0003", nameof(NotAFeedKind.Sound))]
    public void What_is_no_feed_says_what_it_is_and_what_to_try(string text, string kind)
    {
        var other = Assert.IsType<FeedReading.NotAFeed>(FeedReader.Read(Encoding.Latin1.GetBytes(text), FeedOrigin.Unknown));
        Assert.Equal(kind, other.Kind.ToString());
        Assert.EndsWith(".", other.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://a.example/b/c?q#f", "d", "http://a.example/b/d")]
    [InlineData("http://a.example/b/c", "../d/./e", "http://a.example/d/e")]
    [InlineData("http://a.example", "d", "http://a.example/d")]
    [InlineData("http://a.example/b?q", "?x", "http://a.example/b?x")]
    [InlineData("http://a.example/b?q", "#f", "http://a.example/b?q#f")]
    [InlineData("http://a.example/b", "/%7Ebob/../x?y=../z", "http://a.example/x?y=../z")]
    [InlineData("https://a.example/b", "//c.example/d", "https://c.example/d")]
    [InlineData("http://a.example/b", "HTTP://C.example/D", "HTTP://C.example/D")]
    [InlineData("urn:a:b", "c", "c")]
    [InlineData(null, "c", "c")]
    public void References_are_resolved_and_otherwise_left_as_they_are(string? from, string reference, string address) =>
        Assert.Equal(address, Reference.Resolve(from, reference));
}
