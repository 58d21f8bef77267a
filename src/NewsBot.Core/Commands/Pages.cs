using NewsBot.Core.Articles;

namespace NewsBot.Core.Commands;

/// <summary>Cuts an article's text into pages at paragraph ends; a paragraph longer than a page is cut at a sentence or a word.</summary>
internal static class Pages
{
    /// <summary>UTF-16 units: with title and deck a page stays below what the narrowest platform shows in one piece.</summary>
    public const int Room = 1800;

    public static IReadOnlyList<string> Of(ArticleContent content)
    {
        var pages = new List<string>();
        var page = new List<string>();
        var length = 0;
        foreach (var piece in content.Body.SelectMany(Pieces))
        {
            if (length > 0 && length + piece.Length > Room)
            {
                pages.Add(string.Join("\n\n", page));
                page.Clear();
                length = 0;
            }
            page.Add(piece);
            length += piece.Length + 2;
        }
        if (page.Count > 0) pages.Add(string.Join("\n\n", page));
        return pages;
    }

    private static IEnumerable<string> Pieces(string paragraph)
    {
        while (paragraph.Length > Room)
        {
            var cut = Cut(paragraph);
            yield return paragraph[..cut].TrimEnd();
            paragraph = paragraph[cut..].TrimStart();
        }
        if (paragraph.Length > 0) yield return paragraph;
    }

    private static int Cut(string paragraph)
    {
        var head = paragraph.AsSpan(0, Room);
        var sentence = head.LastIndexOf(". ");
        if (sentence > Room / 2) return sentence + 1;
        var word = head.LastIndexOf(' ');
        if (word > Room / 2) return word;
        // No space far and wide: never between the halves of a grapheme.
        var end = 0;
        while (System.Globalization.StringInfo.GetNextTextElementLength(paragraph, end) is var next && end + next <= Room) end += next;
        return end > 0 ? end : Room;
    }
}
