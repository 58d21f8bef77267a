using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Core.Sources;
using NewsBot.Sources.Push;

namespace NewsBot.Sources.Tests.Push;

public sealed class PushDoorTests : IDisposable
{
    private const string Topic = "https://herald.example/feed";
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private readonly MemoryHubs _hubs = new();
    private readonly Basket _basket = new();
    private readonly PushDoor _door;

    public PushDoorTests() => _door = new(_hubs, _basket, _clock, NullLogger<PushDoor>.Instance);

    public void Dispose() => _door.Dispose();

    [Fact]
    public async Task A_hub_that_asks_about_what_we_asked_for_gets_its_challenge_back()
    {
        await Given(HubStanding.Asked);
        Assert.Equal("xyz", await Ask("subscribe", lease: "864000"));
        var now = _hubs["cb"]!;
        Assert.Equal(HubStanding.Active, now.Standing);
        Assert.Equal(_clock.GetUtcNow() + TimeSpan.FromDays(10), now.LeaseEndsAt);
        Assert.InRange(now.NextAt, _clock.GetUtcNow() + TimeSpan.FromDays(7.5), _clock.GetUtcNow() + TimeSpan.FromDays(9));
    }

    [Theory]
    [InlineData("subscribe", "https://other.example/feed", "xyz")]
    [InlineData("subscribe", null, "xyz")]
    [InlineData("subscribe", Topic, null)]
    [InlineData("subscribe", Topic, "")]
    [InlineData("unsubscribe", Topic, "xyz")]
    [InlineData("publish", Topic, "xyz")]
    [InlineData(null, Topic, "xyz")]
    public async Task A_question_about_anything_else_is_not_answered(string? mode, string? topic, string? challenge)
    {
        await Given(HubStanding.Asked);
        Assert.Null(await _door.ConfirmAsync("cb", new(mode, topic, challenge, "60"), Stop));
        Assert.Equal(HubStanding.Asked, _hubs["cb"]!.Standing);
    }

    [Fact]
    public async Task A_question_that_was_answered_is_not_answered_again()
    {
        await Given(HubStanding.Asked);
        Assert.NotNull(await Ask("subscribe", lease: "3600"));
        Assert.Null(await Ask("subscribe", lease: "31536000"));
        Assert.Equal(_clock.GetUtcNow() + TimeSpan.FromHours(1), _hubs["cb"]!.LeaseEndsAt);
    }

    [Fact]
    public async Task Nobody_is_told_whether_an_address_was_ever_given_out()
    {
        Assert.Null(await Ask("subscribe"));
        Assert.Equal(PushAnswer.Unknown, await Push("news", "sha256", callback: "other"));
        Assert.Equal(PushAnswer.Unknown, await Push("news", "sha256", callback: new string('a', 1_000)));
    }

    [Fact]
    public async Task An_endless_challenge_is_not_echoed()
    {
        await Given(HubStanding.Asked);
        Assert.Null(await _door.ConfirmAsync("cb", new("subscribe", Topic, new string('a', 5_000), "60"), Stop));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("1")]
    public async Task A_lease_of_nothing_is_no_reason_to_ask_all_day_nor_to_poll_less(string lease)
    {
        await Given(HubStanding.Asked);
        Assert.NotNull(await Ask("subscribe", lease: lease));
        Assert.Equal(_clock.GetUtcNow() + TimeSpan.FromHours(1), _hubs["cb"]!.NextAt);
        Assert.False(HubPlan.IsReliable(_hubs["cb"]!, _clock.GetUtcNow() + TimeSpan.FromSeconds(1)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("soon")]
    [InlineData("99999999999999999999")]
    public async Task A_hub_that_grants_no_time_is_taken_to_grant_what_was_asked(string? lease)
    {
        await Given(HubStanding.Asked);
        Assert.NotNull(await Ask("subscribe", lease: lease));
        Assert.Equal(_clock.GetUtcNow() + HubPlan.Lease, _hubs["cb"]!.LeaseEndsAt);
    }

    [Fact]
    public async Task A_hub_that_says_no_is_asked_again_in_a_week()
    {
        await Given(HubStanding.Active);
        Assert.Equal("", await Ask("denied"));
        Assert.Equal(HubStanding.Denied, _hubs["cb"]!.Standing);
        Assert.Equal(_clock.GetUtcNow() + TimeSpan.FromDays(7), _hubs["cb"]!.NextAt);
        Assert.False(HubPlan.IsReliable(_hubs["cb"]!, _clock.GetUtcNow()));
        Assert.Equal(PushAnswer.Unknown, await Push("news", "sha256"));
    }

    [Fact]
    public async Task A_farewell_is_confirmed_and_forgotten()
    {
        await Given(HubStanding.Leaving);
        Assert.Null(await Ask("subscribe"));
        Assert.Equal("xyz", await Ask("unsubscribe"));
        Assert.Null(_hubs["cb"]);
    }

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    [InlineData("sha384")]
    [InlineData("sha512")]
    public async Task News_with_the_right_signature_are_taken_in(string method)
    {
        await Given(HubStanding.Active);
        Assert.Equal(PushAnswer.Taken, await Push("Новини", method));
        Assert.Equal(["herald: Новини"], _basket.Taken);
        Assert.Equal(_clock.GetUtcNow(), _hubs["cb"]!.PushedAt);
        Assert.Equal(0, _hubs["cb"]!.Missed);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256")]
    [InlineData("sha256=")]
    [InlineData("sha256=00")]
    [InlineData("md5=d41d8cd98f00b204e9800998ecf8427e")]
    [InlineData("sha256=zz3cd4cd98f00b204e9800998ecf8427e")]
    public async Task News_without_the_right_signature_are_passed_over_without_a_word(string? signature)
    {
        await Given(HubStanding.Active);
        Assert.Equal(PushAnswer.Taken, await _door.DeliverAsync("cb", new MemoryStream("news"u8.ToArray()), null, signature, Stop));
        Assert.Empty(_basket.Taken);
        Assert.Null(_hubs["cb"]!.PushedAt);
    }

    [Fact]
    public async Task A_signature_of_other_news_or_of_another_secret_does_not_do()
    {
        await Given(HubStanding.Active);
        await Push("news", "sha256", signed: "other news");
        await Push("news", "sha256", secret: "guess");
        Assert.Empty(_basket.Taken);
    }

    [Fact]
    public async Task Only_so_much_is_read()
    {
        await Given(HubStanding.Active);
        Assert.Equal(PushAnswer.Taken, await Push(new string('a', PushDoor.MostBytes), "sha1"));
        Assert.Equal(PushAnswer.TooLarge, await Push(new string('a', PushDoor.MostBytes + 1), "sha1"));
        Assert.Single(_basket.Taken);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Task Given(HubStanding standing) => _hubs.AddAsync(
        new("cb", "herald", new("https://hub.example/"), new(Topic), "secret") { Standing = standing, IsPending = standing is not HubStanding.Active, LeaseEndsAt = _clock.GetUtcNow().AddDays(1), Missed = 2 }, Stop);

    private Task<string?> Ask(string mode, string? lease = "60") => _door.ConfirmAsync("cb", new(mode, Topic, "xyz", lease), Stop);

    private Task<PushAnswer> Push(string text, string method, string callback = "cb", string secret = "secret", string? signed = null)
    {
        var mac = CryptographicOperations.HmacData(new(method.ToUpperInvariant()), Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(signed ?? text));
        return _door.DeliverAsync(callback, new MemoryStream(Encoding.UTF8.GetBytes(text)), "application/rss+xml", $"{method}={Convert.ToHexStringLower(mac)}", Stop);
    }
}
