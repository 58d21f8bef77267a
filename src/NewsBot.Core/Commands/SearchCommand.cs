using NewsBot.Core.Articles;
using NewsBot.Core.Chat;

namespace NewsBot.Core.Commands;

/// <summary>search words: the archive, best match first.</summary>
internal sealed class SearchCommand(IArchive archive, TimeProvider clock) : ICommand
{
    private const int PerPage = 5;
    private const int MostPages = 20;

    private static readonly NumberOption Page = new("page", new("which page", "яка сторінка"), 1, MostPages) { IsNamedOnly = true };
    private static readonly TextOption Words = new("words", new("words, \"exact phrases\", -without", "слова, \"точні фрази\", -без"), 10_000) { TakesRest = true, IsRequired = true };

    private static readonly Phrase Title = new("Search: {0}", "Пошук: {0}");
    private static readonly Phrase Nothing = new("Nothing found for '{0}'. Fewer or other words may help.", "За запитом «{0}» нічого не знайдено. Спробуйте менше слів або інші.");
    private static readonly Phrase OnlyUnwanted = new("Add at least one word to look for; -word only leaves things out.", "Додайте хоча б одне слово для пошуку: -слово лише відкидає.");
    private static readonly Phrase NothingMore = new("There are no more results.", "Більше результатів немає.");
    private static readonly Phrase Latest = new("Latest", "Останні новини");

    public CommandSpec Spec { get; } = new("search", Role.Reader, new("Search the archive", "Пошук в архіві"), Words, Page);

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        var page = call.Ask(Page, 1);
        var query = SearchQuery.Parse(call.Ask(Words), (page - 1) * PerPage, PerPage);
        var asked = CardFitter.Cut(query.Text.Trim(), 80);
        if (query.Wanted.Count == 0) return Reply.Private(query.Unwanted.Count > 0 ? call.Say(OnlyUnwanted) : call.Say(Nothing, asked));

        var found = await archive.SearchAsync(query, stop);
        if (found.Hits.Count == 0 && page > 1) return Reply.Private(call.Say(NothingMore));
        if (found.Hits.Count == 0) return Reply.Private(call.Say(Nothing, asked), Button.Type(call.Say(Latest), "latest"));

        var more = found.HasMore && page < MostPages ? $"search page:{page + 1} {query.Text[..Math.Min(query.Text.Length, SearchQuery.MaxLength)]}" : null;
        var items = found.Hits.Select(hit => (hit.Article, Text(hit.Snippet))).ToArray();
        var card = ArticleList.Of(call.Say(Title, asked), items, query.Skip + 1, call.Channel.Settings, clock.GetUtcNow(), more);
        return new([card], ReplacesCard: call.Has(Page));
    }

    private static Prose Text(Snippet snippet) =>
        snippet.Pieces.Aggregate(Prose.Empty, (text, piece) => text.Then(piece.Text, piece.IsHit ? Mark.Hit : Mark.None));
}
