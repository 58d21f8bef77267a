using System.Text;

namespace NewsBot.Sources.Folder;

/// <summary>Turns the bytes of a text file into text, whatever it was saved as. Line ends become \n.</summary>
internal static class TextDecoding
{
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

    private static string? WithoutMark(ReadOnlySpan<byte> bytes) =>
        bytes.Contains((byte)0) ? Utf16(bytes) : IsUtf8(bytes) ? Encoding.UTF8.GetString(bytes) : OldEncoding.Of(bytes).GetString(bytes);

    // No text holds a zero unless it is UTF-16. Whatever the script, some spaces and line ends are plain, and show which byte comes first.
    private static string? Utf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % 2 != 0 || IsTextWithZeros(bytes)) return null;
        int little = 0, big = 0;
        for (var i = 0; i < bytes.Length; i += 2)
        {
            if (bytes[i] == 0 && IsPlain(bytes[i + 1])) big++;
            if (bytes[i + 1] == 0 && IsPlain(bytes[i])) little++;
        }
        if (Math.Max(little, big) * 50 < bytes.Length / 2 || Math.Max(little, big) < Math.Min(little, big) * 2) return null;
        var text = (little > big ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes);
        return text.Contains('\0') ? null : text;
    }

    // In UTF-16 half of all bytes are zeros in Latin script, and in the others many are control characters.
    private static bool IsTextWithZeros(ReadOnlySpan<byte> bytes) =>
        bytes.Count((byte)0) * 3 < bytes.Length && System.Text.Unicode.Utf8.IsValid(bytes) && !bytes.ContainsAnyInRange((byte)1, (byte)8);

    private static bool IsPlain(byte letter) => letter is (>= 0x20 and < 0x7F) or (byte)'\n' or (byte)'\r' or (byte)'\t';

    // Other encodings hardly ever make a valid letter of several bytes, so a text with many of them is UTF-8 though it was cut or damaged.
    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return true;
        int whole = 0, broken = 0;
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var length) != System.Buffers.OperationStatus.Done) broken++;
            else if (!rune.IsAscii) whole++;
            bytes = bytes[length..];
        }
        return whole > broken * 20;
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
