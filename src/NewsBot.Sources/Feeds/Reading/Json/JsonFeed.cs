using System.Text.Json;
using NewsBot.Core.Sources;
using NewsBot.Sources.Feeds.Reading.Dates;

namespace NewsBot.Sources.Feeds.Reading.Json;

/// <summary>Reads JSON Feed 1.0 and 1.1 (jsonfeed.org), and lets pass what is not as it should be: numbers for ids, missing versions, comments.</summary>
internal sealed class JsonFeed
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = FeedLimits.Depth };

    private readonly FeedTexts _texts = new();
    private readonly string? _base;
    private readonly TimeZoneInfo _zone;

    private JsonFeed(FeedOrigin origin) => (_base, _zone) = (origin.Base, origin.Zone);

    public static FeedReading Read(ReadOnlyMemory<char> text, FeedOrigin origin)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array)
                return OtherDocument.NoFeedJson;
            return new FeedReading.Read(new JsonFeed(origin).Document(root, items));
        }
        catch (JsonException)
        {
            return new FeedReading.NotAFeed(NotAFeedKind.Json, TroubleWords.Kept(TroubleWords.BrokenJson, TroubleWords.TellSite));
        }
    }

    private FeedDocument Document(JsonElement root, JsonElement items)
    {
        var entries = items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Take(FeedLimits.Entries).Select(Entry).ToArray();
        return new(FeedFormat.Json, Head(root, entries), entries);
    }

    // The format has no dates for the whole feed; they are those of its newest articles.
    private FeedHead Head(JsonElement root, FeedEntry[] entries) => new()
    {
        Title = Text(root, "title"),
        Description = Text(root, "description"),
        Link = Address(root, "home_page_url"),
        Id = Address(root, "feed_url"),
        Language = Line(root, "language"),
        Author = Person(root),
        Updated = entries.Max(entry => entry.Updated ?? entry.Published),
        Published = entries.Max(entry => entry.Published),
        Image = Address(root, "icon") ?? Address(root, "favicon"),
        Rhythm = new() { Self = Address(root, "feed_url"), Hubs = [.. Objects(root, "hubs").Select(hub => Address(hub, "url")).OfType<string>().Take(FeedLimits.List)] },
    };

    private FeedEntry Entry(JsonElement item)
    {
        var published = FeedDate.Read(Line(item, "date_published"), _zone);
        return new()
        {
            Title = Text(item, "title"),
            Link = Address(item, "url") ?? Address(item, "external_url"),
            Id = Line(item, "id"),
            Published = published,
            Updated = FeedDate.Read(Line(item, "date_modified"), _zone),
            Author = Person(item),
            Summary = Text(item, "summary"),
            Content = Raw(item, "content_html") is { } html ? _texts.Make(html, TextKind.Html, _base) : Text(item, "content_text"),
            Language = Line(item, "language"),
            Categories = [.. Strings(item, "tags").Take(FeedLimits.List)],
            Enclosures = [.. Objects(item, "attachments").Select(Attachment).OfType<FeedMedia>().Take(FeedLimits.List)],
            Media = [.. new[] { Address(item, "image"), Address(item, "banner_image") }.OfType<string>().Select(image => new FeedMedia(image, "image"))],
        };
    }

    private FeedMedia? Attachment(JsonElement attachment) =>
        Address(attachment, "url") is { } address ? new(address, Line(attachment, "mime_type"), Description: Line(attachment, "title")) : null;

    // Version 1.0 had one author, 1.1 has several.
    private FeedPerson? Person(JsonElement from) =>
        Objects(from, "authors").Append(from.TryGetProperty("author", out var one) ? one : default)
            .Select(author => author.ValueKind == JsonValueKind.Object ? Line(author, "name") : String(author))
            .Select(name => PersonLine.Read(_texts.Make(name, TextKind.Guess, _base)?.Value))
            .FirstOrDefault(person => person is not null);

    private FeedText? Text(JsonElement from, string name) => _texts.Make(Raw(from, name), TextKind.Guess, _base);

    private string? Address(JsonElement from, string name) => Line(from, name) is { } address ? Html.SafeAddress.OrNull(address, _base) : null;

    private static string? Line(JsonElement from, string name) => Raw(from, name)?.Trim() is { Length: > 0 and <= FeedLimits.Line } line ? line : null;

    private static string? Raw(JsonElement from, string name) => from.TryGetProperty(name, out var value) ? value.ValueKind switch
    {
        JsonValueKind.String => String(value),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    } : null;

    private static string? String(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a pair of surrogates, written as an escape, is no text.
            return null;
        }
    }

    private static IEnumerable<JsonElement> Objects(JsonElement from, string name) => Items(from, name).Where(item => item.ValueKind == JsonValueKind.Object);

    private IEnumerable<string> Strings(JsonElement from, string name) =>
        Items(from, name).Where(item => item.ValueKind == JsonValueKind.String).Select(item => _texts.Make(String(item), TextKind.Guess, _base)?.Value).OfType<string>();

    private static JsonElement.ArrayEnumerator Items(JsonElement from, string name) =>
        from.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;
}
