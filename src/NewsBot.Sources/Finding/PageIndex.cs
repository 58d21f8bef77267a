using System.Text;
using NewsBot.Core.Stories;
using NewsBot.Sources.Feeds.Reading;
using NewsBot.Sources.Feeds.Reading.Encodings;
using NewsBot.Sources.Feeds.Reading.Html;
using NewsBot.Sources.Web;

namespace NewsBot.Sources.Finding;

/// <summary>A page as a list of articles: its links that look like headlines of the same site, in the page's order.</summary>
internal sealed record PageIndex(IReadOnlyList<PageLink> Links)
{
    /// <summary>Fewer are a menu, or a page's "read also".</summary>
    public const int Fewest = 4;

    private const int Most = 100;

    /// <summary>Bytes of a page that are looked through.</summary>
    private const int MostBytes = 5 * 1024 * 1024;

    /// <summary>Characters; a headline says something, and is no paragraph.</summary>
    private const int ShortestHeadline = 20;
    private const int LongestHeadline = 300;

    private static readonly string[] Beside =
        ["tag", "tags", "category", "categories", "author", "authors", "about", "contact", "contacts", "privacy", "terms", "login", "signup", "subscribe", "donate", "search", "page", "wp-content", "rules", "advertising"];

    public bool IsList => Links.Count >= Fewest;

    public static PageIndex Read(ReadOnlySpan<byte> bytes, string? contentType, Uri address)
    {
        using var decoded = FeedEncoding.Decode(bytes[..Math.Min(bytes.Length, MostBytes)], contentType);
        var tokens = new HtmlTokens(decoded.Text.Span);
        var links = new Dictionary<string, PageLink>();
        var (start, target, text) = (address, (Uri?)null, new StringBuilder());
        while (tokens.Next() && links.Count < Most)
        {
            if (tokens.Kind == HtmlTokenKind.Text && target is not null && text.Length <= LongestHeadline) HtmlDecoding.AppendTo(text.Append(' '), tokens.Raw);
            if (tokens.Kind == HtmlTokenKind.Start && IsHidden(tokens.Name)) tokens.SkipContents();
            else if (tokens.Kind == HtmlTokenKind.Start && Is(tokens.Name, "base") && Uri.TryCreate(address, HtmlAttributes.Find(tokens.Attributes, "href"), out var given)) start = given;
            if (tokens.Kind is HtmlTokenKind.Text or HtmlTokenKind.Other || !Is(tokens.Name, "a")) continue;
            Keep(links, target, text);
            target = tokens.Kind == HtmlTokenKind.Start ? Target(start, address, HtmlAttributes.Find(tokens.Attributes, "href")) : null;
            text.Clear();
        }
        return new([.. links.Values]);
    }

    /// <summary>As if the site had a feed: what knows feeds again knows pages again.</summary>
    public FeedDocument AsFeed(PageHead head, Uri address) => new(
        FeedFormat.Rss,
        new() { Title = head.Title.Length > 0 ? new(head.Title, false) : null, Link = address.AbsoluteUri, Language = head.Language },
        [.. Links.Select(link => new FeedEntry { Title = new(link.Headline, false), Link = link.Address.AbsoluteUri, Id = link.Address.AbsoluteUri })]);

    // A picture and a headline are often two links to one article.
    private static void Keep(Dictionary<string, PageLink> links, Uri? target, StringBuilder text)
    {
        if (target is null) return;
        var headline = string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (headline.Length is < ShortestHeadline or > LongestHeadline || !headline.Contains(' ')) return;
        links.TryAdd(CanonicalLink.Of(target.AbsoluteUri) ?? target.AbsoluteUri, new(target, headline));
    }

    private static Uri? Target(Uri start, Uri page, string? reference)
    {
        if (string.IsNullOrWhiteSpace(reference) || !Uri.TryCreate(start, reference.Trim(), out var address)) return null;
        if (AddressRules.Objection(address) is not null || !IsSameSite(AddressRules.Host(address), AddressRules.Host(page))) return null;
        var parts = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var isArticle = parts.Length > 0 && !Beside.Contains(parts[0].ToLowerInvariant()) && (parts[^1].Length >= 8 || parts.Any(part => part.Any(char.IsAsciiDigit)));
        return isArticle && address.AbsolutePath != page.AbsolutePath ? new(address.GetLeftPart(UriPartial.Query)) : null;
    }

    private static bool IsSameSite(string host, string page) => Name(host) == Name(page) || Name(host).EndsWith('.' + Name(page), StringComparison.Ordinal);

    private static string Name(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    private static bool IsHidden(ReadOnlySpan<char> name) => Is(name, "script") || Is(name, "style") || Is(name, "svg") || Is(name, "noscript") || Is(name, "template");

    private static bool Is(ReadOnlySpan<char> name, string element) => name.Equals(element, StringComparison.OrdinalIgnoreCase);
}

internal sealed record PageLink(Uri Address, string Headline);
