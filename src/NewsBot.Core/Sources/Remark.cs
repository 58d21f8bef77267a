namespace NewsBot.Core.Sources;

/// <summary>Something worth knowing of a source. Its words are in <see cref="RemarkWords"/>.</summary>
/// <param name="Detail">What the sentence is filled with: a status, an address, a reason; empty where it needs nothing.</param>
public sealed record Remark(RemarkKind Kind, string Detail = "");

public enum RemarkKind
{
    // Why there is nothing to follow.
    NoAddress,
    NotAsked,
    Unreachable,
    Refused,
    TooLong,
    Forbidden,
    BotWall,
    LoginPage,
    NoArticles,
    Image,
    Sound,
    Archive,
    Pdf,
    Opml,
    Sitemap,
    OtherData,
    Text,
    Empty,

    // What a moderator may want to know of a source.
    GuidsChange,
    GuidsRepeat,
    GuidsMissing,
    LinksMissing,
    LinksRotate,
    LinksCarrySessions,
    DatesMissing,
    DatesAtMidnight,
    DatesAhead,
    DatesEqual,
    HasHub,
    ImagesFail,
    ShortTexts,
    Redirects,
    Moved,
    NoValidators,
    WrongType,
    WrongEncoding,
    Mended,
    NoEntries,
    Stale,
    TakesBack,
    IsPage,
}
