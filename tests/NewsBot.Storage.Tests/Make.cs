using NewsBot.Core.Articles;

namespace NewsBot.Storage.Tests;

/// <summary>Articles for tests.</summary>
internal static class Make
{
    public static DateTimeOffset Noon { get; } = new(2024, 9, 8, 12, 0, 0, TimeSpan.Zero);

    /// <param name="minutes">Published so many minutes after noon.</param>
    public static Article Article(
        string title, string body = "", string? deck = null, double minutes = 0, string[]? tags = null, string[]? topics = null, string? place = null, string summary = "") =>
        new(
            ArticleId.Of(place ?? title), "test", place ?? title,
            new() { Title = title, Deck = deck, Body = body.Length == 0 ? [] : [.. body.Split('\n')], Published = Noon.AddMinutes(minutes), Tags = tags ?? [] },
            summary)
        {
            Topics = topics ?? [],
        };
}
