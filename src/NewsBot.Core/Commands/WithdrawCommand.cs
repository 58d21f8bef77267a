using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;

namespace NewsBot.Core.Commands;

/// <summary>
/// withdraw: takes an article back, after asking once. A channel's moderator does it for that channel, the newsroom for all and for the archive;
/// `undo` brings it back into the archive and posts nothing.
/// </summary>
internal sealed class WithdrawCommand(ArticleFinder finder, IArchive archive, IPostedArticles posts, DeliveryBell bell) : ICommand
{
    private const int MostOffered = 5;

    private static readonly ChoiceOption Sure = new("sure", new("yes, to do it without asking"), "yes") { IsNamedOnly = true };
    private static readonly ChoiceOption What = new("do", new("undo, to bring it back"), "undo") { IsNamedOnly = true };
    private static readonly TextOption Article = new("article", new("its link, its title, or the id that its Read button carries"), 500) { IsRequired = true, TakesRest = true };

    private static readonly Phrase NotFound = new("I keep no such article. Copy its link or its title from the post.");
    private static readonly Phrase Which = new("Which one do you mean?");
    private static readonly Phrase Everywhere = new("Withdraw “{0}” in every channel? Its posts are taken down, and it leaves the archive.");
    private static readonly Phrase Here = new("Withdraw “{0}” in this channel? Its post is taken down; other channels keep theirs.");
    private static readonly Phrase Withdraw = new("Withdraw it");
    private static readonly Phrase DoneHere = new("Withdrawn in this channel: “{0}”.");
    private static readonly Phrase Done = new("Withdrawn: “{0}”. Posts to take down: {1}.");
    private static readonly Phrase Already = new("“{0}” is withdrawn already.");
    private static readonly Phrase Undo = new("Bring it back");
    private static readonly Phrase Back = new("“{0}” is back in the archive. Nothing is posted again.");
    private static readonly Phrase WasNot = new("“{0}” is not withdrawn.");
    private static readonly Phrase NotYours = new("It was withdrawn in every channel, so only the newsroom can bring it back.");

    public CommandSpec Spec { get; } = new("withdraw", Role.Moderator, new("Take an article back"), Article, Sure, What);

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        var (typed, undoes) = Typed(call);
        return await finder.FindAsync(typed, stop) switch
        {
            [] => Reply.Private(call.Say(NotFound)),
            [var article] when undoes => await UndoAsync(call, article, stop),
            [{ WithdrawnAt: not null } article] => Reply.Private(call.Say(Already, article.Title), Button.Type(call.Say(Undo), $"withdraw do:undo {article.Id}")),
            [var article] when call.Has(Sure) => await WithdrawAsync(call, article, stop),
            [var article] => Ask(call, article),
            var several => Reply.Private(call.Say(Which), [.. several.Take(MostOffered).Select(article => Button.Type(article.Title, $"withdraw {(undoes ? "do:undo " : "")}{article.Id}"))]),
        };
    }

    // "withdraw … undo", as one says it, means the same as do:undo.
    private static (string Typed, bool Undoes) Typed(Call call)
    {
        var typed = call.Ask(Article).Trim();
        return typed.EndsWith(" undo", StringComparison.OrdinalIgnoreCase) ? (typed[..^5].Trim(), true) : (typed, call.Has(What));
    }

    private static bool IsForAll(Call call) => call.Caller.IsNewsroom || call.Caller.Role is Role.Operator;

    private static Reply Ask(Call call, Article article) =>
        Reply.Private(call.Say(IsForAll(call) ? Everywhere : Here, article.Title), Button.Type(call.Say(Withdraw), $"withdraw sure:yes {article.Id}"));

    private async Task<Reply> WithdrawAsync(Call call, Article article, CancellationToken stop)
    {
        var forAll = IsForAll(call);
        var count = await posts.WithdrawAsync(article.Id, forAll ? null : call.Channel.Ref, stop);
        bell.Ring();
        return forAll
            ? Reply.Private(call.Say(Done, article.Title, count), Button.Type(call.Say(Undo), $"withdraw do:undo {article.Id}"))
            : Reply.Private(call.Say(DoneHere, article.Title));
    }

    private async Task<Reply> UndoAsync(Call call, Article article, CancellationToken stop)
    {
        if ((await archive.FindAsync(article.Id, stop))?.WithdrawnAt is null) return Reply.Private(call.Say(WasNot, article.Title));
        if (!IsForAll(call)) return Reply.Private(call.Say(NotYours));
        return Reply.Private(call.Say(await posts.RestoreAsync(article.Id, stop) ? Back : WasNot, article.Title));
    }
}
