using NewsBot.Core.Chat;
using NewsBot.Core.Sources;

namespace NewsBot.Core.Commands;

/// <summary>One line for each source: what it is and how it is doing.</summary>
internal static class SourceLines
{
    private static readonly Phrase None = new("No sources are configured; add one under Sources in appsettings.json.", "Джерел немає; додайте їх у розділі Sources файлу appsettings.json.");
    private static readonly Phrase Read = new("read {0}, new articles since the start: {1}", "прочитано {0}, нових статей від запуску: {1}");
    private static readonly Phrase Unread = new("not read yet", "ще не прочитано");
    private static readonly Phrase Failing = new("failing: {0}", "збій: {0}");

    public static Prose Of(IEnumerable<IArticleSource> sources, SourceStates states, TimeProvider clock, Language language)
    {
        var lines = sources.Select(source => Prose.Of(source.Key, Mark.Strong).Then($" ({source.Title}): {Describe(states.Find(source.Key), clock, language)}")).ToArray();
        return lines.Length == 0 ? None.In(language) : Prose.Lines(lines);
    }

    private static string Describe(SourceState? state, TimeProvider clock, Language language) => state switch
    {
        null => Unread.In(language),
        { Failure: { } why } => Failing.In(language, why),
        { ReadAt: { } at } => Read.In(language, Ages.Of(at, clock.GetUtcNow(), language), state.Articles),
        _ => Unread.In(language),
    };
}
