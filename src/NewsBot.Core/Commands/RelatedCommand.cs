using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;
using NewsBot.Core.Stories;

namespace NewsBot.Core.Commands;

/// <summary>related article: others about the same people, places and things, which are not reports of the same story.</summary>
internal sealed class RelatedCommand(IArchive archive, IStories stories, TimeProvider clock) : ICommand
{
    private const int Shown = 5;

    /// <summary>Found by their words, of which some tell the same story or share too little.</summary>
    private const int Looked = 25;

    private static readonly ArticleOption Article = new("article", new("which article")) { IsRequired = true, Suggestions = Suggestions.Articles };

    private static readonly Phrase Gone = new("That article is not in the archive.");
    private static readonly Phrase Title = new("Related to “{0}”");
    private static readonly Phrase None = new("Nothing else in the archive is about the same people, places or things.");

    public static Phrase Label { get; } = new("Related");

    public CommandSpec Spec { get; } = new("related", Role.Reader, new("More about the same people, places and things"), Article);

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        if (await archive.FindAsync(call.Ask(Article), stop) is not { WithdrawnAt: null } article) return Reply.Private(call.Say(Gone));
        var related = new List<Article>();
        var subject = Subject.Of(article);
        foreach (var hit in (await archive.SearchAsync(subject.Query(Looked), stop)).Hits)
        {
            if (related.Count == Shown) break;
            if (hit.Article.Id != article.Id && subject.IsSharedBy(hit.Article) && !await IsSameStoryAsync(article, hit.Article, stop)) related.Add(hit.Article);
        }
        if (related.Count == 0) return Reply.Private(call.Say(None));
        var title = call.Say(Title, CardFitter.Cut(article.Title, 100));
        return Reply.Of(ArticleList.Of(title, [.. related.Select(it => (it, Prose.Empty))], 1, call.Channel.Settings, clock.GetUtcNow(), moreLine: null));
    }

    // Those that were never judged when they came (an old archive) are judged here, alone.
    private async Task<bool> IsSameStoryAsync(Article article, Article other, CancellationToken stop)
    {
        if (await stories.OfAsync(article.Id, stop) is { } one && await stories.OfAsync(other.Id, stop) is { } two) return one.Story == two.Story;
        var window = new StoryWindow(new() { Capacity = 1 });
        window.Add(other.Id, StoryPrint.Of(other.Content));
        return window.Find(article.Id, StoryPrint.Of(article.Content)).Any(match => match.Kind is not StoryKind.FollowUp);
    }
}
