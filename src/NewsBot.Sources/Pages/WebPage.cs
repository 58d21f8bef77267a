using NewsBot.Core.Articles;

namespace NewsBot.Sources.Pages;

/// <summary>What a page turned out to be.</summary>
internal abstract record WebPage
{
    private WebPage() { }

    /// <param name="Canonical">The address that the page calls its own; null when it names none.</param>
    internal sealed record Story(ArticleContent Content, Uri? Canonical) : WebPage;

    /// <summary>A front or section page: its links lead to articles.</summary>
    /// <param name="Feeds">Feeds that it points to, best first.</param>
    internal sealed record Index(string? Title, string? Language, IReadOnlyList<PageLink> Links, IReadOnlyList<FeedLink> Feeds) : WebPage;

    /// <param name="Why">One sentence for people: what it is instead, and what to try.</param>
    internal sealed record Neither(string Why) : WebPage;
}

/// <param name="Text">The headline that leads there; one line.</param>
internal sealed record PageLink(Uri Address, string Text);

/// <param name="Title">What the page calls it; may be empty.</param>
internal sealed record FeedLink(Uri Address, string Title);
