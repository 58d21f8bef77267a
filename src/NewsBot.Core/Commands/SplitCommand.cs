using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;
using NewsBot.Core.Stories;

namespace NewsBot.Core.Commands;

/// <summary>split: an article that was taken for a report of another's story becomes a story of its own, for good, and is posted where it was missed.</summary>
internal sealed class SplitCommand(ArticleFinder finder, IStories stories, DeliveryBell bell) : ICommand
{
    private const int MostOffered = 5;

    private static readonly TextOption Article = new("article", new("its link, its title, or the id that its Read button carries"), 500) { IsRequired = true, TakesRest = true };

    private static readonly Phrase NotFound = new("I keep no such article. Copy its link or its title, as latest shows it.");
    private static readonly Phrase Which = new("Which one do you mean?");
    private static readonly Phrase WasNot = new("“{0}” is a story of its own already.");
    private static readonly Phrase Done = new("“{0}” is a story of its own now. Posts to come: {1}.");

    public CommandSpec Spec { get; } = new("split", Role.Moderator, new("Make an article a story of its own"), Article);

    public async Task<Reply> RunAsync(Call call, CancellationToken stop) => await finder.FindAsync(call.Ask(Article).Trim(), stop) switch
    {
        [] => Reply.Private(call.Say(NotFound)),
        [var article] => await SplitAsync(call, article, stop),
        var several => Reply.Private(call.Say(Which), [.. several.Take(MostOffered).Select(article => Button.Type(article.Title, $"split {article.Id}"))]),
    };

    private async Task<Reply> SplitAsync(Call call, Article article, CancellationToken stop)
    {
        if (await stories.SplitAsync(article.Id, stop) is not { } owed) return Reply.Private(call.Say(WasNot, article.Title));
        bell.Ring();
        return Reply.Private(call.Say(Done, article.Title, owed));
    }
}
