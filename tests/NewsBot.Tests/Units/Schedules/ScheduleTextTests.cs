using NewsBot.Core.Schedules;

namespace NewsBot.Tests.Units.Schedules;

public sealed class ScheduleTextTests
{
    [Theory]
    [InlineData("22:00-07:00")]
    [InlineData(" 22:00 – 7:00 ")]
    [InlineData("22-7")]
    [InlineData("22.00 to 07.00")]
    [InlineData("from 22:00 until 07:00")]
    [InlineData("з 22:00 до 07:00")]
    public void Quiet_hours_are_read_as_people_type_them(string text) => Assert.Equal("22:00-07:00", QuietText.Write(QuietText.Read(text)!));

    [Theory]
    [InlineData("")]
    [InlineData("22:00")]
    [InlineData("22:00-22:00")]
    [InlineData("00:00-24:00")]
    [InlineData("25:00-07:00")]
    [InlineData("22:60-07:00")]
    [InlineData("night")]
    [InlineData("22:00-07:00-08:00")]
    public void Quiet_hours_that_cannot_be_are_refused(string text) => Assert.Null(QuietText.Read(text));

    [Theory]
    [InlineData("daily 08:00", "daily 08:00")]
    [InlineData("Daily at 8", "daily 08:00")]
    [InlineData("щодня о 8:00", "daily 08:00")]
    [InlineData("Mo, Mi und Fr um 18:30", "mon,wed,fri 18:30")]
    [InlineData("täglich 8", "daily 08:00")]
    [InlineData("mié 7:00", "wed 07:00")]
    [InlineData("sabado y domingo a las 9", "sat,sun 09:00")]
    [InlineData("vendredi et lundi à 6:15", "mon,fri 06:15")]
    [InlineData("środę 7:00", "wed 07:00")]
    [InlineData("sroda 7:00", "wed 07:00")]
    [InlineData("mon,wed,fri 18:30", "mon,wed,fri 18:30")]
    [InlineData("Monday, Wednesday and Friday 18.30", "mon,wed,fri 18:30")]
    [InlineData("fri mon fri 7:05", "mon,fri 07:05")]
    [InlineData("mon-fri 7:00", "mon,tue,wed,thu,fri 07:00")]
    [InlineData("fri-mon 7:00", "mon,fri,sat,sun 07:00")]
    [InlineData("mon-sun 7:00", "daily 07:00")]
    [InlineData("workdays 7:00", "mon,tue,wed,thu,fri 07:00")]
    [InlineData("weekly sun 9:00", "sun 09:00")]
    [InlineData("щотижня у неділю о 9:00", "sun 09:00")]
    [InlineData("пн, ср і пт 18:30", "mon,wed,fri 18:30")]
    [InlineData("у п’ятницю о 18:30", "fri 18:30")]
    [InlineData("вихідні 24:00", "sat,sun 00:00")]
    public void Digests_are_read_in_both_languages(string text, string meant) => Assert.Equal(meant, DigestText.Write(DigestText.Read(text)!));

    [Theory]
    [InlineData("")]
    [InlineData("daily")]
    [InlineData("08:00")]
    [InlineData("daily 25:00")]
    [InlineData("daily mon 08:00")]
    [InlineData("weekly 08:00")]
    [InlineData("weekly mon,tue 08:00")]
    [InlineData("xy 08:00")]
    [InlineData("mon,someday 08:00")]
    [InlineData("0 8 * * 1")]
    [InlineData("mon 08:00 tue 09:00")]
    [InlineData("mon-tue-wed 08:00")]
    public void Digests_that_cannot_be_are_refused(string text) => Assert.Null(DigestText.Read(text));
}
