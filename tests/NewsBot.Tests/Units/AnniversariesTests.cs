using NewsBot.Core.Articles;

namespace NewsBot.Tests.Units;

public sealed class AnniversariesTests
{
    [Fact]
    public void A_day_begins_and_ends_where_the_channels_clock_says()
    {
        var kyiv = TimeZoneInfo.FindSystemTimeZoneById("Europe/Kyiv");
        var last = Anniversaries.Of(new(2026, 9, 3), kyiv).First();
        Assert.Equal(new(2025, 9, 2, 21, 0, 0, TimeSpan.Zero), last.From);
        Assert.Equal(new(2025, 9, 3, 21, 0, 0, TimeSpan.Zero), last.End);
    }

    [Fact]
    public void A_day_on_which_clocks_change_is_an_hour_longer_or_shorter()
    {
        var kyiv = TimeZoneInfo.FindSystemTimeZoneById("Europe/Kyiv");
        Assert.Equal(TimeSpan.FromHours(23), Length(Anniversaries.Of(new(2026, 3, 30), kyiv).First()));
        Assert.Equal(TimeSpan.FromHours(25), Length(Anniversaries.Of(new(2026, 10, 26), kyiv).First()));
    }

    [Fact]
    public void A_leap_day_has_few()
    {
        Assert.Equal([2024, 2020, 2016], Anniversaries.Of(new(2028, 2, 29), TimeZoneInfo.Utc).Take(3).Select(period => period.From.Year));
    }

    [Fact]
    public void Every_day_has_some_in_every_zone()
    {
        foreach (var zone in TimeZoneInfo.GetSystemTimeZones())
            Assert.All(Anniversaries.Of(new(2026, 9, 6), zone), period => Assert.InRange(Length(period), TimeSpan.FromHours(22), TimeSpan.FromHours(26)));
    }

    [Fact]
    public void The_first_years_of_the_calendar_end_it() => Assert.Empty(Anniversaries.Of(new(1, 1, 1), TimeZoneInfo.Utc));

    private static TimeSpan Length(Period period) => period.End - period.From;
}
