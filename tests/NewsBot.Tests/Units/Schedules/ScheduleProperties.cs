using CsCheck;
using NewsBot.Core.Schedules;

namespace NewsBot.Tests.Units.Schedules;

/// <summary>What holds for every plan, at every instant, in zones that change their clocks in every way there is.</summary>
public sealed class ScheduleProperties
{
    private static readonly Gen<TimeOnly> Times = Gen.Int[0, 24 * 60 - 1].Select(minute => new TimeOnly(minute / 60, minute % 60));
    private static readonly Gen<DigestPlan> Plans = Gen.Select(Gen.Int[1, 127], Times, (days, at) => new DigestPlan((WeekDays)days, at));
    private static readonly Gen<QuietHours> Hours = Gen.Select(Times, Times, (from, to) => new QuietHours(from, to)).Where(hours => hours.From != hours.To);
    private static readonly string[] Names =
        ["UTC", "Europe/Kyiv", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "America/Sao_Paulo", "Asia/Beirut", "Pacific/Chatham", "Pacific/Apia", "Asia/Kathmandu"];

    private static readonly Gen<TimeZoneInfo> InZones = Gen.Int[0, Names.Length - 1].Select(at => Zones.Of(Names[at]));

    // 2009 to 2031, in which Samoa skipped a day and Brazil changed its clocks at midnight.
    private static readonly Gen<DateTimeOffset> Instants = Gen.Int[0, 22 * 365 * 24 * 4].Select(quarter => new DateTimeOffset(2009, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(15 * quarter));

    [Fact]
    public void A_day_has_at_most_one_slot_and_slots_only_go_forward() => Gen.Select(Plans, InZones, Instants).Sample((plan, zone, start) =>
    {
        var slot = plan.Next(start, zone);
        Assert.True(slot.Instant > start);
        for (var i = 0; i < 10; i++)
        {
            var next = plan.Next(slot.Instant, zone);
            Assert.True(next.Instant > slot.Instant && next.Day > slot.Day);
            slot = next;
        }
    });

    [Fact]
    public void Between_the_last_slot_and_the_next_there_is_none() => Gen.Select(Plans, InZones, Instants).Sample((plan, zone, now) =>
    {
        var (last, next) = (plan.Last(now, zone), plan.Next(now, zone));
        Assert.True(last.Instant <= now && now < next.Instant);
        Assert.Equal(next, plan.Next(last.Instant, zone));
        Assert.Equal(last, plan.Last(next.Instant.AddTicks(-1), zone));
    });

    [Fact]
    public void A_later_instant_never_has_an_earlier_slot() => Gen.Select(Plans, InZones, Instants, Gen.Int[0, 20_000]).Sample((plan, zone, now, minutes) =>
        Assert.True(plan.Next(now, zone).Instant <= plan.Next(now.AddMinutes(minutes), zone).Instant));

    [Fact]
    public void Quiet_ends_and_when_it_has_ended_it_is_not_quiet() => Gen.Select(Hours, InZones, Instants).Sample((hours, zone, now) =>
    {
        if (hours.Until(now, zone) is not { } end) return;
        Assert.True(end > now && hours.Until(end, zone) is null);
        Assert.Equal(end, hours.EndedBefore(end, zone));
        Assert.True(end - now < TimeSpan.FromHours(50));
    });

    [Fact]
    public void It_is_quiet_exactly_when_the_clock_says_so_on_days_without_a_change() => Gen.Select(Hours, Instants).Sample((hours, now) =>
    {
        var time = TimeOnly.FromDateTime(now.UtcDateTime);
        Assert.Equal(time.IsBetween(hours.From, hours.To), hours.Until(now, TimeZoneInfo.Utc) is not null);
    });

    [Fact]
    public void What_is_written_can_be_read_again() => Gen.Select(Plans, Hours).Sample((plan, hours) =>
    {
        Assert.Equal(plan, DigestText.Read(DigestText.Write(plan)));
        Assert.Equal(hours, QuietText.Read(QuietText.Write(hours)));
        Assert.Equal(plan, DigestText.Read(DigestText.Say(plan, NewsBot.Core.Chat.Language.Ukrainian)));
    });

    [Fact]
    public void Nothing_typed_does_harm() => Gen.String.Sample(text =>
    {
        _ = DigestText.Read(text);
        _ = QuietText.Read(text);
    });
}
