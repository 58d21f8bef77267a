using CsCheck;
using NewsBot.Core.Delivery;

namespace NewsBot.Tests.Units;

public sealed class AppealPlanTests
{
    [Fact]
    public void The_first_post_may_ask_and_then_every_fifth() => Assert.Equal([0, 5, 10], Asking(new(5, 100), [.. Enumerable.Repeat(1, 14)]));

    [Fact]
    public void No_more_than_three_ask_on_a_day() => Assert.Equal([0, 1, 2, 6, 7, 8], Asking(new(1, 3), [1, 1, 1, 1, 1, 1, 2, 2, 2, 2]));

    [Fact]
    public void Zero_means_never()
    {
        Assert.Empty(Asking(new(0, 3), [1, 2, 3]));
        Assert.Empty(Asking(new(3, 0), [1, 2, 3]));
    }

    [Fact]
    public void Whatever_the_days_both_limits_hold() => Gen.Select(Gen.Int[1, 8], Gen.Int[0, 4], Gen.Int[0, 2].Array[0, 60]).Sample((every, perDay, steps) =>
    {
        var day = 0;
        var days = steps.Select(step => day += step == 2 ? 1 : 0).ToArray();
        var asking = Asking(new(every, perDay), days);
        Assert.All(asking.Zip(asking.Skip(1)), pair => Assert.True(pair.Second - pair.First >= every));
        Assert.All(asking.GroupBy(at => days[at]), on => Assert.True(on.Count() <= perDay));
    });

    private static List<int> Asking(AppealPlan plan, int[] days)
    {
        var asking = new List<int>();
        var soFar = new AppealsSoFar();
        foreach (var (at, day) in days.Index())
        {
            var asks = plan.May(soFar, day);
            if (asks) asking.Add(at);
            soFar = asks ? new(0, day, soFar.Day == day ? soFar.OnThatDay + 1 : 1) : soFar with { PostsSince = soFar.PostsSince + 1 };
        }
        return asking;
    }
}
