using NewsBot.Sources.Web;

namespace NewsBot.Sources.Tests.Web;

public sealed class RedirectTests
{
    [Theory]
    [InlineData("http://10.0.0.1/"), InlineData("http://169.254.169.254/latest/meta-data/"), InlineData("http://[::1]/"), InlineData("http://0x7f000002/"), InlineData("//192.168.0.1/admin")]
    [InlineData("http://[::ffff:10.0.0.1]/"), InlineData("file:///etc/passwd"), InlineData("gopher://127.0.0.1:6379/_FLUSHALL"), InlineData("http://user:pw@127.0.0.1/"), InlineData("http://127.0.0.2:22/")]
    public async Task A_redirect_inside_or_elsewhere_is_blocked(string target)
    {
        await using var server = RawServer.Saying(RawServer.To(target));
        using var outing = new Outing();
        Assert.IsType<FetchResult.Blocked>(await outing.Get(server.Address()));
        Assert.Single(server.Asked);
    }

    [Theory]
    [InlineData(301), InlineData(302), InlineData(303), InlineData(307), InlineData(308)]
    public async Task A_redirect_is_followed_and_the_final_address_told(int status)
    {
        await using var server = RawServer.ByPath(path => path == "/feed" ? RawServer.To("new?x=1#part", status) : RawServer.Ok("news"));
        using var outing = new Outing();
        using var fetched = Assert.IsType<FetchResult.Fetched>(await outing.Get(server.Address()));
        Assert.Equal(server.Address("/new?x=1"), fetched.Address);
        Assert.Equal(status is 301 or 308 ? fetched.Address : null, fetched.MovedTo);
    }

    [Fact]
    public async Task Only_the_permanent_beginning_of_the_way_is_a_move()
    {
        await using var server = RawServer.ByPath(path => path switch { "/feed" => RawServer.To("/b", 301), "/b" => RawServer.To("/c"), "/c" => RawServer.To("/d", 308), _ => RawServer.Ok("news") });
        using var outing = new Outing();
        using var result = await outing.Get(server.Address());
        Assert.Equal(server.Address("/b"), result.MovedTo);
    }

    [Theory]
    [InlineData(5, true), InlineData(6, false)]
    public async Task Five_redirects_are_followed_and_no_sixth(int redirects, bool arrives)
    {
        await using var server = RawServer.ByPath(path => path == $"/{redirects}" ? RawServer.Ok("news") : RawServer.To($"/{int.Parse(path[1..], null) + 1}"));
        using var outing = new Outing();
        using var result = await outing.Get(server.Address("/0"));
        Assert.Equal(arrives, result is FetchResult.Fetched);
        Assert.Equal(6, server.Asked.Count);
    }

    [Theory]
    [InlineData("/feed"), InlineData("/other")]
    public async Task A_circle_is_found(string target)
    {
        await using var server = RawServer.ByPath(path => RawServer.To(path == "/feed" ? target : "/feed"));
        using var outing = new Outing();
        Assert.Equal(FetchWords.Circle, (await outing.Get(server.Address())).Trouble);
    }

    [Theory]
    [InlineData(""), InlineData("http://"), InlineData("http://[::1"), InlineData("http:///x")]
    public async Task A_redirect_to_nowhere_is_broken(string target)
    {
        await using var server = RawServer.Saying(RawServer.To(target));
        using var outing = new Outing();
        Assert.IsType<FetchResult.Broken>(await outing.Get(server.Address()));
    }

    [Fact]
    public void From_https_to_http_nobody_goes()
    {
        var way = new Way(new("https://news.example/feed"));
        using var response = new HttpResponseMessage(System.Net.HttpStatusCode.Found);
        response.Headers.TryAddWithoutValidation("Location", "http://news.example/feed");
        Assert.True(way.Takes(response, 5, out var dead));
        Assert.Equal(FetchWords.LessSafe, dead?.Trouble);
    }

    [Fact]
    public async Task A_raw_utf8_location_is_understood()
    {
        await using var server = new RawServer(async (request, stream, stop) => await stream.WriteAsync(
            System.Text.Encoding.UTF8.GetBytes(request.StartsWith("GET /feed ", StringComparison.Ordinal) ? RawServer.To("/новини") : RawServer.Ok("news")), stop));
        using var outing = new Outing();
        using var fetched = Assert.IsType<FetchResult.Fetched>(await outing.Get(server.Address()));
        Assert.Equal("/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8", fetched.Address.AbsolutePath);
    }
}
