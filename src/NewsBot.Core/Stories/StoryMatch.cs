using NewsBot.Core.Articles;

namespace NewsBot.Core.Stories;

/// <summary>How two articles belong together, closest first.</summary>
public enum StoryKind
{
    /// <summary>The same canonical link or the same words.</summary>
    Exact,

    /// <summary>Half or more of the runs of five words in common.</summary>
    Near,

    /// <summary>Another report of the same event.</summary>
    SameEvent,

    /// <summary>Of the same event, and it adds something: never to be hidden behind the first.</summary>
    FollowUp,
}

/// <summary>An article of the window that an article belongs with.</summary>
/// <param name="Score">0 to 1: 1 for exact, the Jaccard value (or its estimate) for near, else how sure it is.</param>
/// <param name="Why">The words, names and numbers that both have, rarest first; empty when the asking print came from storage.</param>
public sealed record StoryMatch(ArticleId Article, StoryKind Kind, double Score, IReadOnlyList<string> Why);
