using System.Text;
using NewsBot.Sources.Feeds.Reading;

namespace NewsBot.Sources.Tests.Feeds.Reading;

/// <summary>What a document is written in, what it says of that, and what its server says.</summary>
public sealed class FeedEncodingTests
{
    private const string Cyrillic = "Київ чекає на відповідь, ґанок";
    private const string Western = "Café, naïve – “quoted”";
    private const string Chinese = "今日新聞標題";
    private const string Japanese = "今日のニュース、テスト";
    private const string Korean = "오늘의 뉴스 제목";
    private const string Greek = "Ειδήσεις της ημέρας";
    private const string Polish = "Zażółć gęślą jaźń";

    static FeedEncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData(Cyrillic, "windows-1251", "windows-1251", null)]
    [InlineData(Cyrillic, "windows-1251", "win-1251", null)]
    [InlineData(Cyrillic, "windows-1251", "CP1251", null)]
    [InlineData(Cyrillic, "windows-1251", null, "text/xml; charset=windows-1251")]
    [InlineData(Cyrillic, "windows-1251", "windows-1251", "text/xml; charset=iso-8859-1")]
    [InlineData(Cyrillic, "windows-1251", "utf-8", "application/rss+xml; charset=\"windows-1251\"")]
    [InlineData(Cyrillic, "windows-1251", "utf-8", "application/rss+xml; charset=utf-8")]
    [InlineData(Cyrillic, "windows-1251", null, null)]
    [InlineData(Cyrillic, "koi8-u", "koi8-u", null)]
    [InlineData(Cyrillic, "utf-8", null, null)]
    [InlineData(Cyrillic, "utf-8", "windows-1251", "text/xml; charset=iso-8859-1")]
    [InlineData(Cyrillic, "utf-8", "us-ascii", "text/xml")]
    [InlineData(Cyrillic, "utf-8", "no-such-encoding", "text/xml; charset=neither")]
    [InlineData(Cyrillic, "utf-8", "utf-16", null)]
    [InlineData(Western, "windows-1252", "iso-8859-1", null)]
    [InlineData(Western, "windows-1252", "us-ascii", null)]
    [InlineData(Western, "windows-1252", "utf-8", null)]
    [InlineData(Western, "windows-1252", null, null)]
    [InlineData(Western, "macintosh", "macintosh", null)]
    [InlineData(Polish, "iso-8859-2", "ISO-8859-2", null)]
    [InlineData(Polish, "windows-1250", "windows-1250", null)]
    [InlineData(Greek, "iso-8859-7", "iso-8859-7", null)]
    [InlineData(Greek, "windows-1253", "x-cp1253", null)]
    [InlineData(Chinese, "big5", "Big5", null)]
    [InlineData(Chinese, "gb18030", "gb2312", null)]
    [InlineData(Chinese, "gb18030", "GBK", "text/xml; charset=gbk")]
    [InlineData(Japanese, "shift_jis", "Shift_JIS", null)]
    [InlineData(Japanese, "shift_jis", "x-sjis", null)]
    [InlineData(Japanese, "euc-jp", "EUC-JP", null)]
    [InlineData(Japanese, "iso-2022-jp", "iso-2022-jp", null)]
    [InlineData(Korean, "euc-kr", "EUC-KR", null)]
    [InlineData(Korean, "euc-kr", "ks_c_5601-1987", null)]
    [InlineData(Cyrillic, "utf-16", "utf-16", null)]
    [InlineData(Cyrillic, "utf-16", "utf-8", "text/xml; charset=utf-8")]
    [InlineData(Cyrillic, "utf-16BE", "UTF-16", null)]
    [InlineData(Cyrillic, "utf-32", "utf-32", null)]
    [InlineData(Cyrillic, "utf-32BE", null, null)]
    public void The_title_is_read_whatever_the_labels_say(string title, string encoding, string? declared, string? contentType)
    {
        var declaration = declared is null ? "<?xml version=\"1.0\"?>" : $"<?xml version=\"1.0\" encoding=\"{declared}\"?>";
        var bytes = Encoding.GetEncoding(encoding).GetBytes($"{declaration}\n<rss version=\"2.0\"><channel><title>{title}</title></channel></rss>");
        Assert.Equal(title, Title(bytes, contentType));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public void A_mark_beats_every_label(string encoding)
    {
        var marked = Encoding.GetEncoding(encoding);
        var bytes = marked.GetPreamble().Concat(marked.GetBytes($"<?xml version=\"1.0\" encoding=\"koi8-r\"?><rss version=\"2.0\"><channel><title>{Cyrillic}</title></channel></rss>")).ToArray();
        Assert.Equal(Cyrillic, Title(bytes, "text/xml; charset=windows-1251"));
    }

    [Fact]
    public void A_stray_byte_of_another_encoding_spoils_only_its_own_letter()
    {
        var bytes = Encoding.UTF8.GetBytes("<rss version=\"2.0\"><channel><title>“Київ” caf#</title></channel></rss>");
        bytes[Array.IndexOf(bytes, (byte)'#')] = 0xE9;
        Assert.Equal("“Київ” café", Title(bytes, null));
    }

    [Fact]
    public void Codes_that_are_controls_mean_the_quotes_that_Windows_has_there() =>
        Assert.Equal("don’t — “stop”", Title(Encoding.UTF8.GetBytes("<rss version=\"2.0\"><channel><title>don&#146;t &#151; \u0093stop\u0094</title></channel></rss>"), null));

    private static string? Title(byte[] bytes, string? contentType) =>
        Assert.IsType<FeedReading.Read>(FeedReader.Read(bytes, new(null, contentType))).Document.Feed.Title?.Value;
}
