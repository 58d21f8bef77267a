using System.Text;
using System.Text.Unicode;
using NewsBot.Sources.Folder;

namespace NewsBot.Sources.Feeds.Reading.Encodings;

/// <summary>
/// Turns a document's bytes into text. Three places may name the encoding, and any of them may lie, so the bytes have the last word:
/// a mark, zeros where UTF-16 has them, and valid UTF-8 beat every label.
/// </summary>
internal static class FeedEncoding
{
    static FeedEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (Mark(bytes) is var (marked, length) && marked is not null) return DecodedText.Of(marked, bytes[length..]);
        if (WideEncoding.Of(bytes) is { } wide) return DecodedText.Of(wide, bytes);
        var declared = EncodingNames.Find(EncodingLabel.InDocument(bytes));
        var sent = EncodingNames.Find(EncodingLabel.InHeader(contentType));
        if (Utf8.IsValid(bytes)) return DecodedText.Of(Shifted(declared, bytes) ?? Shifted(sent, bytes) ?? Doubtful(declared, bytes) ?? Encoding.UTF8, bytes);
        // A server sends one label for all of its files; the author of the feed knew this one.
        return DecodedText.Of(Strictly(declared, bytes) ?? Strictly(sent, bytes) ?? Loosely(bytes, declared ?? sent));
    }

    private static (Encoding? Encoding, int Length) Mark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (null, 0),
    };

    // Encodings that write every letter with plain ASCII bytes: valid as UTF-8, and no word of it right.
    private static Encoding? Shifted(Encoding? encoding, ReadOnlySpan<byte> bytes) =>
        encoding?.CodePage is 50220 or 50221 or 50222 or 50225 or 52936 && bytes.Contains((byte)0x1B) ? encoding
        : encoding?.CodePage is 52936 or 65000 ? encoding : null;

    // A few Chinese letters of two bytes can look like UTF-8 by accident; a sequence of three bytes never came about that way.
    private static Encoding? Doubtful(Encoding? encoding, ReadOnlySpan<byte> bytes) =>
        encoding is { IsSingleByte: false, CodePage: not 65001 } && bytes.ContainsAnyInRange((byte)0x80, (byte)0xDF) && !bytes.ContainsAnyInRange((byte)0xE0, (byte)0xFF)
            ? encoding : null;

    private static string? Strictly(Encoding? encoding, ReadOnlySpan<byte> bytes)
    {
        if (encoding is null || encoding.CodePage == Encoding.UTF8.CodePage) return null;
        try
        {
            return Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Loosely(ReadOnlySpan<byte> bytes, Encoding? named)
    {
        if (BrokenUtf8.IsMostlyUtf8(bytes)) return BrokenUtf8.Decode(bytes);
        return (named is null || named.CodePage == Encoding.UTF8.CodePage ? OldEncoding.Of(bytes) : named).GetString(bytes);
    }
}
