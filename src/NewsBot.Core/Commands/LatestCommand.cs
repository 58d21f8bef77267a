using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Topics;

namespace NewsBot.Core.Commands;

/// <summary>latest [topic] [count]: the newest headlines.</summary>
internal sealed class LatestCommand(IArchive archive, TopicBook topics, TimeProvider clock) : ICommand
{
    private const int MostPages = 100;

    private static readonly TopicOption Topic = new("topic", new("only this topic")) { Suggestions = Suggestions.Topics };
    private static readonly NumberOption Count = new("count", new("how many, 1 to 10"), 1, 10);
    private static readonly NumberOption Page = new("page", new("further back"), 1, MostPages) { IsNamedOnly = true };

    private static readonly Phrase Title = new("Latest");
    private static readonly Phrase TitleOf = new("Latest: {0}");
    private static readonly Phrase Nothing = new("No articles yet.");
    private static readonly Phrase NothingMore = new("There are no older articles.");

    public CommandSpec Spec { get; } = new("latest", Role.Reader, new("Newest headlines"), Topic, Count, Page);

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        var key = call.Ask(Topic, "");
        var topic = key.Length == 0 ? null : await topics.FindAsync(key, stop);
        if (key.Length > 0 && topic is null) return await NoTopic.ReplyAsync(topics, key, near => $"latest {near}", call, stop);

        var count = call.Ask(Count, 5);
        var page = call.Ask(Page, 1);
        var found = await archive.LatestAsync(new(topic?.Key, (page - 1) * count, count + 1), stop);
        if (found.Count == 0) return Reply.Private(call.Say(page == 1 ? Nothing : NothingMore));

        var more = ArticleList.MoreLine("latest", $"{key} {count}".Trim(), page, MostPages, found.Count > count);
        var title = topic is null ? call.Say(Title) : call.Say(TitleOf, topic.Title);
        var items = found.Take(count).Select(article => (article, Prose.Empty)).ToArray();
        var card = ArticleList.Of(title, items, (page - 1) * count + 1, call.Channel.Settings, clock.GetUtcNow(), more);
        return new([card], ReplacesCard: call.Has(Page));
    }
}
