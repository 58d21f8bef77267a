namespace NewsBot.Sources.Text;

/// <summary>What remains of a page below its front when everything that is not the story has gone its way.</summary>
internal static class Story
{
    /// <summary>Facts at the very end of a page ("Tags: …", a date) are taken; the same kind of line in the middle is the story's.</summary>
    public static List<Piece> WithoutEndFacts(IReadOnlyList<Piece> pieces, PageFacts facts)
    {
        var end = pieces.Count;
        while (end > 0 && pieces[end - 1] is Piece.Date or Piece.Named or Piece.Rule) facts.Take(pieces[--end]);
        return [.. pieces.Take(end)];
    }

    /// <summary>Takes out pictures, and "Read more" with the links under it. A rule stands in for the latter: it divides.</summary>
    public static List<Piece> WithoutStrayLines(IReadOnlyList<Piece> pieces, PageFacts facts)
    {
        var story = new List<Piece>();
        for (var at = 0; at < pieces.Count; at++)
        {
            if (pieces[at] is Piece.ReadMore)
            {
                while (at + 1 < pieces.Count && pieces[at + 1] is Piece.Prose entry && ReadMoreLine.IsEntry(entry)) at++;
                story.Add(new Piece.Rule(""));
            }
            else if (pieces[at] is Piece.ImageWords or Piece.Picture)
            {
                facts.Take(pieces[at]);
            }
            else
            {
                story.Add(pieces[at]);
            }
        }
        return story;
    }
}
