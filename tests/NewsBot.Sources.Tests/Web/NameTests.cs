using NewsBot.Sources.Web;

namespace NewsBot.Sources.Tests.Web;

public sealed class NameTests
{
    [Theory]
    [InlineData("127.0.0.1"), InlineData("::1"), InlineData("10.0.0.1,192.168.0.1"), InlineData("::ffff:127.0.0.1"), InlineData("169.254.169.254"), InlineData("64:ff9b::7f00:1")]
    public async Task A_name_that_leads_inside_is_blocked(string answer)
    {
        using var outing = new Outing(allowLoopback: false);
        outing.Names.With("news.example", answer);
        var blocked = Assert.IsType<FetchResult.Blocked>(await outing.Get("http://news.example/feed"));
        Assert.DoesNotContain(answer.Split(',')[0], blocked.Why);
    }

    [Theory]
    [InlineData("localhost"), InlineData("localhost."), InlineData("news.example."), InlineData("новини.укр"), InlineData("xn--b1amarcd.xn--j1amh")]
    public async Task Trailing_dots_and_other_alphabets_change_nothing(string host)
    {
        await using var server = RawServer.Saying(RawServer.Ok("secret"));
        using var outing = new Outing(allowLoopback: false);
        outing.Names.With(new Uri($"http://{host}").IdnHost, "127.0.0.1");
        Assert.IsType<FetchResult.Blocked>(await outing.Get(server.Address(host: host)));
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task A_name_is_looked_up_once_and_what_it_says_later_does_not_matter()
    {
        await using var server = RawServer.Saying(RawServer.Ok("news"));
        using var outing = new Outing(["127.0.0.1"], allowLoopback: false);
        outing.Names.With("news.example", "127.0.0.1", "10.0.0.1");
        using var result = await outing.Get(server.Address(host: "news.example"));
        Assert.IsType<FetchResult.Fetched>(result);
        Assert.Equal(1, outing.Names.LookUps);
    }

    [Fact]
    public async Task A_name_that_was_good_and_turns_inside_is_blocked_at_the_next_connection()
    {
        await using var server = RawServer.Saying(RawServer.Ok("news"));
        using var outing = new Outing();
        outing.Names.With("news.example", "127.0.0.1", "127.0.0.2");
        (await outing.Get(server.Address(host: "news.example"))).Dispose();
        Assert.IsType<FetchResult.Blocked>(await outing.Get(server.Address(host: "news.example")));
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task A_name_that_turns_inside_between_two_redirects_is_blocked()
    {
        await using var server = RawServer.Saying(RawServer.To("/second"), RawServer.Ok("secret"));
        using var outing = new Outing();
        outing.Names.With("news.example", "127.0.0.1", "10.0.0.1");
        Assert.IsType<FetchResult.Blocked>(await outing.Get(server.Address(host: "news.example")));
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task Of_several_addresses_only_the_good_ones_are_connected_to()
    {
        await using var server = RawServer.Saying(RawServer.Ok("news"));
        using var outing = new Outing();
        outing.Names.With("news.example", "10.0.0.1,::1,127.0.0.1,192.168.0.1");
        using var result = await outing.Get(server.Address(host: "news.example"));
        Assert.IsType<FetchResult.Fetched>(result);
    }

    [Fact]
    public async Task An_unknown_name_is_told_in_a_sentence()
    {
        using var outing = new Outing();
        var broken = Assert.IsType<FetchResult.Broken>(await outing.Get("http://nowhere.example/"));
        Assert.Contains("no site by that name", broken.Why);
    }

    [Fact]
    public async Task An_allowed_host_may_have_any_port_and_another_host_at_the_same_address_may_not()
    {
        await using var server = RawServer.Saying(RawServer.Ok("bridge"));
        using var outing = new Outing(["rss-bridge.lan"], allowLoopback: false);
        outing.Names.With("rss-bridge.lan", "127.0.0.1").With("evil.example", "127.0.0.1");
        using var result = await outing.Get(server.Address(host: "rss-bridge.lan"));
        Assert.IsType<FetchResult.Fetched>(result);
        Assert.IsType<FetchResult.Blocked>(await outing.Get(server.Address(host: "evil.example")));
    }

    [Fact]
    public async Task A_public_address_on_another_port_is_blocked_unasked()
    {
        using var outing = new Outing();
        outing.Names.With("news.example", "8.8.8.8");
        var blocked = Assert.IsType<FetchResult.Blocked>(await outing.Get("http://news.example:6379/"));
        Assert.Contains("port", blocked.Why);
    }
}
