using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Core.Sources;
using NewsBot.Sources.Push;

namespace NewsBot.Sources.Tests.Push;

public sealed class PushPlanTests
{
    private static readonly Uri Feed = new("https://herald.example/feed");
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private readonly MemoryHubs _hubs = new();

    [Fact]
    public async Task Without_a_public_address_no_hub_is_thought_of()
    {
        Assert.Null(await Pushes("").AfterPollAsync("herald", Hint("https://hub.example/"), hasNews: true, Stop));
        Assert.Empty(await _hubs.AllAsync(Stop));
    }

    [Fact]
    public async Task A_feed_that_names_a_hub_is_subscribed_once()
    {
        await Poll("https://hub.example/");
        await Poll("https://hub.example/");
        var one = Assert.Single(await _hubs.AllAsync(Stop));
        Assert.Equal((64, 64, HubStanding.Asked), (one.Callback.Length, one.Secret.Length, one.Standing));
        Assert.NotEqual(one.Callback, one.Secret);
    }

    [Fact]
    public async Task A_feed_that_turns_to_another_hub_or_none_leaves_the_first()
    {
        await Poll("https://hub.example/");
        await Poll("https://hub2.example/");
        Assert.Equal([HubStanding.Leaving, HubStanding.Asked], (await _hubs.AllAsync(Stop)).OrderBy(it => it.Hub.Host).Select(it => it.Standing));
        await Poll(null);
        Assert.All(await _hubs.AllAsync(Stop), it => Assert.Equal(HubStanding.Leaving, it.Standing));
    }

    [Fact]
    public async Task A_body_that_was_not_read_changes_nothing()
    {
        await Poll("https://hub.example/");
        Assert.Null(await Pushes().AfterPollAsync("herald", null, hasNews: false, Stop));
        Assert.Equal(HubStanding.Asked, Assert.Single(await _hubs.AllAsync(Stop)).Standing);
    }

    [Fact]
    public async Task Polling_slows_down_while_the_hub_works_and_no_longer()
    {
        Assert.Null(await Poll("https://hub.example/"));
        var callback = Assert.Single(await _hubs.AllAsync(Stop)).Callback;
        await _hubs.ChangeAsync(callback, it => HubPlan.Confirmed(it, TimeSpan.FromDays(2), _clock.GetUtcNow(), 0), Stop);
        Assert.Equal(HubPlan.Net, await Poll("https://hub.example/"));
        Assert.Null(await Poll("https://hub.example/", hasNews: true));
        Assert.Null(await Poll("https://hub.example/"));
        await _hubs.ChangeAsync(callback, it => HubPlan.Pushed(it, _clock.GetUtcNow()), Stop);
        Assert.Equal(HubPlan.Net, await Poll("https://hub.example/"));
        _clock.Advance(TimeSpan.FromDays(2));
        Assert.Null(await Poll("https://hub.example/"));
    }

    [Fact]
    public void A_hub_that_never_confirms_is_asked_less_and_less_often()
    {
        var it = new HubSubscription("cb", "herald", new("https://hub.example/"), Feed, "s") { NextAt = _clock.GetUtcNow() };
        var waits = new List<double>();
        for (var i = 0; i < 9; i++)
        {
            it = HubPlan.Asking(it, "told", _clock.GetUtcNow(), 0);
            waits.Add((it.NextAt - _clock.GetUtcNow()).TotalHours);
        }
        Assert.Equal([1, 2, 4, 8, 16, 24, 168, 168, 168], waits);
    }

    [Theory]
    [InlineData("https://herald.example/feed", "http://hub.example/", null)]
    [InlineData("http://herald.example/feed", "http://hub.example/", "http://hub.example/")]
    [InlineData("https://herald.example/feed", "/hub", "https://herald.example/hub")]
    [InlineData("https://herald.example/feed", "ftp://hub.example/", null)]
    [InlineData("https://herald.example/feed", "https://me:pw@hub.example/", null)]
    [InlineData("https://herald.example/feed", "not an address at all ://", null)]
    public void A_hub_is_asked_only_where_that_is_as_safe_as_the_feed(string feed, string hub, string? expected)
    {
        var hint = HubHint.Of(new(feed), null, [hub]);
        // A senseless text may be taken for a path; it stays on the feed's own site.
        if (expected is null && hint.Hub is not null) Assert.Equal("herald.example", hint.Hub.Host);
        else Assert.Equal(expected, hint.Hub?.AbsoluteUri);
    }

    [Theory]
    [InlineData("/self", "https://herald.example/self")]
    [InlineData("https://elsewhere.example/feed", "https://elsewhere.example/feed")]
    [InlineData("javascript:alert(1)", "https://herald.example/feed")]
    [InlineData(null, "https://herald.example/feed")]
    public void What_a_feed_calls_itself_is_what_a_hub_is_asked_for(string? self, string expected) =>
        Assert.Equal(expected, HubHint.Of(Feed, self, []).Topic.AbsoluteUri);

    [Theory]
    [InlineData("<https://hub.example/>; rel=\"hub\"", "https://hub.example/")]
    [InlineData("<https://hub.example/>; rel=hub, <https://herald.example/feed>; rel=self", "https://hub.example/")]
    [InlineData("<https://a.example/>; title=\"a, <b>; rel=hub\"; rel=\"self\", </h>; rel=\"next hub\"", "/h")]
    [InlineData("<https://a.example/?a=1,2;3>;rel=HUB", "https://a.example/?a=1,2;3")]
    [InlineData("<https://a.example/>; relation=hub", null)]
    [InlineData("<https://a.example/; rel=hub", null)]
    [InlineData("", null)]
    public void Hubs_are_found_in_headers(string header, string? expected) =>
        Assert.Equal(expected, LinkHeaders.Targets([header], "hub").FirstOrDefault());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static HubHint Hint(string? hub) => HubHint.Of(Feed, null, hub is null ? [] : [hub]);

    private Pushes Pushes(string publicUrl = "https://bot.example") => new(_hubs, new(), Options.Create(new PushOptions { PublicUrl = publicUrl }), _clock);

    private Task<TimeSpan?> Poll(string? hub, bool hasNews = false) => Pushes().AfterPollAsync("herald", Hint(hub), hasNews, Stop);
}
