using System.Buffers;
using System.Globalization;
using System.Text;
using NewsBot.Core.Articles;
using NewsBot.Core.Summaries;

namespace NewsBot.Core.Writing;

/// <summary>What a written summary looks like: one paragraph of one or two whole sentences, and nothing in it but words.</summary>
internal static class WrittenForm
{
    // Markup, mentions, addresses and the like; none of them belongs into two sentences of news.
    private static readonly SearchValues<char> Foreign = SearchValues.Create("<>@#*_`~|{}[]\\^=");

    public static string? Objection(string written)
    {
        if (written.Length == 0) return "it is empty";
        if (written.Length > Commission.Longest) return $"it has {written.Length} characters, more than {Commission.Longest}";
        if (written.AsSpan().IndexOfAny(Foreign) >= 0 || written.Contains("://", StringComparison.Ordinal) || written.EnumerateRunes().Any(IsForeign)) return "it holds more than plain words";
        if (Introduces(written)) return "it introduces itself";
        if (!EndsWell(written)) return "it breaks off";
        return Sentences.Of(written).Count() > Commission.MostSentences ? $"it has more than {Commission.MostSentences} sentences" : null;
    }

    // "Here is a summary: …" A colon may stand before a quotation and between digits only.
    private static bool Introduces(string text)
    {
        for (var at = text.IndexOf(':', StringComparison.Ordinal); at >= 0; at = text.IndexOf(':', at + 1))
        {
            var rest = text.AsSpan(at + 1).TrimStart();
            if (rest.IsEmpty || (!char.IsAsciiDigit(rest[0]) && rest[0] is not ('"' or '“' or '„' or '«'))) return true;
        }
        return false;
    }

    private static bool EndsWell(string text)
    {
        var end = text.Length - 1;
        while (end > 0 && SentenceEnd.IsCloser(text[end])) end--;
        return text[end] is '.' or '!' or '?' && !text.EndsWith("..", StringComparison.Ordinal);
    }

    private static bool IsForeign(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherSymbol or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
