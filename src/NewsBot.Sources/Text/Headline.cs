using NewsBot.Core.Articles;

namespace NewsBot.Sources.Text;

/// <summary>Finds a page's title among its first pieces, and makes one where there is none.</summary>
internal static class Headline
{
    /// <summary>Characters; a longer title is cut at a word. Headlines have 60 to 110.</summary>
    public const int MaxLength = 300;

    /// <summary>Pieces from the top; a title does not stand deeper.</summary>
    private const int Looked = 12;

    /// <summary>Characters; a line longer than this that also ends in a full stop is a paragraph.</summary>
    private const int LongestSentence = 150;

    /// <summary>
    /// The index of the title: the text that is printed twice at the top, else the first marked heading, else the first prose
    /// that does not look like a picture's words. -1 when there is none.
    /// </summary>
    public static int Find(IReadOnlyList<Piece> pieces)
    {
        var top = Math.Min(pieces.Count, Looked);
        var prose = Enumerable.Range(0, top).Where(at => pieces[at] is Piece.Prose { IsItem: false }).ToList();
        if (prose.FirstOrDefault(at => IsPrintedAgain(pieces, at, top), -1) is >= 0 and var repeated) return repeated;
        if (prose.FirstOrDefault(at => pieces[at] is Piece.Prose { Level: 1 }, -1) is >= 0 and var heading) return heading;
        return prose.FirstOrDefault(at => !IsPictureAboveTitle(pieces, at), prose.FirstOrDefault(-1));
    }

    public static bool AreSame(string one, string other) =>
        one.Length <= 2 * MaxLength && other.Length <= 2 * MaxLength && Folding.Index(one) == Folding.Index(other);

    /// <summary>True for a paragraph that stands where a title should be. It stays in the body, and its first sentence becomes the title.</summary>
    public static bool IsParagraph(string text) =>
        text.Length > MaxLength || (text.Length > LongestSentence && text[^1] == '.') || (text.Length > LongestSentence && FirstSentence(text).Length < text.Length);

    public static string FirstSentence(string text)
    {
        var looked = Math.Min(text.Length - 1, MaxLength);
        for (var i = 20; i < looked; i++)
            if (text[i] is '.' or '!' or '?' or '…' && text[i + 1] == ' ' && (i + 2 >= text.Length || !char.IsLower(text[i + 2])))
                return text[..(i + 1)];
        return text;
    }

    /// <summary>At most <see cref="MaxLength"/> characters, cut at a word and never inside a surrogate pair.</summary>
    public static string Shortened(string text)
    {
        if (text.Length <= MaxLength) return text;
        var end = text.LastIndexOf(' ', MaxLength - 1);
        if (end < MaxLength / 2) end = char.IsHighSurrogate(text[MaxLength - 2]) ? MaxLength - 2 : MaxLength - 1;
        return text[..end].TrimEnd(' ', ',', ';', ':', '-', '–', '—') + "…";
    }

    private static bool IsPrintedAgain(IReadOnlyList<Piece> pieces, int at, int top) =>
        pieces[at].Text.Length <= MaxLength && Enumerable.Range(at + 1, top - at - 1).Any(later => pieces[later] is Piece.Prose && AreSame(pieces[at].Text, pieces[later].Text));

    private static bool IsPictureAboveTitle(IReadOnlyList<Piece> pieces, int at) =>
        ImageWords.Likely(pieces[at].Text) is not null
        && at + 1 < pieces.Count && pieces[at + 1] is Piece.Prose { Text.Length: <= MaxLength } next && char.IsUpper(next.Text[0]);
}
