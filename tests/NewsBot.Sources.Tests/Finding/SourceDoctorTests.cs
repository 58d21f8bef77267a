using System.Text;
using NewsBot.Core.Sources;
using NewsBot.Sources.Feeds.Reading;
using NewsBot.Sources.Finding;

namespace NewsBot.Sources.Tests.Finding;

public sealed class SourceDoctorTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static FeedDocument Read(params string[] items) =>
        Assert.IsType<FeedReading.Read>(FeedReader.Read(Encoding.UTF8.GetBytes(Site.Rss(string.Concat(items))), FeedOrigin.Unknown)).Document;

    private static RemarkKind[] Names(FeedDocument first, FeedDocument? second = null) => [.. FeedNames.Examine(first, second).Select(remark => remark.Kind)];

    private static RemarkKind[] Dates(params string[] dates) => [.. FeedDates.Examine(Read([.. dates.Select((date, i) => Site.Item(i, date))]), Now).Select(remark => remark.Kind)];

    [Fact]
    public void A_good_feed_has_nothing_to_be_told_of()
    {
        Assert.Empty(Names(Read(Site.Item(1), Site.Item(2)), Read(Site.Item(3), Site.Item(1))));
        Assert.Empty(Dates("20 Nov 2026 10:15:00 GMT", "19 Nov 2026 10:15:00 GMT", "18 Nov 2026 00:00:00 GMT"));
    }

    [Fact]
    public void Names_that_change_repeat_or_miss_are_told()
    {
        Assert.Equal([RemarkKind.GuidsChange], Names(Read(Site.Item(1, guid: "a")), Read(Site.Item(1, guid: "b"))));
        Assert.Equal([RemarkKind.GuidsRepeat], Names(Read(Site.Item(1, guid: "a"), Site.Item(2, guid: "a"))));
        Assert.Equal([RemarkKind.GuidsMissing], Names(Read("<item><title>A</title><link>https://gazette.example/1</link></item>")));
    }

    [Fact]
    public void A_changed_tracking_word_is_no_other_link_but_another_path_is()
    {
        Assert.Empty(Names(Read(Site.Item(1, link: "https://gazette.example/1?utm_source=a")), Read(Site.Item(1, link: "https://gazette.example/1?utm_source=b"))));
        Assert.Equal([RemarkKind.LinksRotate], Names(Read(Site.Item(1, link: "https://gazette.example/go/1111")), Read(Site.Item(1, link: "https://gazette.example/go/2222"))));
        Assert.Equal([RemarkKind.LinksCarrySessions], Names(Read(Site.Item(1, link: "https://gazette.example/1?PHPSESSID=0123456789abcdef"))));
    }

    [Fact]
    public void Odd_dates_are_told()
    {
        Assert.Equal([RemarkKind.DatesAtMidnight], Dates("20 Nov 2026 00:00:00 GMT", "19 Nov 2026 00:00:00 +0200", "18 Nov 2026 00:00:00 GMT"));
        Assert.Equal([RemarkKind.DatesAhead], Dates("24 Nov 2026 12:00:00 GMT", "19 Nov 2026 11:00:00 GMT"));
        Assert.Equal([RemarkKind.DatesEqual], Dates("20 Nov 2026 10:15:00 GMT", "20 Nov 2026 10:15:00 GMT", "20 Nov 2026 10:15:00 GMT"));
        Assert.Equal([RemarkKind.DatesMissing], Dates("soon", "19 Nov 2026 11:00:00 GMT"));
    }

    [Theory]
    [InlineData("application/rss+xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>Київ</a>", "utf-8", null)]
    [InlineData("text/xml; charset=windows-1251", "<a>Київ</a>", "utf-8", "windows-1251")]
    [InlineData("text/xml", "<?xml version=\"1.0\" encoding=\"windows-1251\"?><a>Київ</a>", "windows-1251", null)]
    [InlineData("text/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>Київ</a>", "windows-1251", "utf-8")]
    [InlineData("text/xml; charset=iso-8859-1", "<a>Kyiv</a>", "utf-8", null)]
    public void An_encoding_that_is_named_wrongly_is_told(string type, string text, string encoding, string? expected)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Assert.Equal(expected, EncodingLie.Of(Encoding.GetEncoding(encoding).GetBytes(text), type));
    }

    [Fact]
    public void Every_remark_has_words_in_every_language()
    {
        foreach (var kind in Enum.GetValues<RemarkKind>())
            foreach (var language in Enum.GetValues<Core.Chat.Language>())
                Assert.InRange(RemarkWords.Say(new(kind, "x"), language).Length, 12, 280);
    }
}
