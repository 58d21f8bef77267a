using System.Text.Json;
using CsCheck;
using NewsBot.Sources.Web;

namespace NewsBot.Sources.Tests.Web;

public sealed class PollPlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 30, 0, TimeSpan.Zero);
    private static readonly int[] Statuses = [400, 403, 404, 429, 500, 503, 0];
    private static readonly Uri Feed = new("https://news.example/feed");
    private static readonly PollState Fresh = new() { Address = Feed, Validators = new(Feed, "\"1\"", null) };

    [Theory]
    [InlineData(2_016, 5), InlineData(100_000, 5), InlineData(336, 30), InlineData(168, 60), InlineData(42, 60), InlineData(7, 360), InlineData(1, 1_440), InlineData(0, 1_440), InlineData(null, 60)]
    public void A_feed_is_asked_in_its_own_rhythm(int? perWeek, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), PollPlan.Interval(Fresh with { Rhythm = new(perWeek) }, CacheHints.None));

    [Fact]
    public void Without_validators_it_is_never_asked_more_than_hourly() =>
        Assert.Equal(TimeSpan.FromHours(1), PollPlan.Interval(Fresh with { Validators = null, Rhythm = new(5_000) }, CacheHints.None));

    [Fact]
    public void Whatever_asks_for_the_longest_wait_gets_it_up_to_a_day()
    {
        var busy = Fresh with { Rhythm = new(5_000, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(10)) };
        Assert.Equal(TimeSpan.FromMinutes(20), PollPlan.Interval(busy, CacheHints.None));
        Assert.Equal(TimeSpan.FromMinutes(40), PollPlan.Interval(busy, new(TimeSpan.FromMinutes(40), TimeSpan.FromMinutes(3), null)));
        Assert.Equal(TimeSpan.FromDays(1), PollPlan.Interval(busy, new(null, null, TimeSpan.FromDays(9))));
    }

    [Fact]
    public void Skipped_hours_and_days_are_skipped()
    {
        var hours = Fresh with { Rhythm = new(SkipHours: [10, 11, 12]) };
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 13, 0, 0, TimeSpan.Zero), After(hours, Same()).NextAt);
        var days = Fresh with { Rhythm = new(SkipDays: [DayOfWeek.Monday, DayOfWeek.Tuesday]) };
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 0, 0, 0, TimeSpan.Zero), After(days, Same()).NextAt);
        var never = Fresh with { Rhythm = new(SkipHours: [.. Enumerable.Range(0, 24)]) };
        Assert.Equal(Now.AddHours(1), After(never, Same()).NextAt);
    }

    [Theory]
    [InlineData(403, 4), InlineData(429, 4), InlineData(500, 1), InlineData(404, 1)]
    public void A_refusal_backs_off_longer_each_time_up_to_days(int status, int hours)
    {
        var state = Fresh;
        for (var i = 0; i < 20; i++)
        {
            state = After(state, new FetchResult.Refused(status, null));
            Assert.Equal(Math.Min(hours * Math.Pow(2, i), 96), (state.NextAt - Now)?.TotalHours);
        }
        Assert.Equal((20, Now), (state.Failures, state.TroubleSince));
        Assert.Null(After(state, Same()).Trouble);
    }

    [Fact]
    public void Retry_After_counts_beyond_our_own_wait() =>
        Assert.Equal(Now.AddDays(2), After(Fresh, new FetchResult.Refused(503, TimeSpan.FromDays(2))).NextAt);

    [Fact]
    public void Gone_pauses_until_a_person_resumes()
    {
        var gone = After(Fresh, new FetchResult.Refused(410, null));
        Assert.True(gone is { Paused: true, NextAt: null, Trouble: not null });
        Assert.True(PollPlan.Resume(gone, Now) is { Paused: false, Failures: 0, Trouble: null });
    }

    [Fact]
    public void A_move_is_believed_the_third_time_running()
    {
        var to = new Uri("https://new.example/feed");
        var twice = After(After(Fresh, Same(to)), Same(to));
        Assert.Equal((Feed, 2), (twice.Address, twice.MovesSeen));
        Assert.Equal(to, After(twice, Same(to)).Address);
        Assert.Equal(Feed, After(After(twice, Same(new("https://elsewhere.example/"))), Same(to)).Address);
        Assert.Equal(Feed, After(After(twice, Same()), Same(to)).Address);
        Assert.Equal(2, After(twice, new FetchResult.Broken("It broke.") { MovedTo = to }).MovesSeen);
    }

    [Fact]
    public void Validators_are_kept_from_a_whole_body_and_from_nothing_else()
    {
        using var fetched = new FetchResult.Fetched(new(), "text/xml", Feed, new(Feed, "\"2\"", null), CacheHints.None, []);
        Assert.Equal("\"2\"", After(Fresh, fetched).Validators?.ETag);
        Assert.Equal("\"1\"", After(Fresh, new FetchResult.Broken("It broke.")).Validators?.ETag);
        Assert.Equal("\"1\"", PollPlan.Unreadable(Fresh, "It is a picture.", Now, 0).Validators?.ETag);
    }

    [Fact]
    public void Any_good_check_is_followed_within_five_minutes_and_a_day() =>
        Gen.Select(Gen.Double[0, 1e9].Nullable(), Span, Span, Span, Span, Gen.Double.Unit, Gen.Bool).Sample((entries, ttl, age, expires, retry, jitter, conditional) =>
        {
            var state = Fresh with { Validators = conditional ? Fresh.Validators : null, Rhythm = new(entries, ttl) };
            var wait = PollPlan.After(state, new FetchResult.NotModified(new(age, expires, retry)), null, Now, jitter).NextAt - Now;
            var bound = new[] { ttl, age, expires, retry }.Max() ?? TimeSpan.Zero;
            return wait >= PollPlan.Soonest && wait <= PollPlan.Latest * 1.1 && wait >= (bound < PollPlan.Latest ? bound : PollPlan.Latest);
        });

    [Fact]
    public void No_run_of_failures_asks_sooner_or_never_again() =>
        Gen.Select(Gen.Int[0, 6].Select(i => Statuses[i]).Array[1, 40], Gen.Double.Unit).Sample((statuses, jitter) =>
        {
            var (state, now) = (Fresh, Now);
            foreach (var status in statuses)
            {
                state = PollPlan.After(state, status == 0 ? new FetchResult.Broken("It broke.") : new FetchResult.Refused(status, null), null, now, jitter);
                if (state.NextAt - now is not { } wait || wait < TimeSpan.FromHours(1) || wait > PollPlan.LongestBackOff * 1.1) return false;
                now += wait;
            }
            return state.TroubleSince == Now && state.Failures == statuses.Length;
        });

    [Fact]
    public void Skipped_times_are_never_planned_while_others_are_left() =>
        Gen.Select(Gen.Int[0, 23].Array[0, 23], Gen.Int[0, 6].Array[0, 6], Gen.Int[0, 100_000], Gen.Double.Unit).Sample((hours, days, minutes, jitter) =>
        {
            var rhythm = new FeedRhythm(50, SkipHours: [.. hours.Distinct()], SkipDays: [.. days.Distinct().Select(day => (DayOfWeek)day)]);
            var at = PollPlan.After(Fresh with { Rhythm = rhythm }, Same(), null, Now.AddMinutes(minutes), jitter).NextAt!.Value.UtcDateTime;
            return !hours.Contains(at.Hour) && !days.Contains((int)at.DayOfWeek);
        });

    [Fact]
    public void A_state_survives_being_written_down()
    {
        var state = After(Fresh with { Rhythm = new(5, TimeSpan.FromHours(2), null, [1, 2], [DayOfWeek.Sunday]), BodyHash = "AB" }, new FetchResult.Refused(503, null));
        var text = JsonSerializer.Serialize(state, PollJson.Default.PollState);
        Assert.Equal(text, JsonSerializer.Serialize(JsonSerializer.Deserialize(text, PollJson.Default.PollState), PollJson.Default.PollState));
        Assert.Equal(state.Validators, JsonSerializer.Deserialize(text, PollJson.Default.PollState)?.Validators);
    }

    private static Gen<TimeSpan?> Span => Gen.Int[0, 400_000].Select(seconds => TimeSpan.FromSeconds(seconds)).Nullable();

    private static PollState After(PollState state, FetchResult result) => PollPlan.After(state, result, null, Now, 0);

    private static FetchResult.NotModified Same(Uri? movedTo = null) => new FetchResult.NotModified(CacheHints.None) { MovedTo = movedTo };
}
