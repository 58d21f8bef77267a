using CsCheck;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Sources.Web;

namespace NewsBot.Sources.Tests.Web;

public sealed class HostTurnsTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task A_host_is_asked_by_so_many_at_once_and_no_more()
    {
        using var turns = new HostTurns(new(10, 2, TimeSpan.Zero), _clock);
        var (first, second, third) = (Take(turns, "a"), Take(turns, "a"), Take(turns, "a"));
        Assert.True(first.IsCompleted && second.IsCompleted);
        Assert.False(third.IsCompleted);
        (await first).Dispose();
        await third;
    }

    [Fact]
    public async Task Between_two_starts_at_one_host_there_is_a_pause()
    {
        using var turns = new HostTurns(new(10, 5, TimeSpan.FromSeconds(1)), _clock);
        (await Take(turns, "a")).Dispose();
        var (second, other) = (Take(turns, "a"), Take(turns, "b"));
        await other;
        _clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(second.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await second;
    }

    [Fact]
    public async Task A_host_with_many_feeds_holds_no_other_up()
    {
        using var turns = new HostTurns(new(1, 1, TimeSpan.Zero), _clock);
        var running = await Take(turns, "big");
        var big = Enumerable.Range(0, 100).Select(_ => Take(turns, "big")).ToList();
        var small = Take(turns, "small");
        running.Dispose();
        (await small).Dispose();
        await big[0];
        Assert.False(big[1].IsCompleted);
    }

    [Fact]
    public async Task Who_stops_waiting_takes_nobodys_turn()
    {
        using var turns = new HostTurns(new(1, 1, TimeSpan.Zero), _clock);
        var running = await Take(turns, "a");
        using var stop = new CancellationTokenSource();
        var leaving = turns.TakeAsync("a", stop.Token);
        var staying = Take(turns, "a");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        running.Dispose();
        await staying;
    }

    [Fact]
    public void Everybody_gets_a_turn_in_order_within_the_limits() =>
        Gen.Select(Gen.Int[0, 4].Array[1, 60], Gen.Int[1, 6], Gen.Int[1, 3], Gen.Int[0, 3]).Sample((hosts, atOnce, perHost, spacing) =>
        {
            var clock = new FakeTimeProvider();
            using var turns = new HostTurns(new(atOnce, perHost, TimeSpan.FromSeconds(spacing)), clock);
            var waiting = hosts.Select(host => (Host: host, Turn: turns.TakeAsync($"{host}", CancellationToken.None))).ToList();
            var left = waiting.Count;
            for (var round = 0; left > 0 && round < 1_000; round++)
            {
                var running = waiting.Where(item => item.Turn.IsCompleted).ToList();
                if (running.Count > atOnce || running.GroupBy(item => item.Host).Any(group => group.Count() > perHost)) return false;
                if (running.Any(item => waiting.TakeWhile(other => other.Turn != item.Turn).Any(other => other.Host == item.Host && !other.Turn.IsCompleted))) return false;
                foreach (var item in running)
                {
                    waiting.Remove(item);
                    item.Turn.GetAwaiter().GetResult().Dispose();
                    left--;
                }
                if (running.Count == 0) clock.Advance(TimeSpan.FromSeconds(1));
            }
            return left == 0;
        }, iter: 200);

    private static Task<IDisposable> Take(HostTurns turns, string host) => turns.TakeAsync(host, TestContext.Current.CancellationToken);
}
