using CsCheck;
using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;

namespace NewsBot.Tests.Units;

public sealed class PacerTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddYears(50);
    private static readonly TimeSpan Patient = TimeSpan.FromDays(1);

    [Fact]
    public void A_busy_channel_waits_and_another_does_not()
    {
        var pacer = new Pacer();
        var waits = Enumerable.Range(0, 5).Select(_ => pacer.Take(new("busy", 20 / 60.0, 3), Now, Patient).Wait).ToArray();
        Assert.Equal([0, 0, 0, 3, 6], waits.Select(wait => (int)Math.Round(wait.TotalSeconds)));
        Assert.Equal(TimeSpan.Zero, pacer.Take(new("quiet", 20 / 60.0, 3), Now, Patient).Wait);
    }

    [Fact]
    public void Whoever_will_not_wait_so_long_takes_no_place()
    {
        var pacer = new Pacer();
        var rule = new PaceRule("a", 1, 1);
        Assert.True(pacer.Take(rule, Now, TimeSpan.Zero).IsTaken);
        Assert.Equal((TimeSpan.FromSeconds(1), false), pacer.Take(rule, Now, TimeSpan.FromMilliseconds(900)));
        Assert.Equal(TimeSpan.FromSeconds(1), pacer.WaitOf(rule, Now));
        Assert.Equal((TimeSpan.FromSeconds(1), true), pacer.Take(rule, Now, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void What_is_held_opens_at_the_time_that_was_named()
    {
        var pacer = new Pacer();
        var rule = new PaceRule("a", 30, 3);
        pacer.Hold(rule, Now.AddHours(12));
        Assert.Equal(TimeSpan.FromHours(12), pacer.WaitOf(rule, Now));
        Assert.Equal(TimeSpan.Zero, pacer.WaitOf(rule, Now.AddHours(12)));
    }

    [Fact]
    public void However_they_come_no_second_holds_more_than_the_pace_and_a_burst() => Gen.Int[0, 400].Array[1, 80].Sample(gaps =>
    {
        var pacer = new Pacer();
        var rule = new PaceRule("telegram", 5, 3);
        var now = Now;
        var sent = new List<DateTimeOffset>();
        for (var i = 0; i < gaps.Length; i++)
        {
            now += TimeSpan.FromMilliseconds(gaps[i]);
            sent.Add(now + pacer.Take(rule, now, Patient).Wait);
        }
        return sent.All(first => sent.Count(other => other >= first && other < first.AddSeconds(1)) <= 5 + rule.Burst);
    });

    [Fact]
    public void Two_thousand_chats_are_served_within_three_percent_of_what_thirty_a_second_allow()
    {
        var pacer = new Pacer();
        var last = Enumerable.Range(0, 2000).Select(_ => pacer.Take(new("telegram", 29.5, 3), Now, Patient).Wait).Max();
        Assert.InRange(last, TimeSpan.FromSeconds(2000 / 30.0), TimeSpan.FromSeconds(2000 / 30.0 * 1.03));
    }
}
