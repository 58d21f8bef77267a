using CsCheck;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Tests.Units;

/// <summary>When many posts become one card.</summary>
public sealed class FloodPlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly FloodPlan Plan = new(MostInWindow: 5, MostFromSource: 3);

    [Theory]
    [InlineData(1, 1, "Send")]
    [InlineData(3, 3, "Send")]
    [InlineData(5, 1, "Send")]
    [InlineData(6, 1, "Fold")]
    [InlineData(4, 4, "Fold")]
    public void More_than_a_channel_should_get_comes_as_one_card(int waiting, int atOnce, string expected) =>
        Assert.Equal(expected, Say(Plan.Of(new(waiting, atOnce, []), 7, Now)));

    [Fact]
    public void Zero_is_no_limit() => Assert.Equal(TimeDecision.Send, new FloodPlan(0, 0).Of(new(10_000, 10_000, Posted(60)), 7, Now));

    [Fact]
    public void A_full_window_opens_when_its_oldest_post_leaves_it()
    {
        var wait = Assert.IsType<TimeDecision.Wait>(Plan.Of(new(1, 1, Posted(5)), 7, Now));
        Assert.Equal((Now - TimeSpan.FromMinutes(5) + FloodPlan.Window, TimeReason.Flood), (wait.Until, wait.Why));
    }

    [Fact]
    public void A_clock_that_was_set_back_does_not_hold_the_channel() => Assert.Equal(TimeDecision.Send, Plan.Of(new(1, 1, [.. Posted(5).Select(at => at.AddHours(1))]), 7, Now));

    [Theory]
    [InlineData(DebtKind.Sample, DebtClass.Urgent)]
    [InlineData(DebtKind.Post, DebtClass.Urgent)]
    [InlineData(DebtKind.RoundUp, DebtClass.Ordinary)]
    [InlineData(DebtKind.Notice, DebtClass.Ordinary)]
    public void Breaking_news_and_what_is_a_card_already_is_nobody_s_flood(DebtKind kind, DebtClass place) =>
        Assert.Equal(TimeDecision.Send, PostingPlan.Decide(new(), Plan, new(7, "x", null, new("local", "x"), kind, place, 0, null), new(50, 50, Posted(5)), Now));

    [Fact]
    public void What_was_perhaps_sent_goes_on_as_it_began() =>
        Assert.Equal(TimeDecision.Send, PostingPlan.Decide(new(), Plan, new(7, "x", null, new("local", "x"), DebtKind.Post, DebtClass.Ordinary, 1, Now), new(50, 50, []), Now));

    [Fact]
    public void A_channel_may_set_its_own_limit()
    {
        var head = new Debt(7, "x", null, new("local", "x"), DebtKind.Post, DebtClass.Ordinary, 0, null);
        Assert.Equal("Fold", Say(PostingPlan.Decide(new(Most: 1), Plan, head, new(2, 1, []), Now)));
        Assert.Equal("Send", Say(PostingPlan.Decide(new(Most: 0), new(5, 0), head, new(50, 50, []), Now)));
    }

    /// <summary>However articles come: no ten minutes hold more posts than allowed, every article is posted once and in order, and none waits longer than ten minutes.</summary>
    [Fact]
    public void Whatever_comes_is_shown_once_and_in_time_and_no_ten_minutes_hold_too_much() =>
        Gen.Select(Gen.Int[1, 8], Gen.Int[0, 300].Array[1, 120]).Sample((most, gaps) =>
        {
            var plan = new FloodPlan(most, 0);
            var arrivals = gaps.Aggregate(new List<DateTimeOffset> { Now }, (all, gap) => [.. all, all[^1].AddSeconds(gap)]);
            var (posts, shown, waiting, next) = (new List<DateTimeOffset>(), new List<int>(), new Queue<int>(), 0);
            for (var now = Now; shown.Count < arrivals.Count;)
            {
                while (next < arrivals.Count && arrivals[next] <= now) waiting.Enqueue(next++);
                if (waiting.Count == 0)
                {
                    now = arrivals[next];
                    continue;
                }
                var lane = new LaneView(waiting.Count, 1, [.. posts.Where(at => at > now - FloodPlan.Window).Reverse().Take(most + 1)]);
                switch (plan.Of(lane, waiting.Peek(), now))
                {
                    case TimeDecision.Wait wait:
                        if (wait.Until <= now) return false;
                        now = wait.Until;
                        break;
                    case TimeDecision.Fold:
                        posts.Add(now);
                        for (; waiting.TryDequeue(out var article); shown.Add(article))
                            if (now - arrivals[article] > FloodPlan.Window) return false;
                        break;
                    default:
                        posts.Add(now);
                        shown.Add(waiting.Dequeue());
                        break;
                }
            }
            return shown.SequenceEqual(Enumerable.Range(0, arrivals.Count))
                && posts.All(at => posts.Count(other => other > at - FloodPlan.Window && other <= at) <= most);
        });

    private static DateTimeOffset[] Posted(int count) => [.. Enumerable.Range(1, count).Select(i => Now - TimeSpan.FromMinutes(i))];

    private static string Say(TimeDecision decision) => decision == TimeDecision.Send ? "Send" : decision.GetType().Name;
}
