using System.Globalization;
using NewsBot.Core.Schedules;

namespace NewsBot.Tests.Units.Schedules;

public sealed class DigestPlanTests
{
    [Theory]
    [InlineData("UTC", "daily 08:00", "2026-11-23T07:59Z", "2026-11-23T08:00Z")]
    [InlineData("UTC", "daily 08:00", "2026-11-23T08:00Z", "2026-11-24T08:00Z")]
    [InlineData("Europe/Kyiv", "daily 08:00", "2026-11-23T05:00Z", "2026-11-23T06:00Z")]
    [InlineData("UTC", "mon,wed,fri 18:30", "2026-11-23T19:00Z", "2026-11-25T18:30Z")]
    [InlineData("UTC", "weekly sun 9:00", "2026-11-23T00:00Z", "2026-11-29T09:00Z")]
    [InlineData("UTC", "weekly mon 9:00", "2026-11-23T09:00Z", "2026-11-30T09:00Z")]
    [InlineData("Pacific/Kiritimati", "weekly mon 00:10", "2026-11-22T09:00Z", "2026-11-22T10:10Z")]
    public void The_next_slot_is_by_the_channel_s_clock(string zone, string plan, string after, string next) =>
        Assert.Equal(Instant(next), DigestText.Read(plan)!.Next(Instant(after), Zones.Of(zone)).Instant);

    [Theory]
    [InlineData("Europe/Kyiv", "03:30", "2026-03-28T12:00Z", "2026-03-29T01:00Z", "2026-03-30T00:30Z")]
    [InlineData("Europe/Kyiv", "03:30", "2026-10-24T12:00Z", "2026-10-25T00:30Z", "2026-10-26T01:30Z")]
    [InlineData("Europe/Kyiv", "08:00", "2026-10-24T12:00Z", "2026-10-25T06:00Z", "2026-10-26T06:00Z")]
    [InlineData("America/New_York", "02:30", "2026-03-07T12:00Z", "2026-03-08T07:00Z", "2026-03-09T06:30Z")]
    [InlineData("America/New_York", "01:30", "2026-10-31T12:00Z", "2026-11-01T05:30Z", "2026-11-02T06:30Z")]
    [InlineData("Australia/Lord_Howe", "02:10", "2026-10-03T12:00Z", "2026-10-03T15:30Z", "2026-10-04T15:10Z")]
    [InlineData("Australia/Lord_Howe", "01:40", "2026-04-04T12:00Z", "2026-04-04T14:40Z", "2026-04-05T15:10Z")]
    public void A_slot_that_is_skipped_or_shown_twice_happens_once(string zone, string at, string after, string first, string second)
    {
        var plan = DigestText.Read($"daily {at}")!;
        var slot = plan.Next(Instant(after), Zones.Of(zone));
        Assert.Equal(Instant(first), slot.Instant);
        Assert.Equal(Instant(second), plan.Next(slot.Instant, Zones.Of(zone)).Instant);
    }

    [Fact]
    public void The_day_that_Samoa_skipped_has_no_slot()
    {
        var (plan, zone) = (DigestText.Read("daily 08:00")!, Zones.Of("Pacific/Apia"));
        var thursday = plan.Next(Instant("2011-12-29T10:00Z"), zone);
        Assert.Equal("2011-12-29T08:00", thursday.Name);
        Assert.Equal("2011-12-31T08:00", plan.Next(thursday.Instant, zone).Name);
    }

    [Fact]
    public void The_last_slot_names_the_digest_that_is_due_now_however_many_were_missed()
    {
        var plan = DigestText.Read("daily 08:00")!;
        Assert.Equal("2026-11-23T08:00", plan.Last(Instant("2026-11-23T08:00Z"), TimeZoneInfo.Utc).Name);
        Assert.Equal("2026-11-23T08:00", plan.Last(Instant("2026-11-24T07:59Z"), TimeZoneInfo.Utc).Name);
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
