namespace NewsBot.Sources.Text;

/// <summary>A line that tells when the page was published or changed, perhaps beside its author: "By Jane Doe | Published: 8 Sep 2024 | Updated: 9 Sep 2024".</summary>
/// <param name="IsDayAlone">True for a bare day. Several of those in one text are the headings of a timeline.</param>
internal sealed record DateLine(DateTimeOffset? Published, DateTimeOffset? Updated, string? Author, bool IsDayAlone)
{
    private const int MaxLength = 160;

    private static readonly char[] Dividers = ['|', '·', '•', ';'];

    private static readonly string[] UpdatedWords =
        ["last updated", "last modified", "updated", "modified", "upd", "останнє оновлення", "оновлено", "змінено", "доповнено"];

    private static readonly string[] PublishedWords =
        ["first published", "date published", "published", "posted", "issued", "date", "дата публікації", "опубліковано", "оприлюднено", "розміщено", "додано", "дата"];

    public static DateLine? Read(string line, DateReader dates)
    {
        if (line.Length > MaxLength || !line.AsSpan().ContainsAnyInRange('0', '9')) return null;
        if (dates.Printed(line) is { } bare) return new(dates.Read(line), null, null, !bare.HasTime);
        var found = new DateLine(null, null, null, false);
        foreach (var part in Parts(line))
        {
            if (found.With(part, dates) is not { } more) return null;
            found = more;
        }
        return found.Published is null && found.Updated is null ? null : found;
    }

    private DateLine? With(string part, DateReader dates)
    {
        if (After(part, UpdatedWords) is { } changed) return dates.Read(changed) is { } updated ? this with { Updated = updated } : null;
        if (dates.Read(After(part, PublishedWords) ?? part) is { } published && Published is null) return this with { Published = published };
        if (Byline.Author(part) is { } author) return this with { Author = author };
        return IsReadingTime(part) ? this : null;
    }

    // "Published: 8 Sep 2024, updated 9 Sep 2024" is two parts, although only a comma divides them.
    private static IEnumerable<string> Parts(string line)
    {
        foreach (var part in line.Split(Dividers, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var second = UpdatedWords.Select(word => part.IndexOf(word, StringComparison.OrdinalIgnoreCase)).Where(at => at > 0).DefaultIfEmpty(-1).Min();
            yield return second < 0 ? part : part[..second].TrimEnd(' ', ',', '(', '-', '–', '—');
            if (second > 0) yield return part[second..].TrimEnd(')');
        }
    }

    private static string? After(string part, string[] words)
    {
        foreach (var word in words)
            if (part.StartsWith(word, StringComparison.OrdinalIgnoreCase) && part.Length > word.Length && !char.IsLetter(part[word.Length]))
                return part[word.Length..].TrimStart(':', ' ', '-', '–', '—', '.');
        return null;
    }

    private static bool IsReadingTime(string part) =>
        part.Length <= 24 && char.IsAsciiDigit(part[0])
        && (part.EndsWith("read", StringComparison.OrdinalIgnoreCase) || part.EndsWith("хв читання", StringComparison.OrdinalIgnoreCase));
}
