using NewsBot.Core.Articles;
using NewsBot.Core.Chat;

namespace NewsBot.Core.Commands;

/// <summary>search words: the archive, best match first.</summary>
internal sealed class SearchCommand(IArchive archive, TimeProvider clock) : ICommand
{
    private const int PerPage = 5;
    private const int MostPages = 20;

    private static readonly NumberOption Page = new("page", new("which page"), 1, MostPages) { IsNamedOnly = true };
    private static readonly TextOption Words = new("words", new("words, \"exact phrases\", -without, begin*, OR; title: source: since:3d"), 10_000) { TakesRest = true, IsRequired = true };

    private static readonly Phrase Title = new("Search: {0}");
    private static readonly Phrase Nothing = new("Nothing found for '{0}'. Fewer or other words may help.");
    private static readonly Phrase DidYouMean = new(" Did you mean: {0}?");
    private static readonly Phrase Loosely = new("No article has all of these words; these have most of them.");
    private static readonly Phrase Indexing = new("{0} older {0:article is|articles are} still being indexed.");
    private static readonly Phrase NothingMore = new("There are no more results.");
    private static readonly Phrase Latest = new("Latest");

    public CommandSpec Spec { get; } = new("search", Role.Reader, new("Search the archive"), Words, Page);

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        var page = call.Ask(Page, 1);
        var query = SearchQuery.Parse(call.Ask(Words), (page - 1) * PerPage, PerPage);
        if (query.Complaint is { } complaint) return Reply.Private(complaint.In(call.Language));

        var found = await archive.SearchAsync(query, stop);
        if (found.Hits.Count == 0) return page > 1 ? Reply.Private(call.Say(NothingMore)) : Nowhere(call, query, found);

        var items = found.Hits.Select(hit => (hit.Article, Text(hit.Snippet))).ToArray();
        var title = call.Say(Title, Asked(query));
        var card = ArticleList.Of(title, items, query.Skip + 1, call.Channel.Settings, clock.GetUtcNow(), ArticleList.MoreLine("search", query.Text, page, MostPages, found.HasMore));
        return new([Footed(card, call, found)], ReplacesCard: call.Has(Page));
    }

    private static Reply Nowhere(Call call, SearchQuery query, SearchPage found) => found.DidYouMean is { } better
        ? Reply.Private(call.Say(Nothing, Asked(query)) + call.Say(DidYouMean, CardFitter.Cut(better, 80)), Button.Type(CardFitter.Cut(better, 40), $"search {better}"))
        : Reply.Private(call.Say(Nothing, Asked(query)), Button.Type(call.Say(Latest), "latest"));

    private static Card Footed(Card card, Call call, SearchPage found)
    {
        var notes = new List<string>();
        if (found.IsLoose) notes.Add(call.Say(Loosely));
        if (found.Unindexed > 0) notes.Add(call.Say(Indexing, found.Unindexed));
        if (found.DidYouMean is { } better)
        {
            notes.Add(call.Say(DidYouMean, CardFitter.Cut(better, 80)).Trim());
            card = card with { Buttons = [.. card.Buttons, Button.Type(CardFitter.Cut(better, 40), $"search {better}")] };
        }
        return notes.Count > 0 ? card with { Footer = string.Join(' ', notes) } : card;
    }

    private static string Asked(SearchQuery query) => CardFitter.Cut(query.Text.Trim(), 80);

    private static Prose Text(Snippet snippet) =>
        snippet.Pieces.Aggregate(Prose.Empty, (text, piece) => text.Then(piece.Text, piece.IsHit ? Mark.Hit : Mark.None));
}
