using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;

namespace NewsBot.Core.Commands;

/// <summary>owed: what waits to be posted in this channel, in the order in which it comes, each with what it waits for.</summary>
internal sealed class OwedCommand(IDeliveryBook book, IArchive archive, Outlooks outlooks, OutlookWords words, TimeProvider clock) : ICommand
{
    private const int OnPage = 8;
    private const int MostPages = 1000;

    private static readonly NumberOption Page = new("page", new("further on"), 1, MostPages);

    private static readonly Phrase Title = new("Owed here: {0}");
    private static readonly Phrase Nothing = new("Nothing waits to be posted here.");
    private static readonly Phrase NothingMore = new("That is all that waits here.");
    private static readonly Phrase Since = new("owed {0}");
    private static readonly Phrase Tries = new("{0} {0:try|tries}");
    private static readonly Phrase Edit = new("Correction: {0}");
    private static readonly Phrase Withdrawal = new("Removal: {0}");
    private static readonly Phrase Digest = new("A digest of {0} {0:article|articles}");
    private static readonly Phrase CardOf = new("A card with {0} {0:article|articles}");
    private static readonly Phrase Notice = new("A notice");
    private static readonly Phrase Gone = new("An article that is no longer kept");

    public CommandSpec Spec { get; } = new("owed", Role.Moderator, new("What waits to be posted here"), Page);

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        var page = call.Ask(Page, 1);
        var lane = await book.LaneAsync(call.Channel.Ref, (page - 1) * OnPage, OnPage, stop);
        if (lane.Page.Count == 0) return Reply.Private(call.Say(page == 1 ? Nothing : NothingMore));
        var shown = lane.Page.Take(OnPage).ToArray();
        var items = new List<Prose>();
        var last = "";
        for (var i = 0; i < shown.Length; i++)
        {
            // What is the same for several is said once, and that the second comes after the first need not be said.
            var outlook = await outlooks.OfAsync(shown[i], lane, call.Channel, stop);
            var waits = outlook is Outlook.Turn { Before: > 0 } ? "" : words.Of(outlook, call.Channel.Settings);
            items.Add(Line(call, (page - 1) * OnPage + i + 1, shown[i], await NameAsync(call, shown[i], stop), waits == last ? "" : waits));
            last = waits;
        }
        var buttons = shown.Select((record, i) => (record, Number: (page - 1) * OnPage + i + 1)).Where(it => it.record.Debt.Article is not null)
            .Select(it => Button.Type($"{it.Number}", $"why {it.record.Debt.Article}")).ToList();
        if (lane.Page.Count > OnPage && page < MostPages) buttons.Add(Button.Type(call.Say(ArticleList.More), $"owed {page + 1}"));
        var card = new Card { Title = call.Say(Title, lane.Owed), Body = Prose.Lines(items), Buttons = buttons };
        return new([card], IsPrivate: true, ReplacesCard: call.Has(Page));
    }

    private Prose Line(Call call, int number, DebtRecord record, string name, string waits)
    {
        var small = call.Say(Since, Moments.Of(record.Debt.OwedAt, clock.GetUtcNow(), call.Channel.Settings));
        if (record.Debt.Attempts > 0) small += $", {call.Say(Tries, record.Debt.Attempts)}";
        var line = Prose.Of($"{number}. ").Then(name, Mark.Strong).Then($" — {small}", Mark.Emphasis);
        return waits.Length == 0 ? line : line.Then($"\n{waits}");
    }

    private async Task<string> NameAsync(Call call, DebtRecord record, CancellationToken stop)
    {
        var title = record.Debt.Article is { } id && await archive.FindAsync(id, stop) is { } article ? CardFitter.Cut(article.Title, 100) : call.Say(Gone);
        return record.Debt.Kind switch
        {
            DebtKind.Edit => call.Say(Edit, title),
            DebtKind.Withdrawal => call.Say(Withdrawal, title),
            DebtKind.Digest => call.Say(Digest, record.Gathered),
            DebtKind.RoundUp or DebtKind.CatchUp => call.Say(CardOf, record.Gathered),
            DebtKind.Notice => call.Say(Notice),
            _ => title,
        };
    }
}
