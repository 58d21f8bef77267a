namespace NewsBot.Sources.Text;

/// <summary>Recognises the pointer to other articles that stands between or after paragraphs.</summary>
internal static class ReadMore
{
    private static readonly string[] Labels =
    [
        "read more", "read also", "see also", "also read", "further reading", "related", "related articles", "related stories", "more on this", "more on this story",
        "читайте також", "читати також", "читайте ще", "дивіться також", "більше за темою", "більше по темі", "за темою", "до теми",
    ];

    /// <summary>True for "Read more:" alone, and for "Read also: Another headline"; a sentence that begins with these words is prose.</summary>
    public static bool Is(string line)
    {
        if (line.Length > 200) return false;
        var colon = line.IndexOf(':');
        var label = (colon < 0 ? line : line[..colon]).Trim().TrimEnd('.', '…', '›', '»', '→').Trim().ToLowerInvariant();
        if (!Labels.Contains(label)) return false;
        return colon < 0 || !Paragraphs.EndsSentence(line[(colon + 1)..].Trim());
    }
}
