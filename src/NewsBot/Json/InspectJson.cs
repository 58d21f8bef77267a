using System.Text.Json.Serialization;
using NewsBot.Core.Articles;
using NewsBot.Core.Sources;
using NewsBot.Core.Topics;
using NewsBot.Sources.Finding;

namespace NewsBot.Json;

/// <summary>What `inspect --json` prints for each file: what the bot makes of it.</summary>
internal sealed record InspectJson(string Kind, IReadOnlyList<ArticleJson> Articles, IReadOnlyList<ProblemJson> Problems)
{
    // Articles in plain text have none of these.
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Title { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Address { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Language { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? PerWeek { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Findings { get; init; }

    public static InspectJson Of(Inspection seen, string where, TopicMatcher topics) =>
        new(seen.Kind, [.. seen.Articles.Select(article => ArticleJson.Of(article, topics))], [.. seen.Problems.Select(what => new ProblemJson(where, what))])
        {
            Title = seen.Title,
            Address = seen.Address,
            Language = seen.Language,
            PerWeek = seen.PerWeek,
            Findings = seen.Address is null ? null : seen.Findings,
        };

    public static InspectJson Of(Found found, TopicMatcher topics) => found switch
    {
        Found.Item item => new("archive", [ArticleJson.Of(item.Article, topics)], []),
        Found.Problem problem => new("archive", [], [new(problem.Place, problem.What)]),
        _ => throw new ArgumentOutOfRangeException(nameof(found)),
    };
}

internal sealed record ProblemJson(string Where, string What);

internal sealed record ArticleJson(
    string Id,
    string Title,
    string? Deck,
    string? Link,
    DateTimeOffset Published,
    bool PublishedIsGuess,
    DateTimeOffset? Updated,
    string? Author,
    string? Image,
    string? ImageDescription,
    string? Language,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Topics,
    string Summary,
    IReadOnlyList<string> Body,
    AppealJson? Appeal)
{
    /// <summary>The source that topics by source are tested with; inspected files belong to none.</summary>
    private const string NoSource = "";

    public static ArticleJson Of(FoundArticle found, TopicMatcher topics)
    {
        var content = found.Content;
        return new(
            ArticleId.Of(found.Identity).Value, content.Title, content.Deck, content.Link, content.Published, content.PublishedIsGuess, content.Updated,
            content.Author, content.Image, content.ImageDescription, content.Language, content.Tags, topics.Match(content, NoSource), Core.Articles.Summary.Of(content), content.Body,
            content.Appeal is { } appeal ? new(appeal.Paragraphs, appeal.Label, appeal.Link) : null);
    }
}

internal sealed record AppealJson(IReadOnlyList<string> Paragraphs, string? Label, string? Link);
