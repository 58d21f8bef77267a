using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;

namespace NewsBot.Core.Commands;

/// <summary>read article: the whole text, in pages.</summary>
internal sealed class ReadCommand(IArchive archive, SupportLinks support) : ICommand
{
    private static readonly ArticleOption Article = new("article", new("which article")) { IsRequired = true, Suggestions = Suggestions.Articles };
    private static readonly NumberOption Page = new("page", new("which page"), 1, 999);

    private static readonly Phrase Gone = new("That article is not in the archive.");
    private static readonly Phrase Withdrawn = new("This article was withdrawn.");
    private static readonly Phrase PageOf = new("page {0} of {1}");
    private static readonly Phrase Next = new("Next");
    private static readonly Phrase Back = new("Back");
    private static readonly Phrase NoText = new("This article has no text of its own; its source has more.");

    public CommandSpec Spec { get; } = new("read", Role.Reader, new("Read a whole article"), Article, Page);

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        if (await archive.FindAsync(call.Ask(Article), stop) is not { } article) return Reply.Private(call.Say(Gone));
        if (article.WithdrawnAt is not null && call.Caller.Role is Role.Reader) return Reply.Private(call.Say(Withdrawn));
        var pages = Pages.Of(article.Content);
        var number = Math.Clamp(call.Ask(Page, 1), 1, Math.Max(1, pages.Count));
        var settings = call.Channel.Settings;
        var card = ArticleCard.Of(article, settings with { Style = Subscriptions.PostStyle.Full }, support.Any);
        var position = pages.Count > 1 ? $" · {call.Say(PageOf, number, pages.Count)}" : "";
        if (article.WithdrawnAt is not null) position += $" · {call.Say(Withdrawn)}";
        card = card with
        {
            Body = pages.Count == 0 ? call.Say(NoText) : Text(pages[number - 1], number == 1 ? article.Content.Deck : null),
            Image = number == 1 ? card.Image : null,
            Footer = card.Footer + position,
            Buttons = [.. Turn(call, article, number, pages.Count), .. card.Buttons.Where(button => button.Label != call.Say(ArticleCard.Read)), Button.Type(call.Say(RelatedCommand.Label), $"related {article.Id}")],
        };
        return new([card], ReplacesCard: call.Has(Page));
    }

    private static Prose Text(string page, string? deck) =>
        deck is null ? page : Prose.Of(deck, Mark.Strong).Then("\n\n").Then(page);

    private static IEnumerable<Button> Turn(Call call, Article article, int number, int count)
    {
        if (number > 1) yield return Button.Type(call.Say(Back), $"read {article.Id} {number - 1}");
        if (number < count) yield return Button.Type(call.Say(Next), $"read {article.Id} {number + 1}");
    }
}
