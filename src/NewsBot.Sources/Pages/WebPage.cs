using NewsBot.Core.Articles;
using NewsBot.Sources.Finding;

namespace NewsBot.Sources.Pages;

/// <summary>What a page turned out to be.</summary>
internal abstract record WebPage
{
    private WebPage() { }

    /// <param name="Site">What the site calls itself; null when it does not say.</param>
    internal sealed record Story(ArticleContent Content, string? Site) : WebPage;

    /// <summary>A front or section page: its links lead to articles.</summary>
    internal sealed record Index(PageIndex List) : WebPage;

    /// <param name="Why">One sentence for people: what it is instead, and what to try.</param>
    internal sealed record Neither(string Why) : WebPage;
}
