using System.Buffers;
using System.Text;

namespace NewsBot.Sources.Feeds.Reading.Encodings;

/// <summary>UTF-8 into which bytes of another encoding were pasted, or which was cut.</summary>
internal static class BrokenUtf8
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Other encodings hardly ever make a valid letter of several bytes, so a text with more whole letters than broken ones is UTF-8.</summary>
    public static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int whole = 0, broken = 0;
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var length) != OperationStatus.Done) broken++;
            else if (!rune.IsAscii) whole++;
            bytes = bytes[length..];
        }
        return whole > broken;
    }

    /// <summary>Whole letters are read as UTF-8 and each stray byte as Windows' Western encoding, where most of them come from.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var plain = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (plain != 0)
            {
                plain = plain < 0 ? bytes.Length : plain;
                text.Append(Encoding.ASCII.GetString(bytes[..plain]));
                bytes = bytes[plain..];
                continue;
            }
            var isWhole = Rune.DecodeFromUtf8(bytes, out var rune, out var length) == OperationStatus.Done;
            text.Append(isWhole ? rune.ToString() : Western.GetString(bytes[..length]));
            bytes = bytes[length..];
        }
        return text.ToString();
    }
}
