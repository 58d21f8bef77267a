namespace NewsBot.Sources.Text;

/// <summary>"Read more:", "Читайте також: …": a signpost to other pages, not part of the story.</summary>
internal static class ReadMoreLine
{
    private const int MaxLength = 200;

    // The longest first: "related articles" also begins with "related".
    private static readonly string[] Openings =
    [
        .. new[]
        {
            "read more", "read also", "also read", "read next", "see also", "related", "related articles", "related stories", "more on this", "more on this story",
            "further reading", "you may also like", "recommended", "don't miss",
            "читайте також", "читай також", "читати також", "читайте далі", "читати далі", "також читайте", "дивіться також", "див. також",
            "за темою", "матеріали за темою", "більше за темою", "читайте также", "читать также",
        }.OrderByDescending(opening => opening.Length),
    ];

    /// <summary>
    /// True for the phrase alone, and for the phrase with a colon and another page's headline behind it. "Read more slowly,
    /// she said." has no colon, and a headline does not end in a full stop: both are prose.
    /// </summary>
    public static bool Is(string line)
    {
        if (line.Length > MaxLength) return false;
        var opening = Openings.FirstOrDefault(opening => line.StartsWith(opening, StringComparison.OrdinalIgnoreCase)
            && (line.Length == opening.Length || !char.IsLetterOrDigit(line[opening.Length])));
        if (opening is null) return false;
        var rest = line[opening.Length..].TrimStart();
        return rest is "" or ":" or "…" or "..." or "»" or "→" or ">" or ">>"
            || (rest[0] == ':' && !(rest[^1] == '.' && !rest.EndsWith("...", StringComparison.Ordinal)));
    }

    /// <summary>True for a line under the signpost that belongs to it: a link, a list's item, or a headline right beneath.</summary>
    public static bool IsEntry(Piece.Prose line) =>
        line.Level == 0 && line.Text.Length <= MaxLength
        && (IsAddress(line.Text) || ((line.IsItem || line.IsBeneath || line.Link is not null) && IsHeadline(line.Text)));

    private static bool IsAddress(string text) =>
        !text.Contains(' ') && (text.StartsWith("http://", StringComparison.Ordinal) || text.StartsWith("https://", StringComparison.Ordinal));

    private static bool IsHeadline(string text) => text[^1] is not ('.' or ':' or ';' or ',' or '”' or '"' or '»');
}
