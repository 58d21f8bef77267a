using Microsoft.Extensions.Time.Testing;
using NewsBot.Discord.Protocol;

namespace NewsBot.Discord.Tests.Protocol;

public sealed class RateLimiterTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Until_a_bucket_is_known_one_request_at_a_time_goes_to_a_channel()
    {
        using var limiter = Limiter();
        var first = await EnterAsync(limiter, Post(1));
        var second = EnterAsync(limiter, Post(1));
        using var elsewhere = await EnterAsync(limiter, Post(2));
        await FakeTimeSteps.SettleAsync();
        Assert.False(second.IsCompleted);

        first.Dispose();
        (await second).Dispose();
    }

    [Fact]
    public async Task A_known_bucket_lets_through_what_remains_and_the_rest_after_its_reset()
    {
        using var limiter = Limiter();
        await TellAsync(limiter, Post(1), Headers(remaining: 2));
        var started = _time.GetUtcNow();
        using var one = await EnterAsync(limiter, Post(1));
        using var two = await EnterAsync(limiter, Post(1));
        var three = EnterAsync(limiter, Post(1));
        await FakeTimeSteps.SettleAsync();
        Assert.False(three.IsCompleted);

        using var late = await _time.PassUntilAsync(three, Step);
        Assert.True(_time.GetUtcNow() >= started + TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Answers_that_come_out_of_order_never_raise_the_count()
    {
        using var limiter = Limiter();
        await TellAsync(limiter, Post(1), Headers(remaining: 2));
        var one = await EnterAsync(limiter, Post(1));
        var two = await EnterAsync(limiter, Post(1));
        Leave(two, Headers(remaining: 0));
        Leave(one, Headers(remaining: 1));
        var three = EnterAsync(limiter, Post(1));
        await FakeTimeSteps.SettleAsync();
        Assert.False(three.IsCompleted);
        (await _time.PassUntilAsync(three, Step)).Dispose();
    }

    [Fact]
    public async Task Requests_of_a_bucket_go_in_the_order_in_which_they_came()
    {
        using var limiter = Limiter();
        var first = await EnterAsync(limiter, Post(1));
        List<int> order = [];
        var others = Enumerable.Range(1, 20).Select(async number =>
        {
            using var permit = await EnterAsync(limiter, Post(1));
            order.Add(number);
        }).ToArray();
        first.Dispose();
        await Task.WhenAll(others);
        Assert.Equal(Enumerable.Range(1, 20), order);
    }

    [Fact]
    public async Task Two_routes_with_one_bucket_share_its_count()
    {
        using var limiter = Limiter();
        await TellAsync(limiter, Post(1), Headers(remaining: 3));
        await TellAsync(limiter, Edit(1), Headers(remaining: 1));
        using var last = await EnterAsync(limiter, Edit(1));
        var over = EnterAsync(limiter, Post(1));
        await FakeTimeSteps.SettleAsync();
        Assert.False(over.IsCompleted);
        (await _time.PassUntilAsync(over, Step)).Dispose();
    }

    [Fact]
    public async Task A_wait_beyond_the_callers_patience_is_told_at_once()
    {
        using var limiter = Limiter();
        await TellAsync(limiter, Post(1), Headers(remaining: 0));
        var (permit, limited) = await limiter.EnterAsync(Post(1), TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        Assert.Null(permit);
        Assert.Equal(TimeSpan.FromSeconds(5), limited!.After);
    }

    [Fact]
    public void No_second_holds_more_than_fifty_requests()
    {
        var settings = Rig.Settings with { GlobalBurst = new RestSettings { Token = default }.GlobalBurst };
        var budget = new GlobalBudget(settings.GlobalPerSecond, settings.GlobalBurst);
        var now = _time.GetUtcNow();
        var starts = Enumerable.Range(0, 300).Select(_ => now + budget.Reserve(now)).ToArray();
        Assert.All(starts, start => Assert.InRange(starts.Count(other => other >= start && other < start + TimeSpan.FromSeconds(1)), 1, 50));
        // And not far fewer than are allowed either: 300 need six seconds.
        Assert.InRange(starts[^1] - now, TimeSpan.FromSeconds(5.9), TimeSpan.FromSeconds(6.15));
    }

    [Fact]
    public async Task Answers_to_interactions_are_not_counted_among_the_fifty()
    {
        using var limiter = new RateLimiter(_time, globalPerSecond: 1, globalBurst: 1);
        using var slow = await EnterAsync(limiter, Post(1));
        foreach (var id in Enumerable.Range(1, 20))
            using (await EnterAsync(limiter, Route.Callback(new((ulong)id), new("t"))))
            {
            }

        var next = EnterAsync(limiter, Post(2));
        await FakeTimeSteps.SettleAsync();
        Assert.False(next.IsCompleted);
        (await _time.PassUntilAsync(next, Step)).Dispose();
    }

    [Fact]
    public async Task Ten_thousand_channels_leave_no_memory_behind()
    {
        using var limiter = Limiter();
        foreach (var channel in Enumerable.Range(1, 10_000))
        {
            await TellAsync(limiter, Post((ulong)channel), Headers(remaining: 4));
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(limiter.BucketCount, 1, 600);
    }

    [Fact]
    public async Task A_wait_that_is_given_up_does_not_hold_the_others()
    {
        using var limiter = Limiter();
        await TellAsync(limiter, Post(1), Headers(remaining: 0));
        using var stop = new CancellationTokenSource();
        var gone = limiter.EnterAsync(Post(1), Minute, stop.Token);
        var next = EnterAsync(limiter, Post(1));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        (await _time.PassUntilAsync(next, Step)).Dispose();
    }

    private static Route Post(ulong channel) => Route.Channel(HttpMethod.Post, new(channel), "/messages");

    private static Route Edit(ulong channel) => Route.Message(HttpMethod.Patch, new(channel), new(9));

    private static RateHeaders Headers(int remaining) => new("b1", 5, remaining, TimeSpan.FromSeconds(5), RateScope.User);

    private RateLimiter Limiter() => new(_time, 100_000, 100_000);

    private static async Task<Permit> EnterAsync(RateLimiter limiter, Route route)
    {
        var (permit, limited) = await limiter.EnterAsync(route, Minute, CancellationToken.None);
        Assert.Null(limited);
        return permit!;
    }

    private static void Leave(Permit permit, RateHeaders told)
    {
        permit.Told = told;
        permit.Dispose();
    }

    private static async Task TellAsync(RateLimiter limiter, Route route, RateHeaders told) => Leave(await EnterAsync(limiter, route), told);
}
