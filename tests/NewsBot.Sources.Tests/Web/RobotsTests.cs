using System.Text;
using CsCheck;
using NewsBot.Sources.Web;

namespace NewsBot.Sources.Tests.Web;

public sealed class RobotsTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("", "/a", true)]
    [InlineData("<html>not found</html>", "/a", true)]
    [InlineData("Disallow: /", "/a", true)]
    [InlineData("User-agent: other\nDisallow: /", "/a", true)]
    [InlineData("User-agent: newsbot\nAllow: /\n\nUser-agent: *\nDisallow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: NewsBot/2.0\nDisallow: /x", "/a", true)]
    [InlineData("User-agent: a\nUser-agent: NEWSBOT\nUser-agent: b\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: newsbot\nDisallow: /a\nUser-agent: b\nDisallow: /b\nUser-agent: newsbot\nDisallow: /c", "/c", false)]
    [InlineData("User-agent: newsbot\nDisallow: /a\nUser-agent: b\nDisallow: /b\nUser-agent: newsbot\nDisallow: /c", "/b", true)]
    [InlineData("User-agent: newsbot\n\nUser-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /shop\nAllow: /shop/news", "/shop/news/1", true)]
    [InlineData("User-agent: *\nAllow: /p\nDisallow: /p", "/p", true)]
    [InlineData("User-agent: *\nDisallow: /*.gif$", "/x/y.gif", false)]
    [InlineData("User-agent: *\nDisallow: /*.gif$", "/x/y.gif?z", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/aXXbYYc", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c$", "/aXXbYYcd", true)]
    [InlineData("User-agent: *\nDisallow: /a%3cd.html", "/a%3Cd.html", false)]
    [InlineData("User-agent: *\nDisallow: /%7Ejoe/", "/~joe/index", false)]
    [InlineData("User-agent: *\nDisallow: /новини", "/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8/1", false)]
    [InlineData("User-agent: *\nDisallow: /*?print=", "/a?print=1", false)]
    [InlineData("USER-AGENT : *\r\nDISALLOW : /a # all of it", "/a", false)]
    [InlineData("\ufeffUser-agent: *\rDisallow: /a", "/a", false)]
    [InlineData("User-agent: *\nCrawl-delay: 5\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    public void Rules_are_read_as_RFC_9309_has_them(string text, string path, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Parse(Encoding.UTF8.GetBytes(text), "NewsBot").Allows(new("https://news.example" + path)));

    [Fact]
    public void A_pattern_of_stars_is_quick()
    {
        var rules = RobotsRules.Parse(Encoding.UTF8.GetBytes("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 2_000)) + "b"), "NewsBot");
        Assert.True(rules.Allows(new("https://news.example/" + new string('a', 2_000))));
    }

    [Fact]
    public void No_bytes_break_the_reader() =>
        Gen.Byte.Array[0, 300].Sample(bytes => RobotsRules.Parse(bytes, "NewsBot").Allows(new("https://news.example/a")) is var _);

    [Fact]
    public void A_pattern_without_wildcards_is_a_prefix() =>
        Gen.Select(Gen.Char["abc/"].Array[0, 5], Gen.Char["abc/"].Array[0, 8]).Sample((pattern, path) =>
        {
            var (rule, page) = ("/" + new string(pattern), "/" + new string(path));
            var rules = RobotsRules.Parse(Encoding.UTF8.GetBytes($"User-agent: *\nDisallow: {rule}"), "NewsBot");
            return rules.Allows(new("https://news.example" + page)) != page.StartsWith(rule, StringComparison.Ordinal);
        });

    [Theory]
    [InlineData("404 Not Found", true), InlineData("401 No", true), InlineData("403 No", true), InlineData("429 Slow", false), InlineData("500 Oops", false), InlineData("503 Later", false)]
    public async Task What_the_status_says_is_obeyed(string status, bool allowed)
    {
        await using var server = RawServer.Saying($"HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n");
        using var outing = new Outing();
        Assert.Equal(allowed, await outing.Robots.AllowsAsync(server.Address("/page"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task It_is_asked_once_a_day_for_a_site()
    {
        await using var server = RawServer.Saying(RawServer.Ok("User-agent: *\nDisallow: /private"));
        using var outing = new Outing();
        for (var i = 0; i < 5; i++) Assert.True(await outing.Robots.AllowsAsync(server.Address($"/page/{i}"), TestContext.Current.CancellationToken));
        Assert.False(await outing.Robots.AllowsAsync(server.Address("/private"), TestContext.Current.CancellationToken));
        Assert.Single(server.Asked);
        outing.Clock.Advance(TimeSpan.FromDays(1));
        await outing.Robots.AllowsAsync(server.Address("/page"), TestContext.Current.CancellationToken);
        Assert.Equal(2, server.Asked.Count);
    }

    [Fact]
    public async Task What_is_past_its_first_500_kilobytes_is_left_unread()
    {
        await using var server = RawServer.Saying(RawServer.Ok("User-agent: *\nDisallow: /private\n" + new string('#', 600_000) + "\nDisallow: /"));
        using var outing = new Outing();
        Assert.True(await outing.Robots.AllowsAsync(server.Address("/page"), TestContext.Current.CancellationToken));
        Assert.False(await outing.Robots.AllowsAsync(server.Address("/private"), TestContext.Current.CancellationToken));
    }
}
