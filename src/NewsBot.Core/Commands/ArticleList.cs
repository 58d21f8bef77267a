using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>A numbered list of articles with a button for each and one for more; what latest and search show.</summary>
internal static class ArticleList
{
    public static readonly Phrase More = new("More");

    /// <param name="moreLine">The line that shows the next page; null on the last one.</param>
    public static Card Of(string title, IReadOnlyList<(Article Article, Prose Text)> items, int firstNumber, ChannelSettings settings, DateTimeOffset now, string? moreLine)
    {
        var numbered = items.Select((item, i) => Prose.Of($"{firstNumber + i}. ")
            .Then(new Prose([new Span(item.Article.Title, Mark.Strong, Line: $"read {item.Article.Id}")]))
            .Then("\n")
            .Then(item.Text)
            .Then(item.Text.IsEmpty ? "" : "\n")
            .Then(Ages.Of(item.Article, now, settings), Mark.Emphasis));
        var buttons = items.Select((item, i) => Button.Type($"{firstNumber + i}", $"read {item.Article.Id}")).ToList();
        if (moreLine is not null) buttons.Add(Button.Type(More.In(settings.Language), moreLine));
        return new() { Title = title, Body = Paragraphs(numbered), Buttons = buttons };
    }

    /// <summary>The line that shows the next page of a command; null on the last one.</summary>
    public static string? MoreLine(string command, string rest, int page, int mostPages, bool hasMore) => hasMore && page < mostPages
        ? $"{command} page:{page + 1} {rest[..Math.Min(rest.Length, SearchQuery.MaxLength)]}".TrimEnd()
        : null;

    private static Prose Paragraphs(IEnumerable<Prose> items) =>
        items.Aggregate(Prose.Empty, (text, item) => text.IsEmpty ? item : text.Then("\n\n").Then(item));
}
