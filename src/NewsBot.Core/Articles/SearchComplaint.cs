using NewsBot.Core.Chat;

namespace NewsBot.Core.Articles;

/// <summary>What is wrong with a question: which part, and what to write instead.</summary>
public sealed record SearchComplaint(Phrase Phrase, params IReadOnlyList<string> Parts)
{
    private const int MostShown = 40;

    internal static readonly Phrase OnlyUnwanted = new("Add at least one word to look for; -word only leaves things out.");

    internal static readonly Phrase BadMoment = new("'{0}' in {1}: is no day; write a date such as 2024-09-08, or a span such as 3d, 2w, 1m or 1y.");

    internal static readonly Phrase BadLanguage = new("'{0}' in lang: is no language; write two letters such as en, uk or de.");

    internal static readonly Phrase BadOrder = new("'{0}' in sort: is no order; write sort:date or sort:relevance.");

    internal static readonly Phrase Unknown = new("There is no '{0}:'; did you mean {1}: (or put the words in quotes)?");

    internal static readonly Phrase NoValue = new("Nothing stands behind {0}: — write what to look for, such as {1}.");

    internal static readonly Phrase TooDeep = new("Brackets stand in brackets too deep; {0} {0:level is|levels are} enough.");

    internal static readonly Phrase FilterInBrackets = new("'{0}' cannot stand in brackets; write it before or behind them.");

    internal static readonly Phrase ShortPrefix = new("'{0}' begins too many words; write at least two letters before the star.");

    internal static readonly Phrase Backwards = new("since: lies behind before:, so nothing can be between; swap them.");

    public string In(Language language) => Phrase.In(language, [.. Parts.Select(part => CardFitter.Cut(part, MostShown))]);
}
