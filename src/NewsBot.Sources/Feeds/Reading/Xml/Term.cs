using System.Collections.Frozen;

namespace NewsBot.Sources.Feeds.Reading.Xml;

/// <summary>What an element says, in whichever vocabulary it says it.</summary>
internal enum Term
{
    Unknown,
    Channel,
    Entry,
    Items,
    Title,
    Link,
    OriginalLink,
    Id,
    Guid,
    Summary,
    Description,
    Info,
    Content,
    Published,
    Updated,
    Date,
    Author,
    Creator,
    Editor,
    Category,
    Keywords,
    Rights,
    Language,
    Comments,
    Enclosure,
    Image,
    Logo,
    Thumbnail,
    MediaContent,
    Group,
    Ttl,
    SkipHours,
    SkipDays,
    UpdatePeriod,
    UpdateFrequency,
    Deleted,
}

internal static class Terms
{
    private static readonly FrozenDictionary<string, (Term, Standing)> Own = Table(
        (Term.Channel, Standing.Own, "channel feed"),
        (Term.Entry, Standing.Own, "item entry"),
        (Term.Items, Standing.Own, "items"),
        (Term.Title, Standing.Own, "title"),
        (Term.Link, Standing.Own, "link"),
        (Term.Id, Standing.Own, "id"),
        (Term.Guid, Standing.Own, "guid"),
        (Term.Summary, Standing.Own, "summary"),
        (Term.Description, Standing.Own, "description subtitle tagline abstract"),
        (Term.Info, Standing.Fallback, "info"),
        (Term.Content, Standing.Own, "content body fullitem"),
        (Term.Published, Standing.Own, "pubdate published issued"),
        (Term.Published, Standing.Fallback, "created"),
        (Term.Updated, Standing.Own, "updated modified lastbuilddate"),
        (Term.Date, Standing.Module, "date"),
        (Term.Author, Standing.Own, "author"),
        (Term.Editor, Standing.Own, "managingeditor"),
        (Term.Creator, Standing.Fallback, "webmaster"),
        (Term.Category, Standing.Own, "category"),
        (Term.Rights, Standing.Own, "copyright rights"),
        (Term.Language, Standing.Own, "language"),
        (Term.Comments, Standing.Own, "comments"),
        (Term.Enclosure, Standing.Own, "enclosure"),
        (Term.Image, Standing.Own, "image"),
        (Term.Logo, Standing.Own, "logo icon"),
        (Term.Ttl, Standing.Own, "ttl"),
        (Term.SkipHours, Standing.Own, "skiphours"),
        (Term.SkipDays, Standing.Own, "skipdays"));

    private static readonly FrozenDictionary<string, (Term, Standing)> DublinCore = Table(
        (Term.Title, Standing.Module, "title"),
        (Term.Creator, Standing.Module, "creator author"),
        (Term.Category, Standing.Module, "subject"),
        (Term.Description, Standing.Module, "description"),
        (Term.Date, Standing.Module, "date"),
        (Term.Language, Standing.Module, "language"),
        (Term.Rights, Standing.Module, "rights"),
        (Term.Creator, Standing.Fallback, "publisher"),
        (Term.Id, Standing.Fallback, "identifier"));

    private static readonly FrozenDictionary<string, (Term, Standing)> DublinTerms = Table(
        (Term.Published, Standing.Module, "issued"),
        (Term.Published, Standing.Fallback, "created"),
        (Term.Updated, Standing.Module, "modified"),
        (Term.Description, Standing.Fallback, "abstract"),
        (Term.Title, Standing.Fallback, "title"),
        (Term.Creator, Standing.Fallback, "creator"));

    private static readonly FrozenDictionary<string, (Term, Standing)> Media = Table(
        (Term.Title, Standing.Fallback, "title"),
        (Term.Description, Standing.Fallback, "description"),
        (Term.Group, Standing.Fallback, "group"),
        (Term.MediaContent, Standing.Module, "content"),
        (Term.Thumbnail, Standing.Module, "thumbnail"),
        (Term.Keywords, Standing.Module, "keywords"),
        (Term.Category, Standing.Module, "category"),
        (Term.Rights, Standing.Fallback, "copyright"));

    private static readonly FrozenDictionary<string, (Term, Standing)> ITunes = Table(
        (Term.Title, Standing.Fallback, "title"),
        (Term.Creator, Standing.Module, "author"),
        (Term.Description, Standing.Module, "summary"),
        (Term.Description, Standing.Fallback, "subtitle"),
        (Term.Keywords, Standing.Module, "keywords"),
        (Term.Category, Standing.Module, "category"),
        (Term.Image, Standing.Module, "image"));

    private static readonly FrozenDictionary<string, (Term, Standing)> Empty = Table();

    private static readonly FrozenDictionary<string, (Term, Standing)>[] ByVocabulary =
    [
        Own,
        Own,
        DublinCore,
        DublinTerms,
        Table((Term.Content, Standing.Own, "encoded")),
        Media,
        ITunes,
        Table((Term.Content, Standing.Module, "body div")),
        Table((Term.UpdatePeriod, Standing.Module, "updateperiod"), (Term.UpdateFrequency, Standing.Module, "updatefrequency")),
        Table((Term.OriginalLink, Standing.Module, "origlink"), (Term.Info, Standing.Fallback, "browserfriendly")),
        Empty,
        Table((Term.Deleted, Standing.Module, "deleted-entry")),
        Empty,
    ];

    public static (Term Term, Standing Standing) Of(Vocabulary vocabulary, string name) =>
        ByVocabulary[(int)vocabulary].TryGetValue(name, out var term) ? term : default;

    private static FrozenDictionary<string, (Term, Standing)> Table(params ReadOnlySpan<(Term Term, Standing Standing, string Names)> rows)
    {
        var table = new Dictionary<string, (Term, Standing)>();
        foreach (var (term, standing, names) in rows)
            foreach (var name in names.Split(' ')) table.Add(name, (term, standing));
        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
