using System.Text;
using UtfUnknown;

namespace NewsBot.Sources.Folder;

/// <summary>
/// Finds which encoding from before Unicode a text was saved in. Windows' Cyrillic and Western ones are told apart by the shape of words; the
/// detection library is believed only for others, and only when it saw enough: it takes half of the English texts whose only foreign bytes
/// are curly quotes for the Macintosh's.
/// </summary>
internal static class OldEncoding
{
    private const int Cyrillic = 1251;
    private const int Western = 1252;

    /// <summary>Bytes; what a detector needs shows itself in less.</summary>
    private const int Sample = 64 * 1024;

    /// <summary>Letters outside of ASCII; with fewer the library guesses.</summary>
    private const int Enough = 8;

    private const int Koi8Russian = 20866;
    private const int Koi8Ukrainian = 21866;

    // Central European (Windows, ISO), KOI8, Cyrillic of DOS, Greek, Hebrew, and Chinese, Japanese and Korean.
    private static readonly HashSet<int> Believed = [1250, 28592, Koi8Russian, Koi8Ukrainian, 866, 1253, 1255, 54936, 936, 950, 932, 51932, 949, 51949];

    static OldEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Of(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sample)].ToArray();
        var letters = sample.Count(IsLetter);
        if (letters >= Enough
            && CharsetDetector.DetectFromBytes(sample).Detected is { Confidence: > 0.6f, Encoding: { } encoding }
            && Believed.Contains(encoding.CodePage))
        {
            // The same letters, and Ukrainian ones where the Russian has parts of frames.
            return encoding.CodePage == Koi8Russian ? Encoding.GetEncoding(Koi8Ukrainian) : encoding;
        }
        // In Cyrillic words nearly every letter follows another such byte; Western accents stand alone, or two together as in "ção".
        var inRuns = Enumerable.Range(1, Math.Max(sample.Length - 1, 0)).Count(i => IsLetter(sample[i]) && IsLetter(sample[i - 1]));
        return Encoding.GetEncoding(inRuns * 5 > letters * 3 ? Cyrillic : Western);
    }

    // From 0xC0 on both have letters; those below are ў, ґ, ё, є, ї and і, upper and lower case.
    private static bool IsLetter(byte letter) => letter is >= 0xC0 or 0xA1 or 0xA2 or 0xA5 or 0xA8 or 0xAA or 0xAF or 0xB2 or 0xB3 or 0xB4 or 0xB8 or 0xBA or 0xBF;
}
