namespace NewsBot.Core.Articles;

/// <summary>An article as a source yields it.</summary>
/// <param name="Identity">
/// What stays the same when the article is changed: its canonical link if it has one, else its place within the source
/// (for a folder the relative path with forward slashes).
/// </param>
public sealed record FoundArticle(string Identity, ArticleContent Content)
{
    /// <summary>Of the identity, unless the source knows the article under another since before the identity changed.</summary>
    public ArticleId Id { get; init; } = ArticleId.Of(Identity);
}
