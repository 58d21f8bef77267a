using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using NewsBot.Sources.Text;

namespace NewsBot.Sources.Feeds.Reading.Dates;

/// <summary>Zones after a time: Z, +0300, -08:00, GMT+2, EST, (PST). RFC 822 gives the American names their meaning, although others use them too.</summary>
internal static class FeedZone
{
    private static readonly SearchValues<char> OffsetSigns = SearchValues.Create("0123456789:");

    private static readonly FrozenDictionary<string, double> Hours = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = 0,
        ["UT"] = 0,
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["AT"] = -4,
        ["AST"] = -4,
        ["ADT"] = -3,
        ["ET"] = -5,
        ["EST"] = -5,
        ["EDT"] = -4,
        ["CT"] = -6,
        ["CST"] = -6,
        ["CDT"] = -5,
        ["MT"] = -7,
        ["MST"] = -7,
        ["MDT"] = -6,
        ["PT"] = -8,
        ["PST"] = -8,
        ["PDT"] = -7,
        ["IST"] = 5.5,
        ["KST"] = 9,
        ["NZST"] = 12,
        ["NZDT"] = 13,
        // RFC 822 had the military letters the wrong way round; RFC 2822 keeps these few.
        ["A"] = -1,
        ["M"] = -12,
        ["N"] = 1,
        ["Y"] = 12,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static bool Read(ReadOnlySpan<char> text, out TimeSpan zone)
    {
        zone = default;
        text = text.Trim(" ()");
        if (text.IsEmpty) return true;
        if (text[0] is '+' or '-' or '\u2212') return Offset(text, out zone);
        var end = text.IndexOfAny(" +-(");
        var name = (end < 0 ? text : text[..end]).ToString();
        if (Hours.TryGetValue(name, out var hours)) zone = TimeSpan.FromHours(hours);
        else if (ZoneWords.Find(name.ToLowerInvariant()) is { Named: null } known) zone = known.Fixed;
        else return false;
        var rest = end < 0 ? default : text[end..].Trim();
        return rest.IsEmpty || rest[0] == '(' || Offset(rest, out zone);
    }

    private static bool Offset(ReadOnlySpan<char> text, out TimeSpan zone)
    {
        zone = default;
        var sign = text[0] == '+' ? 1 : -1;
        var end = text[1..].IndexOfAnyExcept(OffsetSigns);
        var digits = (end < 0 ? text[1..] : text.Slice(1, end)).ToString();
        // After the figures only a comment may stand: "-0800 (PST)".
        var comment = end < 0 ? default : text[(end + 1)..].TrimStart();
        if (!comment.IsEmpty && comment[0] != '(' && !Hours.ContainsKey(comment.Trim().ToString())) return false;
        var colon = digits.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 && digits.Length > 2) (digits, colon) = (digits.Insert(digits.Length - 2, ":"), digits.Length - 2);
        var isRead = int.TryParse(colon < 0 ? digits : digits[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var hours);
        var minutes = 0;
        if (colon >= 0) isRead &= int.TryParse(digits[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out minutes);
        if (!isRead || hours > 23 || minutes > 59) return false;
        zone = sign * new TimeSpan(hours, minutes, 0);
        return true;
    }
}
