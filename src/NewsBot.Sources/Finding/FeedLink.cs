namespace NewsBot.Sources.Finding;

/// <summary>A feed that a page names.</summary>
/// <param name="Title">What the page calls it; may be empty.</param>
/// <param name="Language">As its hreflang says.</param>
/// <param name="IsDeclared">True when it stands in the page's head, and not merely in a link that looks like one to a feed.</param>
internal sealed record FeedLink(Uri Address, string Title, string? Language, bool IsDeclared);

/// <summary>What the top of a page says of its site.</summary>
internal sealed record PageHead(string Title, string? Language, IReadOnlyList<FeedLink> Feeds)
{
    private static readonly string[] CommentWords = ["comment", "коментар", "комментар", "kommentar", "comentario", "commentaire"];

    /// <summary>Best first: declared feeds, the site's own language, articles before comments; else in the page's order.</summary>
    public IEnumerable<FeedLink> Best => Feeds.DistinctBy(link => link.Address).OrderBy(Doubt);

    private int Doubt(FeedLink link) =>
        (link.IsDeclared ? 0 : 4)
        + (CommentWords.Any(word => link.Title.Contains(word, StringComparison.OrdinalIgnoreCase) || link.Address.AbsolutePath.Contains(word, StringComparison.OrdinalIgnoreCase)) ? 2 : 0)
        + (link.Language is { } language && Language is not null && language != Language ? 1 : 0);
}
