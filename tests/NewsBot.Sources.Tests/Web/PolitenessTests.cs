using NewsBot.Sources.Web;

namespace NewsBot.Sources.Tests.Web;

public sealed class PolitenessTests
{
    [Theory]
    [InlineData("\"abc\"", "Mon, 23 Nov 2026 08:00:00 GMT"), InlineData("W/\"abc\"", null), InlineData("no-quotes", "yesterday, about noon"), InlineData("\"ünïcode\"", null), InlineData(null, "0")]
    public async Task Validators_go_back_as_they_came(string? tag, string? modified)
    {
        var headers = (tag is null ? "" : $"ETag: {tag}\r\n") + (modified is null ? "" : $"Last-Modified: {modified}\r\n");
        await using var server = RawServer.Saying(RawServer.Ok("news", headers), "HTTP/1.1 304 Not Modified\r\n\r\n");
        using var outing = new Outing();
        using var first = Assert.IsType<FetchResult.Fetched>(await outing.Get(server.Address()));
        Assert.IsType<FetchResult.NotModified>(await outing.Get(server.Address(), first.Validators));
        Assert.DoesNotContain("If-", server.Asked[0]);
        if (tag is not null) Assert.Contains($"\r\nIf-None-Match: {tag}\r\n", server.Asked[1]);
        if (modified is not null) Assert.Contains($"\r\nIf-Modified-Since: {modified}\r\n", server.Asked[1]);
        Assert.Equal(modified is not null, server.Asked[1].Contains("If-Modified-Since", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Validators_are_not_sent_to_another_address()
    {
        await using var server = RawServer.ByPath(path => path == "/feed" ? RawServer.To("/new") : RawServer.Ok("news", "ETag: \"2\"\r\n"));
        using var outing = new Outing();
        using var result = await outing.Get(server.Address(), new(server.Address(), "\"1\"", null));
        Assert.Contains("\"1\"", server.Asked[0]);
        Assert.DoesNotContain("If-None-Match", server.Asked[1]);
    }

    [Fact]
    public async Task A_body_that_broke_off_gives_no_validators()
    {
        await using var server = RawServer.Saying("HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Length: 50\r\n\r\nhalf");
        using var outing = new Outing();
        Assert.IsType<FetchResult.Broken>(await outing.Get(server.Address()));
    }

    [Fact]
    public async Task We_say_who_we_are_and_nothing_else()
    {
        await using var server = RawServer.Saying(RawServer.Ok("news", "Set-Cookie: id=7\r\n"));
        using var outing = new Outing();
        (await outing.Get(server.Address())).Dispose();
        (await outing.Get(server.Address())).Dispose();
        var names = server.Asked[1].Split("\r\n").Skip(1).Where(line => line.Length > 0).Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]);
        Assert.Equal(["Accept", "Accept-Encoding", "Host", "User-Agent"], names.Order(StringComparer.Ordinal));
        Assert.Contains("(+https://newsroom.example/bot)", server.Asked[1]);
    }

    [Theory]
    [InlineData("Cache-Control: public, max-age=3600", 3600, null, null)]
    [InlineData("Cache-Control: max-age=\"60\"", 60, null, null)]
    [InlineData("Cache-Control: max-age=-1", null, null, null)]
    [InlineData("Cache-Control: max-age=99999999999999999999", null, null, null)]
    [InlineData("Expires: Mon, 23 Nov 2026 09:30:00 GMT", null, 1800, null)]
    [InlineData("Date: Mon, 23 Nov 2020 09:00:00 GMT\r\nExpires: Mon, 23 Nov 2020 09:30:00 GMT", null, 1800, null)]
    [InlineData("Expires: 0", null, null, null)]
    [InlineData("Retry-After: 90", null, null, 90)]
    [InlineData("Retry-After: Mon, 23 Nov 2026 10:00:00 GMT", null, null, 3600)]
    [InlineData("Retry-After: soon", null, null, null)]
    public async Task Hints_are_read(string header, int? maxAge, int? expires, int? retry)
    {
        await using var server = RawServer.Saying(RawServer.Ok("news", header + "\r\n"));
        using var outing = new Outing();
        using var fetched = Assert.IsType<FetchResult.Fetched>(await outing.Get(server.Address()));
        Assert.Equal(new(Seconds(maxAge), Seconds(expires), Seconds(retry)), fetched.Hints);
    }

    [Theory]
    [InlineData("http://x.example/ (hello)", false), InlineData("a\r\nX-Evil: 1", false), InlineData("bot@news.example", true), InlineData("", true)]
    public void A_contact_must_fit_into_a_header(string contact, bool right) =>
        Assert.Equal(right, new FetchingOptionsCheck().Validate(null, new() { Contact = contact }).Succeeded);

    private static TimeSpan? Seconds(int? seconds) => seconds is { } some ? TimeSpan.FromSeconds(some) : null;
}
