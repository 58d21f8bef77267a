using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using NewsBot.Sources.Feeds.Reading;
using NewsBot.Sources.Feeds.Reading.Html;

namespace NewsBot.Sources.Tests.Feeds.Reading;

/// <summary>One check of the shared feed cases: a value that must stand in one of some fields of the raw document.</summary>
internal sealed record FeedCheck(string[] Paths, string Comparison, JsonElement Expected)
{
    private const string Address = "http://127.0.0.1:8097/";

    private static readonly string[] AddressAttributes =
        ["href", "src", "cite", "action", "background", "longdesc", "usemap", "data", "classid", "codebase", "profile"];

    public static FeedCheck Of(JsonElement check) => new(
        [.. check.GetProperty("paths").EnumerateArray().Select(path => path.GetString()!)], check.GetProperty("cmp").GetString()!, check.GetProperty("value"));

    public bool Holds(JsonElement raw) => Paths.Any(path => FeedPath.Find(raw, path) is { } found && Equal(found));

    private bool Equal(JsonElement found) => Comparison switch
    {
        "text" => Fold(Text(found)) == Fold(Wanted) || Plain(Text(found)) == Plain(Wanted),
        "html" => Canonical(Text(found)) == Canonical(Wanted),
        "urls" => Addresses(Text(found)).SetEquals(Expected.EnumerateArray().Select(address => address.GetString()!)),
        "url" => Link(Text(found)) == Link(Wanted),
        "date" => Instant(Text(found)) == Instant(Wanted),
        "contains" => found.EnumerateArray().Any(item => Fold(item.GetString()!) == Fold(Wanted)),
        "int" => found.GetInt32() == int.Parse(Wanted, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"No such comparison: {Comparison}"),
    };

    private string Wanted => Text(Expected);

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Plain(string html)
    {
        var text = new StringBuilder();
        var tokens = new HtmlTokens(html);
        while (tokens.Next())
            if (tokens.Kind == HtmlTokenKind.Text) text.Append(WebUtility.HtmlDecode(tokens.Raw.ToString()));
        return Fold(text.ToString());
    }

    private static string Canonical(string html)
    {
        var canonical = new StringBuilder();
        var tokens = new HtmlTokens(html);
        while (tokens.Next())
        {
            if (tokens.Kind == HtmlTokenKind.Text) canonical.Append(string.Concat(WebUtility.HtmlDecode(tokens.Raw.ToString()).Where(letter => !char.IsWhiteSpace(letter))));
            else canonical.Append(CultureInfo.InvariantCulture, $"<{tokens.Kind} {tokens.Name.ToString().ToLowerInvariant()} {string.Join(' ', Attributes(tokens.Attributes).Order(StringComparer.Ordinal))}>");
        }
        return canonical.ToString();
    }

    private static List<string> Attributes(ReadOnlySpan<char> tag)
    {
        var list = new List<string>();
        var attributes = new HtmlAttributes(tag);
        while (attributes.Next()) list.Add($"{attributes.Name}={Fold(WebUtility.HtmlDecode(attributes.Value.ToString()))}");
        return list;
    }

    private static HashSet<string> Addresses(string html)
    {
        var found = new HashSet<string>();
        var tokens = new HtmlTokens(html);
        while (tokens.Next())
            if (tokens.Kind == HtmlTokenKind.Start)
                foreach (var name in AddressAttributes)
                    if (HtmlAttributes.Find(tokens.Attributes, name) is { } address) found.Add(Reference.Resolve(Address, address));
        return found;
    }

    private static string Link(string address)
    {
        var scheme = Reference.Scheme(address);
        if (scheme is null || !address[scheme.Length..].StartsWith("://", StringComparison.Ordinal)) return address;
        var host = address.AsSpan(scheme.Length + 3).IndexOfAny("/?#");
        var end = host < 0 ? address.Length : scheme.Length + 3 + host;
        return address[..end].ToLowerInvariant() + (end == address.Length ? "/" : address[end..]);
    }

    private static DateTime Instant(string date) => DateTime.Parse(date, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
}

/// <summary>Paths such as "entries[0].title", "feed.link" or "entries.length" in a raw document.</summary>
internal static class FeedPath
{
    public static JsonElement? Find(JsonElement raw, string path)
    {
        if (path == "entries.length") return JsonDocument.Parse(raw.GetProperty("entries").GetArrayLength().ToString(CultureInfo.InvariantCulture)).RootElement;
        var parts = path.Split('.');
        if (parts[0] == "feed") return Field(raw.GetProperty("feed"), parts[1]);
        var index = int.Parse(parts[0]["entries[".Length..^1], CultureInfo.InvariantCulture);
        var entries = raw.GetProperty("entries");
        return index < entries.GetArrayLength() ? Field(entries[index], parts[1]) : null;
    }

    private static JsonElement? Field(JsonElement from, string name) => from.TryGetProperty(name, out var value) ? value : null;
}
