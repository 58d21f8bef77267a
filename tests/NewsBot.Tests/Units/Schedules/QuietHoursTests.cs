using System.Globalization;
using NewsBot.Core.Schedules;

namespace NewsBot.Tests.Units.Schedules;

public sealed class QuietHoursTests
{
    [Theory]
    [InlineData("UTC", "22:00-07:00", "2026-11-23T21:59Z", null)]
    [InlineData("UTC", "22:00-07:00", "2026-11-23T22:00Z", "2026-11-24T07:00Z")]
    [InlineData("UTC", "22:00-07:00", "2026-11-24T06:59Z", "2026-11-24T07:00Z")]
    [InlineData("UTC", "22:00-07:00", "2026-11-24T07:00Z", null)]
    [InlineData("UTC", "12:00-13:30", "2026-11-24T12:15Z", "2026-11-24T13:30Z")]
    [InlineData("Europe/Kyiv", "22:00-07:00", "2026-11-23T20:00Z", "2026-11-24T05:00Z")]
    [InlineData("Pacific/Kiritimati", "22:00-07:00", "2026-11-23T08:00Z", "2026-11-23T17:00Z")]
    public void It_is_quiet_from_the_first_time_to_the_second_by_the_channel_s_clock(string zone, string hours, string now, string? until) => Ends(zone, hours, now, until);

    // Kyiv: 29 March 2026, 03:00 becomes 04:00; 25 October 2026, 04:00 becomes 03:00.
    [Theory]
    [InlineData("22:00-07:00", "2026-03-28T20:00Z", "2026-03-29T04:00Z")]
    [InlineData("22:00-03:30", "2026-03-28T20:00Z", "2026-03-29T01:00Z")]
    [InlineData("03:30-09:00", "2026-03-29T00:59Z", null)]
    [InlineData("03:30-09:00", "2026-03-29T01:00Z", "2026-03-29T06:00Z")]
    [InlineData("03:10-03:50", "2026-03-29T01:00Z", null)]
    [InlineData("22:00-07:00", "2026-10-24T19:00Z", "2026-10-25T05:00Z")]
    [InlineData("22:00-03:30", "2026-10-25T00:45Z", "2026-10-25T01:30Z")]
    [InlineData("22:00-03:30", "2026-10-25T01:30Z", null)]
    [InlineData("03:30-09:00", "2026-10-25T00:29Z", null)]
    [InlineData("03:30-09:00", "2026-10-25T00:30Z", "2026-10-25T07:00Z")]
    public void In_Kyiv_a_night_is_one_piece_over_both_changes(string hours, string now, string? until) => Ends("Europe/Kyiv", hours, now, until);

    // New York: 8 March 2026, 02:00 becomes 03:00; 1 November 2026, 02:00 becomes 01:00.
    [Theory]
    [InlineData("23:00-06:00", "2026-03-08T04:00Z", "2026-03-08T10:00Z")]
    [InlineData("23:00-02:30", "2026-03-08T04:00Z", "2026-03-08T07:00Z")]
    [InlineData("23:00-06:00", "2026-11-01T03:00Z", "2026-11-01T11:00Z")]
    [InlineData("23:00-01:30", "2026-11-01T05:45Z", "2026-11-01T06:30Z")]
    public void In_New_York_too(string hours, string now, string? until) => Ends("America/New_York", hours, now, until);

    // Lord Howe: 4 October 2026, 02:00 becomes 02:30; 5 April 2026, 02:00 becomes 01:30.
    [Theory]
    [InlineData("22:00-02:15", "2026-10-03T12:00Z", "2026-10-03T15:30Z")]
    [InlineData("22:00-07:00", "2026-10-03T12:00Z", "2026-10-03T20:00Z")]
    [InlineData("22:00-01:45", "2026-04-04T14:50Z", "2026-04-04T15:15Z")]
    [InlineData("22:00-07:00", "2026-04-04T14:50Z", "2026-04-04T20:30Z")]
    public void On_Lord_Howe_clocks_change_by_half_an_hour(string hours, string now, string? until) => Ends("Australia/Lord_Howe", hours, now, until);

    [Fact]
    public void A_night_on_the_day_that_Samoa_skipped_ends() => Ends("Pacific/Apia", "22:00-07:00", "2011-12-30T09:00Z", "2011-12-30T17:00Z");

    [Fact]
    public void A_night_lengthened_into_the_next_is_one_with_it() => Ends("Europe/Kyiv", "03:50-03:45", "2026-10-24T12:00Z", "2026-10-26T01:45Z");

    [Theory]
    [InlineData("22:00-07:00", "2026-11-24T06:00Z", "2026-11-23T07:00Z")]
    [InlineData("22:00-07:00", "2026-11-24T07:00Z", "2026-11-24T07:00Z")]
    [InlineData("22:00-07:00", "2026-11-24T21:00Z", "2026-11-24T07:00Z")]
    [InlineData("12:00-13:00", "2026-11-24T11:00Z", "2026-11-23T13:00Z")]
    public void The_last_quiet_that_ended_is_known(string hours, string now, string ended) =>
        Assert.Equal(Instant(ended), QuietText.Read(hours)!.EndedBefore(Instant(now), TimeZoneInfo.Utc));

    private static void Ends(string zone, string hours, string now, string? until) =>
        Assert.Equal(until is null ? null : Instant(until), QuietText.Read(hours)!.Until(Instant(now), Zones.Of(zone)));

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
