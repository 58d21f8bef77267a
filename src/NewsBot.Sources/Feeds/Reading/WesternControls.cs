using System.Text;

namespace NewsBot.Sources.Feeds.Reading;

/// <summary>
/// The codes 128 to 159 are controls that no text uses; where they stand, somebody wrote the curly quotes and dashes that
/// Windows' Western encoding has there (HTML, section 13.2.5.80).
/// </summary>
internal static class WesternControls
{
    private static readonly char[] Letters =
        CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetChars([.. Enumerable.Range(0x80, 0x20).Select(code => (byte)code)]);

    public static string Mend(string text) =>
        text.AsSpan().IndexOfAnyInRange('\u0080', '\u009F') < 0 ? text
        : string.Create(text.Length, text, static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++) to[i] = from[i] is >= '\u0080' and <= '\u009F' and var control ? Letters[control - 0x80] : from[i];
        });

    /// <summary>What a number in a character reference stands for; empty when it is no character.</summary>
    public static string Letter(int code) =>
        code is >= 0x80 and <= 0x9F ? Letters[code - 0x80].ToString()
        : !Rune.IsValid(code) || (code < 0x20 && code is not (0x09 or 0x0A or 0x0D)) ? ""
        : new Rune(code).ToString();
}
