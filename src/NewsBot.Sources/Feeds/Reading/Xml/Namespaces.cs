using System.Collections.Frozen;

namespace NewsBot.Sources.Feeds.Reading.Xml;

/// <summary>A vocabulary that elements of feeds come from.</summary>
internal enum Vocabulary
{
    /// <summary>RSS of any version, without a namespace or with one of the many it was given.</summary>
    Rss,
    Atom,
    DublinCore,
    DublinTerms,
    Content,
    Media,
    ITunes,
    Xhtml,
    Syndication,
    FeedBurner,
    Rdf,
    Tombstones,
    Other,
}

internal static class Namespaces
{
    public const string Xml = "http://www.w3.org/XML/1998/namespace";
    public const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    // Compared in lower case without the sign at the end, since feeds write them with and without.
    private static readonly FrozenDictionary<string, Vocabulary> Known = new Dictionary<string, Vocabulary>
    {
        [""] = Vocabulary.Rss,
        ["http://backend.userland.com/rss"] = Vocabulary.Rss,
        ["http://blogs.law.harvard.edu/tech/rss"] = Vocabulary.Rss,
        ["http://cyber.law.harvard.edu/rss"] = Vocabulary.Rss,
        ["http://backend.userland.com/rss2"] = Vocabulary.Rss,
        ["http://backend.userland.com/rss091"] = Vocabulary.Rss,
        ["http://backend.userland.com/rss092"] = Vocabulary.Rss,
        ["http://purl.org/rss/1.0"] = Vocabulary.Rss,
        ["http://purl.org/net/rss1.1"] = Vocabulary.Rss,
        ["http://my.netscape.com/rdf/simple/0.9"] = Vocabulary.Rss,
        ["http://channel.netscape.com/rdf/simple/0.9"] = Vocabulary.Rss,
        ["http://my.netscape.com/publish/formats/rss-0.91.dtd"] = Vocabulary.Rss,
        ["http://example.com/newformat"] = Vocabulary.Atom,
        ["http://example.com/necho"] = Vocabulary.Atom,
        ["http://purl.org/echo"] = Vocabulary.Atom,
        ["uri/of/echo/namespace"] = Vocabulary.Atom,
        ["http://purl.org/pie"] = Vocabulary.Atom,
        ["http://purl.org/atom/ns"] = Vocabulary.Atom,
        ["http://www.w3.org/2005/atom"] = Vocabulary.Atom,
        ["http://purl.org/dc/elements/1.1"] = Vocabulary.DublinCore,
        ["http://purl.org/dc/elements/1.0"] = Vocabulary.DublinCore,
        ["http://dublincore.org/documents/dcmi-namespace"] = Vocabulary.DublinCore,
        ["http://purl.org/dc/terms"] = Vocabulary.DublinTerms,
        ["http://purl.org/rss/1.0/modules/content"] = Vocabulary.Content,
        ["http://search.yahoo.com/mrss"] = Vocabulary.Media,
        ["http://tools.search.yahoo.com/mrss"] = Vocabulary.Media,
        ["http://www.rssboard.org/media-rss"] = Vocabulary.Media,
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = Vocabulary.ITunes,
        ["http://example.com/dtds/podcast-1.0.dtd"] = Vocabulary.ITunes,
        ["http://www.w3.org/1999/xhtml"] = Vocabulary.Xhtml,
        ["http://purl.org/rss/1.0/modules/syndication"] = Vocabulary.Syndication,
        ["http://rssnamespace.org/feedburner/ext/1.0"] = Vocabulary.FeedBurner,
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns"] = Vocabulary.Rdf,
        ["http://purl.org/atompub/tombstones/1.0"] = Vocabulary.Tombstones,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> UsualPrefixes = new Dictionary<string, string>
    {
        ["atom"] = "http://www.w3.org/2005/Atom",
        ["atom10"] = "http://www.w3.org/2005/Atom",
        ["a10"] = "http://www.w3.org/2005/Atom",
        ["dc"] = "http://purl.org/dc/elements/1.1/",
        ["dcterms"] = "http://purl.org/dc/terms/",
        ["content"] = "http://purl.org/rss/1.0/modules/content/",
        ["media"] = "http://search.yahoo.com/mrss/",
        ["itunes"] = "http://www.itunes.com/dtds/podcast-1.0.dtd",
        ["xhtml"] = "http://www.w3.org/1999/xhtml",
        ["sy"] = "http://purl.org/rss/1.0/modules/syndication/",
        ["feedburner"] = "http://rssnamespace.org/feedburner/ext/1.0",
        ["rdf"] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        ["at"] = "http://purl.org/atompub/tombstones/1.0",
        ["xlink"] = "http://www.w3.org/1999/xlink",
    }.ToFrozenDictionary();

    public static Vocabulary Of(string uri)
    {
        if (uri.Length == 0) return Vocabulary.Rss;
        return Known.TryGetValue(uri.Trim().TrimEnd('/', '#').ToLowerInvariant(), out var vocabulary) ? vocabulary : Vocabulary.Other;
    }

    /// <summary>What a prefix means to everybody, for documents that forgot to declare it.</summary>
    public static string? Usual(string prefix) => UsualPrefixes.GetValueOrDefault(prefix);
}
