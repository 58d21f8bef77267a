using AngleSharp.Dom;
using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Sources.Feeds.Reading;
using NewsBot.Sources.Feeds.Reading.Html;
using NewsBot.Sources.Text;

namespace NewsBot.Sources.Pages;

/// <summary>What a page says of itself in its head and in JSON-LD: metas by name, whatever vocabulary they come from.</summary>
internal sealed class PageClues
{
    private readonly Dictionary<string, List<string>> _metas = new(StringComparer.OrdinalIgnoreCase);

    public PageClues(IDocument page, Uri address)
    {
        (Page, Address) = (page, Base(page, address));
        Linked = LinkedData.Of(page);
        foreach (var meta in page.QuerySelectorAll("meta[content]").Take(500))
        {
            if (meta.GetAttribute("content") is not { } content || string.IsNullOrWhiteSpace(content)) continue;
            foreach (var kind in new[] { "property", "name", "itemprop" })
                foreach (var name in (meta.GetAttribute(kind) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    if (_metas.TryGetValue(name, out var known)) known.Add(content);
                    else _metas[name] = [content];
        }
    }

    public IDocument Page { get; }

    /// <summary>Where relative links start.</summary>
    public Uri Address { get; }

    public LinkedData Linked { get; }

    /// <summary>What <see cref="PageRegion"/> has found out about elements.</summary>
    public Dictionary<IElement, bool> Beside { get; } = [];

    /// <summary>The element of the page's headline; null when there is none.</summary>
    public IElement? Heading => field ??= PageTitle.ElementOf(this);

    /// <summary>Elements between the two in the order of the page; from its beginning when there is no headline.</summary>
    public int DistanceToHeading(IElement element) =>
        Math.Abs(Places.GetValueOrDefault(element) - (Heading is { } heading ? Places.GetValueOrDefault(heading) : 0));

    private Dictionary<IElement, int> Places => field ??= Page.All.Select((element, place) => (element, place)).ToDictionary(it => it.element, it => it.place);

    /// <summary>The first of these metas that says something.</summary>
    public string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (_metas.TryGetValue(name, out var found)) return Line(found[0]);
        return null;
    }

    public IReadOnlyList<string> Metas(string name) => _metas.GetValueOrDefault(name, []);

    public string? SiteName => Meta("og:site_name", "application-name") ?? Linked.Publisher;

    public string? Language =>
        LanguageNames.Code(Page.DocumentElement?.GetAttribute("lang")?.Trim() ?? "")
        ?? LanguageNames.Code(Linked.Language ?? "")
        ?? LanguageNames.Code(Meta("og:locale", "content-language", "language", "dc.language") ?? "");

    public Uri? Canonical => Link(Page.QuerySelector("link[rel~='canonical'][href]")?.GetAttribute("href")) ?? Link(Meta("og:url"));

    public string? Image
    {
        get
        {
            foreach (var candidate in new[] { Meta("og:image:secure_url", "og:image", "og:image:url"), Meta("twitter:image", "twitter:image:src"), Linked.Image, Meta("thumbnail", "image") })
                if (Link(candidate) is { } found) return found.AbsoluteUri;
            return null;
        }
    }

    /// <summary>True for the site's own name, as it stands behind titles and in place of authors.</summary>
    public bool IsSite(string part)
    {
        var plain = string.Concat(Folding.Words(part));
        if (plain.Length < 2) return false;
        if (SiteName is { } site && string.Concat(Folding.Words(site)) is var name && (name == plain || (plain.Length > 4 && (name.Contains(plain, StringComparison.Ordinal) || (name.Length > 4 && plain.Contains(name, StringComparison.Ordinal)))))) return true;
        var host = string.Concat(Address.Host.ToLowerInvariant().Where(char.IsLetterOrDigit));
        return plain.Length > 3 && (host.Contains(plain, StringComparison.Ordinal) || Address.Host.Split('.').SkipLast(1).Any(label => label.Length > 3 && label != "www" && (plain == label || (label.Length > 5 && plain.Contains(label, StringComparison.Ordinal) && plain.Length <= label.Length * 2))));
    }

    /// <summary>An absolute http(s) address, or null.</summary>
    public Uri? Link(string? href) =>
        href is { Length: > 0 and <= WebAddress.MaxLength } && Uri.TryCreate(Address, href.Trim(), out var absolute) && WebAddress.OrNull(absolute.AbsoluteUri) is { } web ? new(web) : null;

    /// <summary>One line of plain text, whatever markup or references are in it.</summary>
    public static string? Line(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var line = HtmlParagraphs.Line(new(text, HtmlLook.IsHtml(text)));
        return line.Length > 0 ? line : null;
    }

    private static Uri Base(IDocument page, Uri address) =>
        page.QuerySelector("base[href]")?.GetAttribute("href") is { } href && Uri.TryCreate(address, href, out var found) && (found.Scheme is "http" or "https") ? found : address;
}
