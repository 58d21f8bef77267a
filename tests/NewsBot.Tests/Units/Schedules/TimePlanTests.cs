using System.Globalization;
using NewsBot.Core.Delivery;
using NewsBot.Core.Schedules;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Tests.Units.Schedules;

/// <summary>What a channel's next post is, by the clock alone. Owed, now and answers are in UTC on 23 and 24 November 2026.</summary>
public sealed class TimePlanTests
{
    private static readonly ChannelSettings Plain = new();
    private static readonly ChannelSettings Quiet = new(Quiet: QuietText.Read("22:00-07:00"));
    private static readonly ChannelSettings Daily = new(Digest: DigestText.Read("daily 08:00"));

    [Fact]
    public void Without_times_everything_is_sent() => Assert.Equal(TimeDecision.Send, Of(Plain, "23T23:00", "24T02:00", waiting: 9));

    [Theory]
    [InlineData("23T21:59", "23T21:59", 1, "send")]
    [InlineData("23T23:00", "23T23:00", 1, "wait 24T07:00")]
    [InlineData("23T21:00", "23T22:30", 1, "wait 24T07:00")]
    [InlineData("23T23:00", "24T07:00", 1, "send")]
    [InlineData("23T23:00", "24T07:00", 2, "fold CatchUp catchup:2026-11-24T07:00:00")]
    [InlineData("23T23:00", "24T12:00", 2, "fold CatchUp catchup:2026-11-24T07:00:00")]
    [InlineData("24T07:00", "24T07:01", 2, "send")]
    [InlineData("20T23:00", "24T07:10", 2, "fold CatchUp catchup:2026-11-24T07:00:00")]
    public void What_waited_for_the_morning_comes_as_one_card_and_a_single_post_as_itself(string owed, string now, int waiting, string decision) =>
        Assert.Equal(decision, Say(Of(Quiet, owed, now, waiting)));

    [Theory]
    [InlineData("23T09:00", "23T09:00", 1, "wait 24T08:00")]
    [InlineData("23T09:00", "24T08:00", 1, "send")]
    [InlineData("23T09:00", "24T08:00", 2, "fold Digest digest:2026-11-24T08:00")]
    [InlineData("20T09:00", "24T20:00", 5, "fold Digest digest:2026-11-24T08:00")]
    [InlineData("24T20:00", "24T20:00", 5, "wait 25T08:00")]
    public void A_digest_comes_at_its_slot_and_once_for_all_that_were_missed(string owed, string now, int waiting, string decision) =>
        Assert.Equal(decision, Say(Of(Daily, owed, now, waiting)));

    [Fact]
    public void A_digest_in_quiet_hours_comes_when_they_end() =>
        Assert.Equal("wait 24T07:00", Say(Of(Quiet with { Digest = DigestText.Read("daily 06:00") }, "23T21:00", "24T06:00", 3)));

    [Fact]
    public void Breaking_news_waits_for_nothing_unless_the_channel_wants_that()
    {
        var both = Quiet with { Digest = Daily.Digest };
        Assert.Equal(TimeDecision.Send, Of(both, "23T23:00", "23T23:00", 3, isBreaking: true));
        Assert.Equal("wait 24T07:00", Say(Of(both with { BreakingOverrides = false }, "23T23:00", "23T23:00", 3, isBreaking: true)));
    }

    [Theory]
    [InlineData(DebtKind.Sample, "send")]
    [InlineData(DebtKind.Edit, "send")]
    [InlineData(DebtKind.Withdrawal, "send")]
    [InlineData(DebtKind.Notice, "wait 24T07:00")]
    [InlineData(DebtKind.CatchUp, "wait 24T07:00")]
    [InlineData(DebtKind.RoundUp, "wait 24T07:00")]
    public void Samples_and_changes_are_never_delayed_and_cards_only_by_the_night(DebtKind kind, string decision) =>
        Assert.Equal(decision, Say(TimePlan.Of(Quiet with { Digest = Daily.Digest }, kind, false, Instant("23T23:00"), 3, Instant("23T23:00"))));

    [Fact]
    public void When_the_digest_is_switched_off_what_waited_comes_as_one_card_and_what_follows_by_itself()
    {
        var off = Plain with { WaitedUntil = Instant("23T12:00") };
        Assert.Equal("fold CatchUp catchup:2026-11-23T12:00:00", Say(Of(off, "23T09:00", "23T12:00", 2)));
        Assert.Equal(TimeDecision.Send, Of(off, "23T09:00", "23T12:00", 1));
        Assert.Equal(TimeDecision.Send, Of(off, "23T12:30", "23T12:30", 2));
    }

    private static TimeDecision Of(ChannelSettings settings, string owed, string now, int waiting, bool isBreaking = false) =>
        TimePlan.Of(settings, DebtKind.Post, isBreaking, Instant(owed), waiting, Instant(now));

    private static string Say(TimeDecision decision) => decision switch
    {
        TimeDecision.Wait wait => $"wait {wait.Until:dd'T'HH:mm}",
        TimeDecision.Fold fold => $"fold {fold.Kind} {fold.Subject}",
        _ => "send",
    };

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse($"2026-11-{text}Z", CultureInfo.InvariantCulture);
}
