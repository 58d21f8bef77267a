using NewsBot.Sources.Feeds.Reading;
using NewsBot.Sources.Feeds.Reading.Html;
using NewsBot.Sources.Text;

namespace NewsBot.Sources.Feeds.Articles;

/// <summary>The words of an entry, divided: what it says in short, and its paragraphs.</summary>
internal sealed record EntryText(string? Deck, IReadOnlyList<string> Body)
{
    /// <summary>Characters; a longer summary is the story itself.</summary>
    private const int LongestDeck = 600;

    public static EntryText Of(FeedEntry entry)
    {
        var summary = Paragraphs(entry.Summary);
        var content = Paragraphs(entry.Content);
        if (content.Count == 0) return summary is [{ Length: <= LongestDeck } only] ? new(only, []) : new(null, summary);
        var isShort = summary.Count > 0 && summary.Sum(paragraph => paragraph.Length) <= LongestDeck;
        return new(isShort && !IsBeginning(summary, content) ? string.Join(' ', summary) : null, content);
    }

    private static List<string> Paragraphs(FeedText? text)
    {
        if (text is not { } given) return [];
        var paragraphs = HtmlParagraphs.Of(given);
        while (paragraphs.Count > 0 && (IsBacklink(paragraphs[^1]) || ReadMoreLine.Is(paragraphs[^1]))) paragraphs.RemoveAt(paragraphs.Count - 1);
        if (paragraphs.Count > 0) paragraphs[^1] = WithoutCut(paragraphs[^1]);
        if (paragraphs is [.., ""]) paragraphs.RemoveAt(paragraphs.Count - 1);
        return paragraphs;
    }

    // WordPress signs every entry of a feed with this.
    private static bool IsBacklink(string paragraph) =>
        paragraph.StartsWith("The post ", StringComparison.Ordinal) && paragraph.Contains(" first on ", StringComparison.Ordinal);

    // Where an excerpt was cut, and the link that stood there.
    private static string WithoutCut(string paragraph)
    {
        foreach (var sign in new[] { "[…]", "[...]", "(…)", "(more…)", "Continue reading →", "Read more" })
            if (paragraph.EndsWith(sign, StringComparison.OrdinalIgnoreCase))
            {
                var kept = paragraph[..^sign.Length].TrimEnd();
                return kept.Length == 0 || kept[^1] is '.' or '…' or '!' or '?' ? kept : $"{kept}…";
            }
        return paragraph;
    }

    // An excerpt is the story's own beginning; shown above it, it would say everything twice.
    private static bool IsBeginning(List<string> summary, List<string> content)
    {
        var start = string.Join(' ', summary).TrimEnd('…', '.', ' ', '[', ']');
        return string.Join(' ', content.Take(summary.Count + 8)).StartsWith(start, StringComparison.OrdinalIgnoreCase);
    }
}
