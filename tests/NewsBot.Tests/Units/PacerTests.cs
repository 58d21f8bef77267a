using CsCheck;
using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Tests.Units;

public sealed class PacerTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddYears(50);

    [Fact]
    public void Nothing_waits_without_a_limit() =>
        Assert.All(Enumerable.Range(0, 100), _ => Assert.Equal(TimeSpan.Zero, new Pacer().Reserve(new("local", "a"), Pace.Unlimited, Now)));

    [Fact]
    public void A_busy_channel_waits_and_another_does_not()
    {
        var pacer = new Pacer();
        var pace = new Pace(0, 20);
        var waits = Enumerable.Range(0, 5).Select(_ => pacer.Reserve(new("telegram", "busy"), pace, Now)).ToArray();
        Assert.Equal([0, 0, 0, 3, 6], waits.Select(wait => (int)wait.TotalSeconds));
        Assert.Equal(TimeSpan.Zero, pacer.Reserve(new("telegram", "quiet"), pace, Now));
    }

    [Fact]
    public void However_they_come_no_second_holds_more_than_the_pace_and_a_burst() => Gen.Int[0, 400].Array[1, 80].Sample(gaps =>
    {
        var pacer = new Pacer();
        var now = Now;
        var sent = new List<DateTimeOffset>();
        for (var i = 0; i < gaps.Length; i++)
        {
            now += TimeSpan.FromMilliseconds(gaps[i]);
            sent.Add(now + pacer.Reserve(new ChannelRef("telegram", $"{i}"), new(5, 0), now));
        }
        return sent.All(first => sent.Count(other => other >= first && other < first.AddSeconds(1)) <= 5 + Pacer.Burst);
    });
}
