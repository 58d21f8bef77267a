using System.Globalization;
using System.Text;
using NewsBot.Core.Chat;

namespace NewsBot.Local;

/// <summary>What a room may be called: 1 to 40 characters, lower-case letters of any script, digits and hyphens.</summary>
internal static class RoomName
{
    /// <summary>UTF-16 units.</summary>
    public const int MaxLength = 40;

    private static readonly Phrase NoName = new("A room needs a name, such as garden or my-town.");
    private static readonly Phrase TooLong = new("A room's name has at most {0} {0:character|characters}; choose a shorter one.");
    private static readonly Phrase Wrong = new("A room's name is made of lower-case letters, digits and hyphens, such as my-town.");

    /// <summary>Null for a good name, else one sentence; {0} is <see cref="MaxLength"/>.</summary>
    public static Phrase? Complaint(string name) => name switch
    {
        "" => NoName,
        { Length: > MaxLength } => TooLong,
        _ when name.IsNormalized(NormalizationForm.FormC) && name.EnumerateRunes().All(IsAllowed) => null,
        _ => Wrong,
    };

    /// <summary>The name as someone meant it: trimmed, lower-case, hyphens for spaces.</summary>
    public static string From(string typed) =>
        string.Join('-', Repaired(typed).Normalize(NormalizationForm.FormC).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsAllowed(Rune rune) =>
        rune.Value == '-' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber;

    // Normalize throws on half a surrogate pair; a replacement character is refused like any other sign.
    private static string Repaired(string text) => string.Concat(text.EnumerateRunes());
}
