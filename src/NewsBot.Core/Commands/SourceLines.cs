using NewsBot.Core.Chat;
using NewsBot.Core.Sources;

namespace NewsBot.Core.Commands;

/// <summary>One line for each source: what it is and how it is doing.</summary>
internal static class SourceLines
{
    public static readonly Phrase None = new("There are no sources; add one with source add, or under Sources in appsettings.json.");

    private static readonly Phrase Counted = new("Feeds and pages: {0}, failing: {1}, paused: {2}");
    private static readonly Phrase Read = new("read {0}, new articles since the start: {1}");
    private static readonly Phrase Asked = new("asked {0}, articles: {1}");
    private static readonly Phrase Unread = new("not read yet");
    private static readonly Phrase Failing = new("failing: {0}");
    private static readonly Phrase Since = new("failing since {0}: {1}");
    private static readonly Phrase Next = new("next try {0}");
    private static readonly Phrase Paused = new("paused");
    private static readonly Phrase PausedBecause = new("paused: {0}");

    public static IEnumerable<Prose> OfFolders(IEnumerable<IArticleSource> folders, SourceStates states, TimeProvider clock, Language language) =>
        folders.Select(folder => Prose.Of(folder.Key, Mark.Strong).Then($" ({folder.Title}): {Describe(states.Find(folder.Key), clock, language)}"));

    public static string Count(IReadOnlyCollection<WebSourceState> all, Language language) =>
        Counted.In(language, all.Count, all.Count(state => state.Trouble is not null), all.Count(state => state.Source.PausedAt is not null));

    public static Prose Of(WebSourceState state, TimeProvider clock, Language language)
    {
        var source = state.Source;
        var name = source.Title.Length > 0 && source.Title != source.Key ? CardFitter.Cut(source.Title, 60) : WebAddress.Host(source.Address.AbsoluteUri);
        return Prose.Of(source.Key, Mark.Strong).Then($" ({name}): {Describe(state, clock.GetUtcNow(), language)}");
    }

    private static string Describe(SourceState? state, TimeProvider clock, Language language) => state switch
    {
        null => Unread.In(language),
        { Failure: { } why } => Failing.In(language, why),
        { ReadAt: { } at } => Read.In(language, Ages.Of(at, clock.GetUtcNow(), language), state.Articles),
        _ => Unread.In(language),
    };

    private static string Describe(WebSourceState state, DateTimeOffset now, Language language) => state switch
    {
        { Source: { PausedAt: not null, PausedWhy: { } why } } => PausedBecause.In(language, TroubleWords.Say(why, language)),
        { Source.PausedAt: not null } => Paused.In(language),
        { Trouble: { } trouble } => $"{Since.In(language, Ages.Of(state.TroubleSince ?? now, now, language), TroubleWords.Say(trouble, language).TrimEnd('.'))}{NextTry(state, now, language)}",
        { LastAt: { } last } => Asked.In(language, Ages.Of(last, now, language), state.Articles),
        _ => Unread.In(language),
    };

    private static string NextTry(WebSourceState state, DateTimeOffset now, Language language) =>
        state.NextAt is { } next ? $"; {Next.In(language, Ages.Of(next < now ? now : next, now, language))}" : "";
}
