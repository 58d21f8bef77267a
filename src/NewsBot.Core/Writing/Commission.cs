using NewsBot.Core.Articles;

namespace NewsBot.Core.Writing;

/// <summary>What a writer is asked for: a summary of this article in this language.</summary>
/// <param name="Language">ISO 639-1.</param>
public sealed record Commission(ArticleContent Article, string Language)
{
    /// <summary>Sentences that a written summary may have.</summary>
    public const int MostSentences = 2;

    /// <summary>UTF-16 units.</summary>
    public const int Longest = Summary.Room;

    public bool IsTranslation => Article.Language is { } own && own != Language;
}
