using NewsBot.Core.Articles;

namespace NewsBot.Storage.Search;

/// <summary>
/// Finds the passage of an article that shows best why it was found. It reads the text itself rather than asking the engine,
/// so that both engines show the same and the accents stay.
/// </summary>
internal static class SnippetMaker
{
    /// <summary>UTF-16 units of a passage, about.</summary>
    public const int Length = 160;

    // Before the first word that matched.
    private const int Lead = 40;

    // Of an article that is a book, only the beginning is looked at.
    private const int MaxLooked = 50_000;

    public static Snippet Of(ArticleContent content, PassageFinder passages)
    {
        var best = new Passage("", [], 0);
        var looked = 0;
        foreach (var text in content.Body.Prepend(content.Deck).OfType<string>())
        {
            var passage = passages.In(text.Length > MaxLooked ? text[..MaxLooked] : text);
            if (best.Text.Length == 0 || passage.Worth > best.Worth) best = passage;
            if ((looked += text.Length) > MaxLooked) break;
        }
        return new([.. Pieces(best)]);
    }

    private static IEnumerable<SnippetPiece> Pieces(Passage passage)
    {
        var (start, end) = Window(passage);
        var at = start;
        var text = start > 0 ? "…" : "";
        foreach (var (from, to) in passage.Hits.Where(hit => hit.From >= start && hit.To <= end))
        {
            text += passage.Text[at..from];
            if (text.Length > 0) yield return new(text, false);
            yield return new(passage.Text[from..to], true);
            (text, at) = ("", to);
        }
        text += passage.Text[at..end] + (end < passage.Text.Length ? "…" : "");
        if (text.Length > 0) yield return new(text, false);
    }

    private static (int Start, int End) Window(Passage passage)
    {
        var text = passage.Text;
        if (text.Length <= Length) return (0, text.Length);
        var first = passage.Hits.Count == 0 ? 0 : passage.Hits
            .MaxBy(hit => passage.Hits.Count(other => other.From >= hit.From && other.To <= hit.From + Length - Lead)).From;
        var start = Math.Min(Math.Max(0, first - Lead), text.Length - Length);
        if (start > 0) start = WordBorder(text, start, first);
        var end = Math.Min(text.Length, start + Length);
        return (start, end == text.Length ? end : end - TailToDrop(text, start, end));
    }

    // The first word that begins at or after a place; the place of the hit itself when no space comes before it.
    private static int WordBorder(string text, int from, int hit)
    {
        var space = text.IndexOf(' ', from);
        if (space >= 0 && space < Math.Max(hit, from + 1)) return space + 1;
        return from > 0 && char.IsLowSurrogate(text[from]) ? from - 1 : from;
    }

    private static int TailToDrop(string text, int start, int end)
    {
        if (text[end] == ' ') return 0;
        var space = text.LastIndexOf(' ', end - 1, end - start);
        if (space > start + Length / 2) return end - space;
        return char.IsHighSurrogate(text[end - 1]) ? 1 : 0;
    }
}
