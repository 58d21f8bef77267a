using System.Net;
using NewsBot.Sources.Web;

namespace NewsBot.Sources.Tests.Web;

public sealed class AddressTests
{
    [Theory]
    [InlineData("0.0.0.0"), InlineData("0.1.2.3"), InlineData("10.0.0.1"), InlineData("10.255.255.255"), InlineData("100.64.0.1"), InlineData("100.127.255.255")]
    [InlineData("127.0.0.1"), InlineData("127.255.0.9"), InlineData("169.254.169.254"), InlineData("172.16.0.1"), InlineData("172.31.255.255")]
    [InlineData("192.0.0.8"), InlineData("192.0.2.1"), InlineData("192.88.99.1"), InlineData("192.168.1.1"), InlineData("198.18.0.1"), InlineData("198.19.255.255")]
    [InlineData("198.51.100.7"), InlineData("203.0.113.7"), InlineData("224.0.0.1"), InlineData("239.255.255.250"), InlineData("240.0.0.1"), InlineData("255.255.255.255")]
    [InlineData("::"), InlineData("::1"), InlineData("::127.0.0.1"), InlineData("::8.8.8.8"), InlineData("::ffff:127.0.0.1"), InlineData("::ffff:10.0.0.1"), InlineData("::ffff:169.254.169.254")]
    [InlineData("::ffff:0:127.0.0.1"), InlineData("64:ff9b::7f00:1"), InlineData("64:ff9b::a9fe:a9fe"), InlineData("64:ff9b:1::808:808"), InlineData("100::1"), InlineData("100:0:0:1::1")]
    [InlineData("2001::1"), InlineData("2001:0:4136:e378:8000:63bf:3fff:fdd2"), InlineData("2001:2::1"), InlineData("2001:10::1"), InlineData("2001:20::1"), InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::1"), InlineData("2002:808:808::1"), InlineData("3fff::1"), InlineData("3fff:fff::1"), InlineData("5f00::1"), InlineData("fc00::1"), InlineData("fd00:ec2::254")]
    [InlineData("fe80::1"), InlineData("fe80::1%2"), InlineData("fec0::1"), InlineData("ff02::1"), InlineData("ff0e::1"), InlineData("4000::1")]
    public void An_address_that_is_not_public_is_refused(string address)
    {
        Assert.False(AddressGuard.IsPublic(IPAddress.Parse(address)));
        Assert.NotNull(new AddressGuard(new([])).Objection("news.example", IPAddress.Parse(address), 443));
    }

    [Theory]
    [InlineData("8.8.8.8"), InlineData("1.1.1.1"), InlineData("9.255.255.255"), InlineData("11.0.0.0"), InlineData("100.63.255.255"), InlineData("100.128.0.0"), InlineData("172.15.0.1")]
    [InlineData("172.32.0.1"), InlineData("192.0.1.1"), InlineData("198.17.1.1"), InlineData("198.20.0.1"), InlineData("223.255.255.255"), InlineData("::ffff:8.8.8.8"), InlineData("64:ff9b::808:808")]
    [InlineData("2001:4860:4860::8888"), InlineData("2606:4700::1111"), InlineData("2a00:1450::1"), InlineData("2001:200::1")]
    public void A_public_address_is_let_through(string address) => Assert.True(AddressGuard.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("10.1.2.0/24", "x.example", "10.1.2.9", true)]
    [InlineData("10.1.2.0/24", "x.example", "::ffff:10.1.2.9", true)]
    [InlineData("10.1.2.0/24", "x.example", "10.1.3.9", false)]
    [InlineData("10.1.2.3", "x.example", "10.1.2.3", true)]
    [InlineData("10.1.2.3", "x.example", "10.1.2.4", false)]
    [InlineData("rss-bridge.lan", "RSS-Bridge.lan.", "10.9.9.9", true)]
    [InlineData("rss-bridge.lan", "evil.rss-bridge.lan", "10.9.9.9", false)]
    [InlineData("rss-bridge.lan", "rss-bridge.lan.evil.example", "10.9.9.9", false)]
    [InlineData("fd00:1::/32", "x.example", "fd00:1::7", true)]
    public void The_operator_may_allow_a_host_or_a_range(string entry, string host, string address, bool allowed) =>
        Assert.Equal(allowed, new AddressGuard(new([entry])).Objection(host, IPAddress.Parse(address), 3000) is null);

    [Theory]
    [InlineData("rss-bridge.lan", true), InlineData("10.0.0.0/8", true), InlineData("::1", true), InlineData("fd00::/8", true), InlineData("localhost", true)]
    [InlineData("", false), InlineData("10.1.2/33", false), InlineData("http://x", false), InlineData("a b", false), InlineData("10.0.0.0/99", false)]
    public void A_wrong_entry_is_told_at_start(string entry, bool right) =>
        Assert.Equal(right, new FetchingOptionsCheck().Validate(null, new() { Allow = [entry] }).Succeeded);

    [Theory]
    [InlineData(80, true), InlineData(443, true), InlineData(22, false), InlineData(6379, false), InlineData(8080, false), InlineData(25, false)]
    public void Only_the_webs_own_ports_are_open(int port, bool open) =>
        Assert.Equal(open, new AddressGuard(new([])).Objection("news.example", IPAddress.Parse("8.8.8.8"), port) is null);

    [Theory]
    [InlineData("http://127.0.0.1/"), InlineData("http://2130706433/"), InlineData("http://0x7f000001/"), InlineData("http://0177.0.0.1/"), InlineData("http://127.1/"), InlineData("http://0/")]
    [InlineData("http://0x7f.0x0.0x0.0x1/"), InlineData("http://[::1]/"), InlineData("http://[::ffff:127.0.0.1]/"), InlineData("http://[::ffff:7f00:1]/"), InlineData("http://[0:0:0:0:0:ffff:a9fe:a9fe]/")]
    [InlineData("http://[64:ff9b::7f00:1]/"), InlineData("http://[fe80::1%25eth0]/"), InlineData("http://169.254.169.254/latest/meta-data/"), InlineData("http://[fd00:ec2::254]/"), InlineData("http://１２７.０.０.１/")]
    [InlineData("http://127。0。0。1/"), InlineData("http://10.0.0.1:80/"), InlineData("https://192.168.0.1/")]
    public async Task However_it_is_written_a_private_address_is_blocked(string address)
    {
        using var outing = new Outing(allowLoopback: false, names: new SystemNamesForLiterals());
        var blocked = Assert.IsType<FetchResult.Blocked>(await outing.Get(address));
        Assert.DoesNotContain("127", blocked.Why);
    }

    [Theory]
    [InlineData("ftp://news.example/feed"), InlineData("file:///etc/passwd"), InlineData("gopher://news.example:70/"), InlineData("data:text/xml,<rss/>"), InlineData("javascript:alert(1)"), InlineData("feed://news.example/")]
    [InlineData("http://user:secret@news.example/"), InlineData("http://user@news.example/"), InlineData("http://:@news.example/"), InlineData("http://@news.example/"), InlineData("https://news.example@127.0.0.1/")]
    public async Task An_address_of_the_wrong_shape_is_blocked_before_it_is_looked_up(string address)
    {
        using var outing = new Outing();
        var blocked = Assert.IsType<FetchResult.Blocked>(await outing.Get(address));
        Assert.DoesNotContain("secret", blocked.Why);
        Assert.Equal(0, outing.Names.LookUps);
    }

    [Fact]
    public async Task A_relative_or_endless_address_is_blocked()
    {
        using var outing = new Outing();
        Assert.IsType<FetchResult.Blocked>(await outing.Get(new Uri("/feed", UriKind.Relative)));
        Assert.IsType<FetchResult.Blocked>(await outing.Get("http://news.example/" + new string('a', 5_000)));
    }

    // What the system's own look-up makes of odd numbers, without asking the network.
    private sealed class SystemNamesForLiterals : INameResolver
    {
        public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken stop) => Task.FromResult<IReadOnlyList<IPAddress>>([IPAddress.Loopback]);
    }
}
