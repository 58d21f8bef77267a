using System.Xml;
using NewsBot.Sources.Feeds.Reading.Html;

namespace NewsBot.Sources.Opml;

/// <summary>One outline's attributes, whatever case they are written in.</summary>
/// <param name="Feed">The feed's address as it was written; null when it names none.</param>
/// <param name="Title">One line of plain text, or empty.</param>
/// <param name="Page">Another address that it names.</param>
/// <param name="Categories">OPML 2.0's way to put a feed into folders without one.</param>
internal sealed record Outline(string? Feed, string Title, string? Page, string Type, IReadOnlyList<string> Categories)
{
    private const string NoFeed = "It names a page but no feed; try  source add  with the page's address.";
    private const string Elsewhere = "It leads to another list, which is not followed; import that one by its own address.";

    public string Name => Title.Length > 0 ? Title : Page is { Length: <= OpmlLimits.Title } page ? page : "An outline without a name";

    /// <summary>Why an outline that neither names a feed nor holds anything is worth a word; null when it is not.</summary>
    public string? Objection => Page is null ? null : Type is "include" ? Elsewhere : NoFeed;

    public static Outline Of(XmlReader reader)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (reader.MoveToNextAttribute()) values.TryAdd(reader.LocalName, reader.Value);
        reader.MoveToElement();
        var type = Value("type")?.ToLowerInvariant() ?? "";
        var url = Value("url");
        var feed = Value("xmlUrl") ?? Value("feedUrl") ?? (type is "rss" or "atom" or "feed" ? url : null);
        return new(feed, TitleOf(Value("text"), Value("title")), url ?? Value("htmlUrl"), type, CategoriesOf(Value("category")));

        string? Value(string name) => values.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
    }

    // People rename feeds in the one and programs fill in the other; the one that is an address says nothing.
    private static string TitleOf(string? text, string? title) =>
        Line(text) is { Length: > 0 } first && !first.Contains("://", StringComparison.Ordinal) ? first : Line(title) is { Length: > 0 } second ? second : Line(text);

    private static string Line(string? value)
    {
        if (value is null) return "";
        if (value.Length > 20 * OpmlLimits.Title) value = value[..(20 * OpmlLimits.Title)];
        var line = HtmlParagraphs.Line(new(value, HtmlLook.IsHtml(value)));
        return line.Length <= OpmlLimits.Title ? line : line[..(char.IsHighSurrogate(line[OpmlLimits.Title - 1]) ? OpmlLimits.Title - 1 : OpmlLimits.Title)];
    }

    private static string[] CategoriesOf(string? value) =>
        value is null ? [] : [.. value.Split([',', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Line).Where(name => name.Length > 0)];
}
