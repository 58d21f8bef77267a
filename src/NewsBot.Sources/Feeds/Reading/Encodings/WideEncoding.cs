using System.Text;

namespace NewsBot.Sources.Feeds.Reading.Encodings;

/// <summary>Finds UTF-16, UTF-32 and EBCDIC without a mark by the shape of the first signs, as XML 1.0 appendix F does.</summary>
internal static class WideEncoding
{
    private const int Ebcdic = 37;

    public static Encoding? Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0, 0, 0, >= 0x20, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: false),
        [>= 0x20, 0, 0, 0, ..] => Encoding.UTF32,
        [0, >= 0x09, 0, >= 0x09, ..] => Encoding.BigEndianUnicode,
        [>= 0x09, 0, >= 0x09, 0, ..] => Encoding.Unicode,
        // "<" and a letter outside of Latin, or a space and "<".
        [0, (byte)'<', ..] => Encoding.BigEndianUnicode,
        [(byte)'<', 0, ..] => Encoding.Unicode,
        [0x4C, 0x6F, 0xA7, 0x94, ..] => CodePagesEncodingProvider.Instance.GetEncoding(Ebcdic),
        _ => null,
    };
}
