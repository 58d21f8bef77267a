using System.Globalization;
using System.Text.Json;
using NewsBot.Sources.Feeds.Reading.Dates;
using NewsBot.Sources.Tests.Text;

namespace NewsBot.Sources.Tests.Feeds.Reading;

public sealed class FeedDateTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("Tue, 03 Nov 2026 10:20:30 GMT", "2026-11-03T10:20:30Z")]
    [InlineData("Tue, 3 Nov 2026 10:20:30 +0200", "2026-11-03T08:20:30Z")]
    [InlineData("Fri, 03 Nov 2026 10:20:30 GMT", "2026-11-03T10:20:30Z")]
    [InlineData("3 Nov 26 10:20 EST", "2026-11-03T15:20:00Z")]
    [InlineData("Tuesday, 03 November 2026 10:20:30 -0500 (EST)", "2026-11-03T15:20:30Z")]
    [InlineData("Tue Nov  3 10:20:30 2026", "2026-11-03T10:20:30Z")]
    [InlineData("03-Nov-2026 10:20:30 UTC", "2026-11-03T10:20:30Z")]
    [InlineData("Nov 3, 2026 4:05 PM", "2026-11-03T16:05:00Z")]
    [InlineData("2026-11-03T10:20:30.123456Z", "2026-11-03T10:20:30Z")]
    [InlineData("2026-11-03T10:20+02:00", "2026-11-03T08:20:00Z")]
    [InlineData("2026-11-03 10:20:30 +0200", "2026-11-03T08:20:30Z")]
    [InlineData("2026-11-03T24:00:00Z", "2026-11-04T00:00:00Z")]
    [InlineData("2026-11-03T10:20:60Z", "2026-11-03T10:20:59Z")]
    [InlineData("20261103T102030Z", "2026-11-03T10:20:30Z")]
    [InlineData("2026-307", "2026-11-03T00:00:00Z")]
    [InlineData("2026/11/03 10:20", "2026-11-03T10:20:00Z")]
    [InlineData("2026", "2026-01-01T00:00:00Z")]
    [InlineData("3 листопада 2026, 10:20", "2026-11-03T10:20:00Z")]
    [InlineData("Di, 03 Nov 2026 10:20:30 +0100", "2026-11-03T09:20:30Z")]
    [InlineData("mar., 03 févr. 2026 10:20:30 +0100", "2026-02-03T09:20:30Z")]
    public void A_date_is_read_in_every_shape_that_feeds_have(string text, string instant) =>
        Assert.Equal(instant, FeedDate.Read(text)?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2026-07-03 10:20:30", "2026-07-03T07:20:30Z")]
    [InlineData("2026-11-03T10:20:30", "2026-11-03T08:20:30Z")]
    [InlineData("2026-11-03", "2026-11-02T22:00:00Z")]
    [InlineData("Tue, 03 Nov 2026 10:20:30", "2026-11-03T08:20:30Z")]
    [InlineData("3 листопада 2026, 10:20", "2026-11-03T08:20:00Z")]
    [InlineData("2026-10-25 03:30:00", "2026-10-25T01:30:00Z")]
    [InlineData("2026-03-29 03:30:00", "2026-03-29T01:30:00Z")]
    [InlineData("2026-11-03T10:20:30Z", "2026-11-03T10:20:30Z")]
    [InlineData("Tue, 03 Nov 2026 10:20:30 GMT", "2026-11-03T10:20:30Z")]
    [InlineData("Tue, 03 Nov 2026 10:20 EST", "2026-11-03T15:20:00Z")]
    public void A_date_without_a_zone_is_read_in_its_sources(string text, string instant) =>
        Assert.Equal(instant, FeedDate.Read(text, TimeZoneInfo.FindSystemTimeZoneById("Europe/Kyiv"))?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("32 Nov 2026 10:20:30 GMT")]
    [InlineData("2026-13-01")]
    [InlineData("2026-02-30T10:00:00Z")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("Tue, 03 Nov 2026 25:20:30 GMT")]
    [InlineData("99999999999999999999")]
    public void What_is_no_date_is_none(string text) => Assert.Null(FeedDate.Read(text));

    /// <summary>feedparser reads 42 of 46 in the whole set, of which this is a part.</summary>
    [Fact]
    public void More_of_the_shared_dates_of_feeds_are_right_than_with_feedparser()
    {
        var dates = File.ReadLines(SharedFolder.Path("data", "dates", "strings.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(date => date.GetProperty("source").GetString() == "feedparser").ToArray();
        var wrong = dates.Where(date => FeedDate.Read(date.GetProperty("input").GetString()) is var read
            && read?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) != date.GetProperty("expected").GetString()).ToArray();
        foreach (var date in wrong) output.WriteLine($"{date}: {FeedDate.Read(date.GetProperty("input").GetString())?.UtcDateTime:O}");
        output.WriteLine($"{dates.Length - wrong.Length} of {dates.Length}");
        Assert.InRange(wrong.Length, 0, dates.Length / 20);
    }
}
