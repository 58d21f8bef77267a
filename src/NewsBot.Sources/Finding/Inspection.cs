using System.Text.Json;
using NewsBot.Core.Articles;
using NewsBot.Sources.Feeds.Reading;

namespace NewsBot.Sources.Finding;

/// <summary>What the bot makes of one document: a feed, a page, or nothing that it can follow.</summary>
/// <param name="Kind">"feed", "page" or "none".</param>
/// <param name="Problems">One sentence each: what the document is instead, or what was wrong with it.</param>
public sealed record Inspection(string Kind, IReadOnlyList<FoundArticle> Articles, IReadOnlyList<string> Problems)
{
    public const string Feed = "feed";
    public const string Page = "page";
    public const string None = "none";

    /// <summary>What the feed or the site calls itself.</summary>
    public string? Title { get; init; }

    /// <summary>Where it would be asked; null for a file.</summary>
    public string? Address { get; init; }

    /// <summary>ISO 639-1.</summary>
    public string? Language { get; init; }

    public double? PerWeek { get; init; }

    /// <summary>What the doctor says of it, one sentence each; only of what was read from its address.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    internal FeedDocument? Document { get; init; }

    /// <summary>Writes the document as it was parsed, before any cleaning, as one line of JSON. What is no feed is one without entries.</summary>
    public void WriteRaw(Stream to)
    {
        if (Document is { } feed) RawFeedJson.Write(to, feed);
        else WriteRest(to);
        to.WriteByte((byte)'\n');
    }

    private void WriteRest(Stream to)
    {
        using var json = new Utf8JsonWriter(to);
        json.WriteStartObject();
        json.WriteString("kind", Kind);
        json.WriteStartObject("feed");
        if (Title is not null) json.WriteString("title", Title);
        json.WriteEndObject();
        json.WriteStartArray("entries");
        json.WriteEndArray();
        json.WriteStartArray("problems");
        foreach (var problem in Problems) json.WriteStringValue(problem);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
