using Microsoft.Extensions.Time.Testing;
using NewsBot.DiscordApi;

namespace NewsBot.Discord.Tests.Server;

/// <summary>Buckets, the global limit, and faults on demand.</summary>
public sealed class LimitTests
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch.AddYears(60));

    [Fact]
    public async Task A_channel_takes_five_messages_in_five_seconds_and_tells_so()
    {
        await using var house = await OpenAsync();
        var other = house.Guild.AddTextChannel("other");
        var first = await house.Client.SayAsync(house.News, "1");
        Assert.Equal(("5", "4", "5"), (first.Header("X-RateLimit-Limit"), first.Header("X-RateLimit-Remaining"), first.Header("X-RateLimit-Reset-After")));
        for (var sent = 0; sent < 4; sent++) await house.Client.SayAsync(house.News, "1");

        var refused = await house.Client.SayAsync(house.News, "6");
        Assert.Equal((429, "user", "5"), (refused.Status, refused.Header("X-RateLimit-Scope"), refused.Header("Retry-After")));
        Assert.Equal((5.0, false), ((double)refused.Body!["retry_after"]!, (bool)refused.Body["global"]!));
        var there = await house.Client.SayAsync(other, "1");
        Assert.Equal(first.Header("X-RateLimit-Bucket"), there.Header("X-RateLimit-Bucket"));

        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(200, (await house.Client.SayAsync(house.News, "6")).Status);
        Assert.Equal(1, house.Server.InvalidRequests);
    }

    [Fact]
    public async Task All_routes_together_take_fifty_a_second()
    {
        await using var house = await OpenAsync();
        house.Server.RateLimits.GlobalPerSecond = 2;
        await house.Client.GetAsync("users/@me");
        await house.Client.GetAsync($"channels/{house.News.Id}");
        var refused = await house.Client.GetAsync($"guilds/{house.Guild.Id}");
        Assert.Equal((429, "global", "true", true), (refused.Status, refused.Header("X-RateLimit-Scope"), refused.Header("X-RateLimit-Global"), (bool)refused.Body!["global"]!));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await house.Client.GetAsync("users/@me")).Status);
    }

    [Fact]
    public async Task Ten_messages_an_hour_are_published()
    {
        await using var house = await OpenAsync();
        var wire = house.Guild.AddAnnouncementChannel("wire");
        house.Server.RateLimits.Set("POST channels/{channel}/messages", 100, TimeSpan.FromSeconds(1));
        for (var sent = 0; sent < 11; sent++) await house.Client.SayAsync(wire, $"{sent}");
        var replies = new List<int>();
        foreach (var message in wire.Messages) replies.Add((await house.Client.PostAsync($"channels/{wire.Id}/messages/{message.Id}/crosspost", null)).Status);
        Assert.Equal([.. Enumerable.Repeat(200, 10), 429], replies);
        Assert.Equal(10, wire.Messages.Count(it => it.IsCrossposted));
    }

    [Fact]
    public async Task Without_limits_nothing_is_refused_and_nothing_told()
    {
        await using var house = await OpenAsync();
        house.Server.RateLimits.IsOn = false;
        for (var sent = 0; sent < 60; sent++) Assert.Equal(200, (await house.Client.SayAsync(house.News, "a")).Status);
        Assert.False((await house.Client.SayAsync(house.News, "a")).Response.Headers.Contains("X-RateLimit-Limit"));
    }

    [Fact]
    public async Task Too_many_invalid_calls_are_banned_by_Cloudflare()
    {
        await using var house = await House.OpenAsync(new() { Clock = _clock, InvalidRequestsBeforeBan = 2 });
        house.Client.Headers.Authorization = new("Bot", "wrong");
        await house.Client.GetAsync("users/@me");
        await house.Client.GetAsync("users/@me");
        var banned = await house.Client.GetAsync("users/@me");
        Assert.Equal((429, null), (banned.Status, banned.Body));
        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(401, (await house.Client.GetAsync("users/@me")).Status);
    }

    [Fact]
    public async Task A_call_cut_before_it_was_accepted_leaves_nothing_and_one_cut_after_leaves_its_message()
    {
        await using var house = await OpenAsync();
        house.Server.Faults.Next(1, Fault.CutBeforeAccept);
        await Assert.ThrowsAsync<HttpRequestException>(() => house.Client.SayAsync(house.News, "before"));
        Assert.Empty(house.News.Messages);
        house.Server.Faults.Next(1, Fault.CutAfterAccept, call => call.Method == "POST");
        await Assert.ThrowsAsync<HttpRequestException>(() => house.Client.SayAsync(house.News, "after"));
        Assert.Equal("after", Assert.Single(house.News.Messages).Content);
    }

    [Fact]
    public async Task Every_kind_of_failing_answer_can_be_ordered()
    {
        await using var house = await OpenAsync();
        house.Server.Faults.Next(1, Fault.ServerError);
        house.Server.Faults.Next(1, Fault.BadGateway);
        house.Server.Faults.Next(1, Fault.SharedLimit(TimeSpan.FromSeconds(1.5)));
        house.Server.Faults.Next(1, Fault.Cloudflare(TimeSpan.FromMinutes(1)));
        house.Server.Faults.Next(1, Fault.Error(ApiError.UnknownChannel));
        Assert.Equal(500, (await house.Client.GetAsync("users/@me")).Status);
        Assert.Equal("text/html", (await house.Client.GetAsync("users/@me")).Response.Content.Headers.ContentType!.MediaType);
        var shared = await house.Client.GetAsync("users/@me");
        Assert.Equal((429, "shared", 1.5, "2"), (shared.Status, shared.Header("X-RateLimit-Scope"), (double)shared.Body!["retry_after"]!, shared.Header("Retry-After")));
        Assert.Equal(0, house.Server.InvalidRequests);
        Assert.Equal("60", (await house.Client.GetAsync("users/@me")).Header("Retry-After"));
        Assert.Equal(10003, (await house.Client.GetAsync("users/@me")).Code);
        Assert.Equal(200, (await house.Client.GetAsync("users/@me")).Status);
        Assert.Equal(["500", "502", "429", "429", "404", "200"], house.Server.Calls.Select(call => $"{call.Status}"));
    }

    [Fact]
    public async Task A_share_of_the_calls_fails_the_same_way_for_the_same_seed()
    {
        await using var house = await OpenAsync();
        house.Server.RateLimits.IsOn = false;
        async Task<string> RunAsync()
        {
            house.Server.Faults.Clear();
            house.Server.Faults.Share(0.3, seed: 7, Fault.ServerError);
            var seen = "";
            for (var call = 0; call < 30; call++) seen += (await house.Client.GetAsync("users/@me")).Status == 500 ? "x" : ".";
            return seen;
        }
        var first = await RunAsync();
        Assert.Contains('x', first);
        Assert.Contains('.', first);
        Assert.Equal(first, await RunAsync());
    }

    [Fact]
    public async Task A_call_may_never_be_answered()
    {
        await using var house = await OpenAsync();
        house.Server.Faults.Next(1, Fault.NeverAnswerAfterAccept);
        var silent = house.Client.SayAsync(house.News, "Hello");
        Assert.Equal("Hello", (await house.News.MessageAsync(_ => true, TestContext.Current.CancellationToken)).Content);
        Assert.False(silent.IsCompleted);
        Assert.Equal(0, house.Server.Calls[^1].Status);
    }

    private Task<House> OpenAsync() => House.OpenAsync(new() { Clock = _clock });
}
