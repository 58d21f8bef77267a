using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsBot.Sources.Feeds.Reading;

/// <summary>Writes a feed as it was read, before any cleaning, for `inspect --raw`: one object, dates in UTC to the second, missing fields left out.</summary>
internal static class RawFeedJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="kind">"feed", or "page" for an article that was found in a page.</param>
    public static void Write(Stream to, FeedDocument document, string kind = "feed")
    {
        using var json = new Utf8JsonWriter(to, Options);
        Write(json, document, kind);
    }

    public static void Write(Utf8JsonWriter json, FeedDocument document, string kind = "feed")
    {
        json.WriteStartObject();
        json.WriteString("kind", kind);
        json.WriteString("format", Name(document.Format));
        json.WriteStartObject("feed");
        Head(json, document.Feed);
        json.WriteEndObject();
        json.WriteStartArray("entries");
        foreach (var entry in document.Entries) Entry(json, entry);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Name(FeedFormat format) => format switch
    {
        FeedFormat.Rss => "rss",
        FeedFormat.Rdf => "rdf",
        FeedFormat.Atom03 => "atom03",
        FeedFormat.Atom10 => "atom10",
        FeedFormat.Json => "json",
        _ => "cdf",
    };

    private static void Head(Utf8JsonWriter json, FeedHead feed)
    {
        Field(json, "title", feed.Title?.Value);
        Field(json, "description", feed.Description?.Value);
        Field(json, "link", feed.Link);
        Field(json, "id", feed.Id);
        Field(json, "language", feed.Language);
        Field(json, "copyright", feed.Copyright?.Value);
        Person(json, feed.Author);
        Date(json, "updated", feed.Updated);
        Date(json, "published", feed.Published);
        List(json, "categories", feed.Categories);
    }

    private static void Entry(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteStartObject();
        Field(json, "title", entry.Title?.Value);
        Field(json, "link", entry.Link);
        Field(json, "id", entry.Id);
        Date(json, "published", entry.Published);
        Date(json, "updated", entry.Updated);
        Person(json, entry.Author);
        Field(json, "summary", entry.Summary?.Value);
        Field(json, "content", entry.Content?.Value);
        Field(json, "comments", entry.Comments);
        List(json, "categories", entry.Categories);
        List(json, "enclosures", entry.Enclosures.Select(enclosure => enclosure.Url));
        json.WriteEndObject();
    }

    private static void Person(Utf8JsonWriter json, FeedPerson? person)
    {
        Field(json, "author", person?.Name ?? person?.Email);
        Field(json, "author_email", person?.Email);
    }

    private static void Field(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    private static void Date(Utf8JsonWriter json, string name, DateTimeOffset? date)
    {
        if (date is { } instant) json.WriteString(name, instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }

    private static void List(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
