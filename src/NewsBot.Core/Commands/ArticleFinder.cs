using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;
using NewsBot.Core.Stories;

namespace NewsBot.Core.Commands;

/// <summary>Finds the article that somebody names by its id, its link or its title.</summary>
internal sealed class ArticleFinder(IArchive archive, IPostedArticles posts)
{
    private const int Looked = 10;

    /// <returns>One when it is clear which is meant; several that it may be; none.</returns>
    public async Task<IReadOnlyList<Article>> FindAsync(string typed, CancellationToken stop)
    {
        if (ArticleId.TryParse(typed, out var id) && await archive.FindAsync(id, stop) is { } named) return [named];
        if (WebAddress.OrNull(typed) is { } link) return await LinkedAsync(link, stop) is { } linked ? [linked] : [];
        var words = Folding.Index(typed);
        var found = (await archive.SearchAsync(SearchQuery.Parse(typed, take: Looked), stop)).Hits.Select(hit => hit.Article).ToArray();
        var exact = found.Concat(await posts.WithdrawnAsync(Looked, stop)).Where(article => Folding.Index(article.Title) == words).ToArray();
        return exact.Length > 0 ? exact : found;
    }

    private async Task<Article?> LinkedAsync(string link, CancellationToken stop)
    {
        foreach (var id in IdsOf(link))
            if (await archive.FindAsync(id, stop) is { } article) return article;
        return null;
    }

    /// <summary>
    /// The ids that an article of this link may have: it is named by its link without what tells where the reader came from; it may have been shared
    /// with that, or by another door.
    /// </summary>
    public static IEnumerable<ArticleId> IdsOf(string link)
    {
        var bare = new UriBuilder(link) { Fragment = "" };
        bare.Query = LinkParameters.Content(bare.Query);
        var forms = new[] { link, bare.Uri.AbsoluteUri, CanonicalLink.Of(link), CanonicalLink.Of(link)?.Replace("https://", "https://www.", StringComparison.Ordinal) };
        return forms.OfType<string>().SelectMany(form => new[] { form, form.Replace("https://", "http://", StringComparison.Ordinal) }).Distinct().Select(ArticleId.Of);
    }
}
