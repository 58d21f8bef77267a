namespace NewsBot.Core.Articles;

/// <summary>An article as we keep it.</summary>
/// <param name="Source">Key of the source that it came from.</param>
/// <param name="Place">Where in the source it was read, such as a file's relative path.</param>
/// <param name="Summary">Whole sentences of the article's own, for a post; may be empty.</param>
public sealed record Article(ArticleId Id, string Source, string Place, ArticleContent Content, string Summary)
{
    public string Title => Content.Title;
    /// <summary>True when the summary was written by a machine instead; it is marked wherever it is shown.</summary>
    public bool IsMachineWritten { get; init; }

    public DateTimeOffset Published => Content.Published;

    /// <summary>Keys of the topics it belongs to.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Others who tell the same story and have no post of their own where this is shown.</summary>
    public IReadOnlyList<Article> Also { get; init; } = [];

    /// <summary>Set when the newsroom took it back: it is not posted, and neither listed nor found.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }
}
