using System.Text;
using UtfUnknown;

namespace NewsBot.Sources.Folder;

/// <summary>Turns the bytes of a text file into text, whatever it was saved as. Line ends become \n.</summary>
internal static class TextDecoding
{
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    static TextDecoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <returns>The text, or null when the bytes are not text.</returns>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        var text = WithMark(bytes) ?? WithoutMark(bytes);
        return text is null || IsBinary(text) ? null : Lines(text);
    }

    private static string? WithMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes[3..]),
        [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32.GetString(bytes[4..]),
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes[2..]),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
        _ => null,
    };

    private static string? WithoutMark(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0)) return Utf16(bytes);
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return OneByte(bytes).GetString(bytes);
        }
    }

    // Latin text in UTF-16 has a zero in nearly every other byte, and always in the same half; Cyrillic has few, but its spaces and line ends do.
    private static string? Utf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % 2 != 0) return null;
        int low = 0, high = 0;
        for (var i = 0; i < bytes.Length; i += 2)
        {
            if (bytes[i] == 0) high++;
            if (bytes[i + 1] == 0) low++;
        }
        var enough = bytes.Length / 2 / 20;
        if (low > enough && high == 0) return Encoding.Unicode.GetString(bytes);
        return high > enough && low == 0 ? Encoding.BigEndianUnicode.GetString(bytes) : null;
    }

    private static Encoding OneByte(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, 64 * 1024)].ToArray();
        var detected = CharsetDetector.DetectFromBytes(sample).Detected;
        if (detected is { Confidence: > 0.6f, Encoding: { } encoding } && encoding.CodePage is not (65001 or 20127)) return encoding;
        // Cyrillic words are made of bytes above 0xC0; in Western text these stand alone between plain letters.
        var inRuns = 0;
        for (var i = 1; i < sample.Length; i++)
            if (sample[i] >= 0xC0 && sample[i - 1] >= 0xC0)
                inRuns++;
        return Encoding.GetEncoding(inRuns * 3 > sample.Count(letter => letter >= 0xC0) ? 1251 : 1252);
    }

    private static bool IsBinary(string text)
    {
        var controls = text.Count(letter => (char.IsControl(letter) && letter is not ('\n' or '\r' or '\t' or '\f' or '\v' or '\u0085')) || letter == '\uFFFD');
        return controls > 0 && controls * 100 > text.Length;
    }

    private static string Lines(string text) => text
        .Replace("\r\n", "\n", StringComparison.Ordinal)
        .Replace('\r', '\n')
        .Replace('\u2028', '\n')
        .Replace('\u2029', '\n')
        .Replace('\u0085', '\n')
        .TrimStart('\uFEFF');
}
