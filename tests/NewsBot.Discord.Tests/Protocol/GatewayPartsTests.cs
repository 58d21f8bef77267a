using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Discord.Protocol;

namespace NewsBot.Discord.Tests.Protocol;

public sealed class GatewayPartsTests
{
    private readonly FakeTimeProvider _time = new(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "Resume")]
    [InlineData(1000, "Resume")]
    [InlineData(1006, "Resume")]
    [InlineData(4000, "Resume")]
    [InlineData(4001, "Resume")]
    [InlineData(4002, "Resume")]
    [InlineData(4003, "Resume")]
    [InlineData(4004, "Fatal")]
    [InlineData(4005, "Resume")]
    [InlineData(4007, "IdentifyAnew")]
    [InlineData(4008, "Resume")]
    [InlineData(4009, "Resume")]
    [InlineData(4010, "Fatal")]
    [InlineData(4011, "Fatal")]
    [InlineData(4012, "Fatal")]
    [InlineData(4013, "Fatal")]
    [InlineData(4014, "Fatal")]
    [InlineData(4999, "Resume")]
    public void Every_close_code_is_sorted(int? code, string expected) => Assert.Equal(expected, CloseCodes.Sort(code).ToString());

    [Fact]
    public void The_code_that_we_close_with_keeps_the_session_and_is_none_of_Discords() => Assert.InRange(CloseCodes.KeepSession, 4100, 4999);

    [Fact]
    public void Waits_between_attempts_grow_to_a_minute_and_are_partly_random()
    {
        Assert.Equal(TimeSpan.Zero, Backoff.Before(0, 1));
        Assert.Equal([1.0, 2, 4, 8, 16, 32, 60, 60], Enumerable.Range(1, 8).Select(attempt => Backoff.Before(attempt, 1).TotalSeconds));
        Assert.Equal(30, Backoff.Before(1000, 0).TotalSeconds);
    }

    [Fact]
    public async Task The_first_heartbeat_comes_after_the_random_part_and_the_others_at_the_interval()
    {
        List<double> beats = [];
        var start = _time.GetUtcNow();
        Heartbeat heartbeat = null!;
        heartbeat = new(_time, TimeSpan.FromSeconds(40), jitter: 0.25, _ =>
        {
            beats.Add((_time.GetUtcNow() - start).TotalSeconds);
            if (beats.Count < 3)
                heartbeat.Answered();
            return Task.CompletedTask;
        });
        // Begun away from the test's own context, its continuations run within Advance.
        Task running = Task.CompletedTask;
        await Task.Run(() => { running = heartbeat.RunAsync(Stop); }, Stop);
        for (var second = 0; second < 130; second++)
            _time.Advance(TimeSpan.FromSeconds(1));
        await running;
        // The third was not answered, so no fourth was sent.
        Assert.Equal([10.0, 50, 90], beats);
    }

    [Fact]
    public async Task Shards_of_one_lane_identify_five_seconds_apart_and_other_lanes_beside_them()
    {
        using var gate = Gate(new() { MaxConcurrency = 2 });
        await PassAsync(gate, 0);
        await PassAsync(gate, 1);
        var third = PassAsync(gate, 2);
        await FakeTimeSteps.SettleAsync();
        Assert.False(third.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(5));
        await third;
    }

    [Fact]
    public async Task A_connection_that_fails_before_its_identify_costs_nothing_of_the_budget()
    {
        using var gate = Gate(new());
        (await gate.EnterAsync(new(0, 1), Stop)).Leave();
        await PassAsync(gate, 0);
    }

    [Fact]
    public async Task Past_the_safe_share_that_we_remember_it_waits_for_the_oldest_to_be_a_day_old()
    {
        var store = new SessionsInMemory();
        foreach (var hour in Enumerable.Range(0, 8))
            await store.AddIdentifyAsync(_time.GetUtcNow() - TimeSpan.FromHours(20 - hour), Stop);
        using var gate = Gate(new() { Total = 10, Remaining = 10 }, store);
        var waiting = PassAsync(gate, 0);
        _time.Advance(TimeSpan.FromHours(3.9));
        await FakeTimeSteps.SettleAsync();
        Assert.False(waiting.IsCompleted);
        await _time.PassUntilAsync(waiting, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Past_the_safe_share_that_Discord_counts_it_waits_for_the_reset()
    {
        using var gate = Gate(new() { Total = 1000, Remaining = 200, ResetAfter = 3_600_000 });
        var waiting = PassAsync(gate, 0);
        _time.Advance(TimeSpan.FromMinutes(59));
        await FakeTimeSteps.SettleAsync();
        Assert.False(waiting.IsCompleted);
        await _time.PassUntilAsync(waiting, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task The_last_commands_of_a_minute_are_kept_for_heartbeats()
    {
        var budget = new SendBudget(_time);
        foreach (var _ in Enumerable.Range(0, 115))
            await budget.WaitAsync(urgent: false, Stop);
        var plain = budget.WaitAsync(urgent: false, Stop);
        Assert.False(plain.IsCompleted);
        Assert.True(budget.WaitAsync(urgent: true, Stop).IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(60));
        await plain;
    }

    [Theory]
    [InlineData("""{"op":0,"s":3,"t":"X","d":{"a":[1,{"b":2}]}}""", true, """{"a":[1,{"b":2}]}""")]
    [InlineData("""{"t":null,"d":false,"s":null,"op":9}""", true, "false")]
    [InlineData("""{"d":{},"zzz":[{}],"op":7}""", true, "{}")]
    [InlineData("""{"d":{}}""", false, "")]
    [InlineData("""{"op":"x"}""", false, "")]
    [InlineData("""{"op":1,"d":{""", false, "")]
    [InlineData("[]", false, "")]
    [InlineData("", false, "")]
    public void The_outside_of_a_message_is_read_without_its_inside(string json, bool expected, string data)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        Assert.Equal(expected, Envelope.TryRead(bytes, out var envelope));
        if (expected)
            Assert.Equal(data, Encoding.UTF8.GetString(bytes[envelope.Data]));
    }

    [Fact]
    public void What_we_send_is_far_below_the_bound_of_4096_bytes() =>
        Assert.InRange(GatewayCommands.Resume(new(new string('t', 100)), new(new string('s', 100), new("wss://a.example"), long.MaxValue)).Length, 1, 1024);

    private IdentifyGate Gate(SessionStartLimit limit, ISessionStore? store = null) => new(limit, 0.8, store ?? new SessionsInMemory(), _time, NullLogger.Instance);

    private static async Task<int> PassAsync(IdentifyGate gate, int shard)
    {
        var lane = await gate.EnterAsync(new(shard, 16), Stop);
        await gate.SpendAsync(lane, Stop);
        lane.Leave();
        return 0;
    }
}
