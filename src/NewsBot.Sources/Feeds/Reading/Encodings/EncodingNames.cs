using System.Collections.Frozen;
using System.Text;

namespace NewsBot.Sources.Feeds.Reading.Encodings;

/// <summary>Encodings by the names in use. Where the web means more than a name says, the larger set is taken (WHATWG Encoding, section 4.2).</summary>
internal static class EncodingNames
{
    private const int Western = 1252;

    private static readonly FrozenDictionary<string, int> Known = new Dictionary<string, int>
    {
        ["utf8"] = 65001,
        ["unicode11utf8"] = 65001,
        ["iso88591"] = Western,
        ["latin1"] = Western,
        ["l1"] = Western,
        ["ibm819"] = Western,
        ["usascii"] = Western,
        ["ascii"] = Western,
        ["ansi"] = Western,
        ["iso88599"] = 1254,
        ["latin5"] = 1254,
        ["iso885911"] = 874,
        ["tis620"] = 874,
        ["gb2312"] = 54936,
        ["gb231280"] = 54936,
        ["gbk"] = 54936,
        ["gb18030"] = 54936,
        ["xgbk"] = 54936,
        ["cp936"] = 54936,
        ["ms936"] = 54936,
        ["euccn"] = 54936,
        ["hz"] = 52936,
        ["hzgb2312"] = 52936,
        ["big5hkscs"] = 950,
        ["big5tw"] = 950,
        ["cp950"] = 950,
        ["sjis"] = 932,
        ["xsjis"] = 932,
        ["shiftjis"] = 932,
        ["mskanji"] = 932,
        ["windows31j"] = 932,
        ["cp932"] = 932,
        ["xeucjp"] = 51932,
        ["eucjp"] = 51932,
        ["euckr"] = 949,
        ["ksc56011987"] = 949,
        ["ksc5601"] = 949,
        ["cp949"] = 949,
        ["uhc"] = 949,
        ["windows949"] = 949,
        ["koi8"] = 20866,
        ["koi8r"] = 20866,
        ["koi8u"] = 21866,
        ["koi8ru"] = 21866,
        ["macroman"] = 10000,
        ["xmacroman"] = 10000,
        ["maccyrillic"] = 10007,
        ["ibm866"] = 866,
        ["cp866"] = 866,
        ["866"] = 866,
    }.ToFrozenDictionary();

    /// <returns>Null for a name that nobody knows, and for UTF-16 and UTF-32, which a document in one of them shows without a label.</returns>
    public static Encoding? Find(string? label)
    {
        if (string.IsNullOrEmpty(label) || label.Length > 40) return null;
        var plain = string.Concat(label.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        if (Known.TryGetValue(plain, out var page)) return CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page);
        if (Windows(plain) is { } windows) return windows;
        var found = ByName(label);
        return found?.CodePage is 1200 or 1201 or 12000 or 12001 ? null : found;
    }

    // "win-1251", "cp1251", "windows1251", "x-cp1251".
    private static Encoding? Windows(string plain) =>
        plain.Length is 6 or 7 or 9 or 11 && plain[^4..^1] == "125" && char.IsAsciiDigit(plain[^1]) && plain[..^4] is "cp" or "win" or "xcp" or "windows" or "ms" or "xwindows"
            ? CodePagesEncodingProvider.Instance.GetEncoding(int.Parse(plain[^4..], System.Globalization.CultureInfo.InvariantCulture))
            : null;

    private static Encoding? ByName(string label)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(label) ?? Encoding.GetEncoding(label);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
