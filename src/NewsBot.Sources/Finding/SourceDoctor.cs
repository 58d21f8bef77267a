using System.Globalization;
using NewsBot.Core.Articles;
using NewsBot.Core.Sources;

namespace NewsBot.Sources.Finding;

/// <summary>Says what a moderator should know of a feed before following it. Pure.</summary>
internal static class SourceDoctor
{
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(180);

    /// <summary>Longest name of a type or an address in a sentence, in characters.</summary>
    private const int LongestDetail = 80;

    /// <summary>Characters of an article's text; below that it is a teaser.</summary>
    private const int ShortText = 400;

    /// <summary>What bears on whether articles are read and told apart comes first.</summary>
    public static IReadOnlyList<Remark> Examine(Checkup checkup, DateTimeOffset now) =>
    [
        .. Articles(checkup),
        .. FeedNames.Examine(checkup.First, checkup.Second),
        .. FeedDates.Examine(checkup.First, now),
        .. Texts(checkup, now),
        .. Delivery(checkup),
    ];

    private static IEnumerable<Remark> Articles(Checkup checkup)
    {
        if (checkup.First.Entries.Count == 0) yield return new(RemarkKind.NoEntries);
        if (checkup.First.Removals.Count > 0) yield return new(RemarkKind.TakesBack);
        if (checkup.First.WasMended) yield return new(RemarkKind.Mended);
        if (checkup.NamedEncoding is { } named) yield return new(RemarkKind.WrongEncoding, Short(named));
    }

    private static IEnumerable<Remark> Texts(Checkup checkup, DateTimeOffset now)
    {
        var articles = checkup.Articles;
        if (articles.Count > 0 && articles.All(article => Length(article.Content) < ShortText)) yield return new(RemarkKind.ShortTexts);
        if (checkup.DoImagesFail) yield return new(RemarkKind.ImagesFail);
        if (articles is [var newest, ..] && !newest.Content.PublishedIsGuess && now - newest.Content.Published > Abandoned)
            yield return new(RemarkKind.Stale, newest.Content.Published.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static int Length(ArticleContent content) => (content.Deck?.Length ?? 0) + content.Body.Sum(paragraph => paragraph.Length);

    private static IEnumerable<Remark> Delivery(Checkup checkup)
    {
        if (checkup.MovedTo is { } moved && moved != checkup.Asked) yield return new(RemarkKind.Moved, Place(moved));
        else if (checkup.Address != checkup.Asked) yield return new(RemarkKind.Redirects, Place(checkup.Address));
        if (checkup.ContentType is { } type && !IsFeedType(type)) yield return new(RemarkKind.WrongType, Short(type));
        if (!checkup.HasValidators) yield return new(RemarkKind.NoValidators);
        if (checkup.HasHub) yield return new(RemarkKind.HasHub);
    }

    private static bool IsFeedType(string type) =>
        type.Split(';')[0] is var name && (name.Contains("xml", StringComparison.OrdinalIgnoreCase) || name.Contains("json", StringComparison.OrdinalIgnoreCase)
            || name.Contains("rss", StringComparison.OrdinalIgnoreCase) || name.Contains("atom", StringComparison.OrdinalIgnoreCase));

    private static string Place(Uri address) => Short(address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped));

    // What a site wrote goes into a sentence only as far as it is one line of plain letters.
    private static string Short(string text)
    {
        var plain = string.Concat(text.Where(letter => letter is >= ' ' and < (char)127).Take(LongestDetail));
        return plain.Length < text.Length ? plain + "…" : plain;
    }
}
