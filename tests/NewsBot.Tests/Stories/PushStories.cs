using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using NewsBot.Core.Chat;
using NewsBot.Core.Sources;

namespace NewsBot.Tests.Stories;

/// <summary>A feed with a hub: what the hub brings is posted, once, and nobody else can bring anything.</summary>
public sealed class PushStories : IAsyncLifetime
{
    private readonly BotHouse _house = new("Sources");
    private LoopbackSite _site = null!;
    private TestHub _hub = null!;
    private string _hubPath = "/hub";
    private string _hubHost = "127.0.0.1";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await LoopbackSite.StartAsync();
        _hub = new(_site);
        Publish(1);
        var address = $"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}";
        _house.SetLocal("Address", address);
        _house.SetLocal("Rooms", JsonNode.Parse("""[ { "Name": "front-page", "Follows": [ "everything" ] } ]""")!);
        _house.Set("PublicUrl", address);
        _house.SetList("Allow", "127.0.0.1");
        _house.Set("Spacing", "00:00:00");
        await _house.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _house.DisposeAsync();
        _hub.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task What_a_hub_brings_is_posted_once_and_the_later_poll_posts_nothing_again()
    {
        var callback = await SubscribedAsync();
        var asked = Assert.Single(_hub.Requests);
        Assert.Equal(("subscribe", _site.Address("/feed")), (asked["hub.mode"], asked["hub.topic"]));
        Assert.True(asked["hub.secret"].Length >= 32);
        Assert.Empty(await PostsAsync());

        Assert.Equal(HttpStatusCode.Accepted, await _hub.PushAsync(Feed(1, 2)));
        await BotHouse.WaitAsync(async () => (await PostsAsync()).Count == 1);
        Assert.Contains("Notice 2", Assert.Single(await PostsAsync()));

        Publish(1, 2, 3);
        await PollNowAsync();
        await BotHouse.WaitAsync(async () => (await PostsAsync()).Count == 2);
        Assert.Equal(HttpStatusCode.Accepted, await _hub.PushAsync(Feed(1, 2, 3)));
        await _house.SettledAsync(2);
        Assert.Equal(["Notice 2", "Notice 3"], (await PostsAsync()).Select(Headline));
        Assert.Equal(callback, Assert.Single(_hub.Subscribers.Keys));
    }

    [Fact]
    public async Task A_restart_keeps_the_subscription()
    {
        await SubscribedAsync();
        await _house.StopAsync();
        await _house.StartAsync();
        Assert.Equal(HttpStatusCode.Accepted, await _hub.PushAsync(Feed(1, 2)));
        await BotHouse.WaitAsync(async () => (await PostsAsync()).Count == 1);
        Assert.Single(_hub.Requests);
    }

    [Fact]
    public async Task Once_a_hub_works_the_feed_is_polled_only_as_the_net_below_it()
    {
        await SubscribedAsync();
        await PollNowAsync();
        await BotHouse.WaitAsync(async () => (await StateAsync()).NextAt > TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(5));
        Publish(1, 2);
        await PollNowAsync();
        await BotHouse.WaitAsync(async () => (await PostsAsync()).Count == 1);
        await BotHouse.WaitAsync(async () => (await StateAsync()).NextAt < TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(5));
    }

    [Fact]
    public async Task A_forged_push_is_answered_like_a_real_one_and_passed_over()
    {
        var callback = await SubscribedAsync();
        Assert.Equal(HttpStatusCode.Accepted, await _hub.PushAsync(Feed(1, 2), secret: "a guess", callback: callback));
        Assert.Equal(HttpStatusCode.Accepted, await _hub.PushAsync("<rss>", callback: callback, secret: _hub.Subscribers[callback]));
        await PollNowAsync();
        await _house.SettledAsync();
        Assert.Empty(await PostsAsync());
    }

    [Fact]
    public async Task Strangers_learn_nothing_and_replays_do_nothing()
    {
        var callback = await SubscribedAsync();
        var elsewhere = callback[..^4] + "0000";
        var topic = _site.Address("/feed");
        Assert.Equal((HttpStatusCode.NotFound, ""), await _hub.AskAsync(callback, "subscribe", topic, "again", "31536000"));
        Assert.Equal((HttpStatusCode.NotFound, ""), await _hub.AskAsync(callback, "unsubscribe", topic, "again"));
        Assert.Equal((HttpStatusCode.NotFound, ""), await _hub.AskAsync(elsewhere, "subscribe", topic, "x"));
        Assert.Equal(HttpStatusCode.NotFound, await _hub.PushAsync(Feed(1, 2), secret: "x", callback: elsewhere));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await _hub.PushAsync(new string(' ', 6 * 1024 * 1024), secret: "x", callback: callback));
        Assert.Equal(HubStanding.Active, (await PushAsync())!.Standing);
    }

    [Fact]
    public async Task A_hub_that_asks_about_something_else_or_never_asks_leaves_the_feed_polled_as_usual()
    {
        _hub.WrongTopic = _site.Address("/other");
        await AddAsync();
        await BotHouse.WaitAsync(() => Task.FromResult(_hub.Requests.Count == 1));
        await PollNowAsync();
        Assert.Empty(_hub.Subscribers);
        Assert.Equal(HubStanding.Asked, (await PushAsync())!.Standing);
        Publish(1, 2);
        await PollNowAsync();
        await BotHouse.WaitAsync(async () => (await PostsAsync()).Count == 1);
        Assert.True((await StateAsync()).NextAt < TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(5));
    }

    [Fact]
    public async Task A_hub_that_refuses_is_asked_again_later_and_not_at_once()
    {
        _hub.Answer = 503;
        await AddAsync();
        await BotHouse.WaitAsync(async () => (await PushAsync())?.Trouble is not null);
        Assert.Single(_hub.Requests);
        Assert.True((await PushAsync())!.NextAt > TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(50));
    }

    [Fact]
    public async Task A_hub_that_moved_is_followed_with_what_was_asked()
    {
        Redirect("/old-hub", 308);
        _hubPath = "/old-hub";
        Publish(1);
        await SubscribedAsync();
        Assert.Equal(1, _site.Count("POST /hub"));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    public async Task A_redirect_that_would_lose_the_form_is_not_followed(int status)
    {
        Redirect("/old-hub", status);
        _hubPath = "/old-hub";
        Publish(1);
        await AddAsync();
        await BotHouse.WaitAsync(async () => (await PushAsync())?.Trouble is not null);
        Assert.Empty(_hub.Requests);
        Assert.Equal(0, _site.Count("GET /hub"));
    }

    [Fact]
    public async Task A_hub_inside_our_own_network_is_not_called()
    {
        _hubHost = "127.0.0.2";
        Publish(1);
        await AddAsync();
        await BotHouse.WaitAsync(async () => (await PushAsync())?.Trouble is not null);
        Assert.Contains("not on the public internet", (await PushAsync())!.Trouble);
        Assert.Empty(_hub.Requests);
    }

    [Fact]
    public async Task A_source_that_is_removed_is_unsubscribed_and_forgotten()
    {
        await SubscribedAsync();
        await _house.Get<IWebSources>().RemoveAsync("herald", Stop);
        // It is noticed at the next look around; a start is one.
        await _house.StopAsync();
        await _house.StartAsync();
        await BotHouse.WaitAsync(() => Task.FromResult(_hub.Subscribers.Count == 0));
        await BotHouse.WaitAsync(async () => (await _house.Get<IHubSubscriptions>().AllAsync(Stop)).Count == 0);
        Assert.Equal(["subscribe", "unsubscribe"], _hub.Requests.Select(request => request["hub.mode"]));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Redirect(string path, int status) => _site.Pages[path] = context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = "/hub";
        return Task.CompletedTask;
    };

    private void Publish(params int[] notices) => _site.Says("/feed", "application/rss+xml", Feed(notices));

    private string Feed(params int[] notices) => $"""
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
          <title>Herald</title><link>{_site.Address("/")}</link>
          <atom:link rel="hub" href="{_site.Address(_hubPath).Replace("127.0.0.1", _hubHost, StringComparison.Ordinal)}"/><atom:link rel="self" href="{_site.Address("/feed")}"/>
          {string.Concat(notices.Reverse().Select(Item))}
        </channel></rss>
        """;

    private string Item(int number) => $"""
        <item><title>Notice {number}</title><link>{_site.Address($"/notice/{number}")}</link><guid>notice-{number}</guid>
        <pubDate>{TimeProvider.System.GetUtcNow().AddMinutes(number - 60):R}</pubDate><description>Word number {number} of the harbour about boat {number * 7} and pier {number * 13}.</description></item>
        """;

    private Task<WebSource> AddAsync() => _house.Get<IWebSources>().AddAsync(
        new("herald", new(_site.Address("/feed")), WebSourceKind.Feed) { Title = "Herald", AddedAt = TimeProvider.System.GetUtcNow() }, Stop);

    /// <returns>The address that the hub was given.</returns>
    private async Task<string> SubscribedAsync()
    {
        await AddAsync();
        await BotHouse.WaitAsync(() => Task.FromResult(_hub.Subscribers.Count == 1));
        await BotHouse.WaitAsync(async () => (await PushAsync())?.Standing is HubStanding.Active);
        return Assert.Single(_hub.Subscribers.Keys);
    }

    private async Task<HubSubscription?> PushAsync() => (await _house.Get<IHubSubscriptions>().OfAsync("herald", Stop)).SingleOrDefault();

    private async Task<WebSourceState> StateAsync() => (await _house.Get<IWebSources>().FindAsync("herald", Stop))!;

    private async Task PollNowAsync()
    {
        var sources = _house.Get<IWebSources>();
        var before = _site.Count("GET /feed");
        var source = (await StateAsync()).Source;
        await sources.SaveAsync(source with { PausedAt = TimeProvider.System.GetUtcNow() }, Stop);
        await sources.SaveAsync(source with { PausedAt = null }, Stop);
        await BotHouse.WaitAsync(() => Task.FromResult(_site.Count("GET /feed") > before));
    }

    private async Task<IReadOnlyList<string>> PostsAsync() => [.. (await _house.Get<IRoomBook>().AfterAsync("front-page", 0, 1_000, Stop)).Select(entry => entry.Text)];

    private static string Headline(string post) => post.Contains("Notice 2", StringComparison.Ordinal) ? "Notice 2" : "Notice 3";
}
