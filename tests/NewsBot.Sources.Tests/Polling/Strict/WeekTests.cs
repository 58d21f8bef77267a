using NewsBot.Core.Sources;

namespace NewsBot.Sources.Tests.Polling.Strict;

/// <summary>A week at a strict host, on a clock that a test moves, with restarts in between.</summary>
public sealed class WeekTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_strict_host_has_nothing_to_say_against_us_after_a_week_with_restarts()
    {
        var house = await PollingHouse.OpenAsync();
        await using var host = await StrictHost.StartAsync(house.Clock);
        StrictFeed[] feeds =
        [
            host.Feed("plain"),
            host.Feed("busy", feed => feed with { Every = TimeSpan.FromMinutes(45) }),
            host.Feed("rare", feed => feed with { Every = Hour * 40 }),
            host.Feed("only-tag", feed => feed with { HasDate = false, Every = Hour * 15 }),
            host.Feed("only-date", feed => feed with { HasTag = false, Every = Hour * 15 }),
            host.Feed("bare", feed => feed with { HasTag = false, HasDate = false }),
            host.Feed("max-age", feed => feed with { MaxAge = Hour * 3, Every = Hour }),
            host.Feed("ttl", feed => feed with { TtlMinutes = 240, Every = Hour }),
            host.Feed("skip", feed => feed with { SkipHours = [0, 1, 2, 3, 4, 5], Every = Hour }),
            host.Feed("unwelcome", feed => feed with { Trouble = (asked, _) => asked is 3 or 4 or 9 ? new(429, Hour * 11) : null }),
            host.Feed("down", feed => feed with { Trouble = (_, since) => since > Hour * 20 && since < Hour * 70 ? new(503, Hour * 2) : null }),
            host.Feed("forbidden", feed => feed with { Trouble = (asked, _) => asked > 5 ? new(403) : null }),
            host.Feed("gone", feed => feed with { Trouble = (asked, _) => asked > 6 ? new(410) : null }),
        ];
        host.Feed("moved-away", feed => feed with { Trouble = (_, _) => new(301, MovedTo: "new-home") });
        host.Feed("new-home");
        foreach (var feed in feeds) await house.AddAsync(feed.Path, host.Address(feed.Path));
        await house.AddAsync("moved", host.Address("moved-away"));

        for (var day = 0; day < 7; day++)
        {
            await house.StartAsync();
            await house.GoOnAsync(TimeSpan.FromHours(day == 3 ? 20 : 24));
            house = await house.RestartedAsync();
            host.ReaderEnded();
            // A day on which it also was switched off for a while.
            if (day == 3) house.Clock.Advance(Hour * 4);
        }

        Assert.Empty(host.Findings);
        Assert.InRange(feeds[1].Asked, 150, 300);
        Assert.All(feeds[..3], feed => Assert.True(feed.Asked > 6, $"{feed.Path} was asked {feed.Asked} times."));
        Assert.Equal(host.Address("new-home"), (await house.StateAsync("moved")).Source.Address);
        await using (house) await TroublesAsync(house);
    }

    [Fact]
    public async Task What_happens_while_nobody_looks_is_read_late_and_posted_once()
    {
        var first = await PollingHouse.OpenAsync();
        await using var host = await StrictHost.StartAsync(first.Clock);
        host.Feed("a", feed => feed with { Every = Hour });
        await first.AddAsync("a", host.Address("a"));
        await first.StartAsync();
        await first.GoOnAsync(TimeSpan.FromMinutes(1));
        Assert.Equal((12, 0), ((await first.TitlesAsync()).Length, await first.OwedAsync()));
        await first.GoOnAsync(Hour * 10);
        await using var house = await first.RestartedAsync();
        house.Clock.Advance(Hour * 5);
        await house.StartAsync();
        await house.GoOnAsync(Hour);
        Assert.InRange((await house.TitlesAsync()).Length, 26, 28);
        Assert.Equal((await house.TitlesAsync()).Length - 12, await house.OwedAsync());
    }

    [Fact]
    public async Task A_source_that_is_added_or_let_go_on_is_asked_at_once()
    {
        await using var house = await PollingHouse.OpenAsync();
        await using var host = await StrictHost.StartAsync(house.Clock);
        var feed = host.Feed("a");
        await house.StartAsync();
        await house.GoOnAsync(Hour);
        var source = await house.AddAsync("a", host.Address("a"));
        await house.SettledAsync();
        Assert.Equal(1, feed.Asked);
        await house.Sources.SaveAsync(source with { PausedAt = house.Clock.GetUtcNow() }, Stop);
        await house.GoOnAsync(Hour * 48);
        Assert.Equal(1, feed.Asked);
        await house.Sources.SaveAsync(source, Stop);
        await house.SettledAsync();
        Assert.Equal(2, feed.Asked);
    }

    [Fact]
    public async Task What_is_no_feed_says_what_it_is_and_is_tried_again()
    {
        await using var house = await PollingHouse.OpenAsync();
        await using var page = Web.RawServer.ByPath(_ => Web.RawServer.Ok("<!doctype html><html><body><p>Hello.</p></body></html>", "Content-Type: text/html\r\n"));
        await house.AddAsync("a", page.Address());
        await house.StartAsync();
        await house.SettledAsync();
        var state = await house.StateAsync("a");
        Assert.Contains("page", state.Trouble, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(house.Clock.GetUtcNow(), state.TroubleSince!.Value, TimeSpan.FromSeconds(5));
        Assert.True(state.NextAt > house.Clock.GetUtcNow());
    }

    [Fact]
    public async Task The_settings_files_sources_are_taken_over_at_start()
    {
        await using var house = await PollingHouse.OpenAsync(
            ("Sources:Web:0:Key", "example"), ("Sources:Web:0:Address", "https://127.0.0.1:9/feed"), ("Sources:Web:0:Kind", "Feed"),
            ("Sources:Web:0:Trusted", "true"), ("Sources:Web:0:Topics:0", "culture"), ("Sources:Web:0:Language", "uk"), ("Sources:Web:0:Images", "false"));
        await house.StartAsync();
        var source = (await house.StateAsync("example")).Source;
        Assert.Equal((WebSourceKind.Feed, "https://127.0.0.1:9/feed"), (source.Kind, source.Address.AbsoluteUri));
        Assert.Equivalent(new WebSourceSettings(IsTrusted: true, ShowsImages: false, Topics: ["culture"], Language: "uk"), source.Settings, strict: true);
    }

    private static async Task TroublesAsync(PollingHouse house)
    {
        var gone = await house.StateAsync("gone");
        Assert.NotNull(gone.Source.PausedAt);
        Assert.NotNull(gone.Source.PausedWhy);
        Assert.Null(gone.NextAt);
        var forbidden = await house.StateAsync("forbidden");
        Assert.NotNull(forbidden.Trouble);
        Assert.True(forbidden.TroubleSince < house.Clock.GetUtcNow() - TimeSpan.FromDays(3));
        Assert.True(forbidden.NextAt > house.Clock.GetUtcNow());
        Assert.Null((await house.StateAsync("down")).Trouble);
        Assert.Null((await house.StateAsync("unwelcome")).Trouble);
    }
}
