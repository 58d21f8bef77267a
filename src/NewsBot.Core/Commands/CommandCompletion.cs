using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands.Settings;
using NewsBot.Core.Sources;
using NewsBot.Core.Topics;

namespace NewsBot.Core.Commands;

/// <summary>What could come next while someone types a command.</summary>
public sealed class CommandCompletion(TopicBook topics, IArchive archive, IWebSources sources, IEnumerable<ISetting> settings)
{
    /// <summary>Discord shows 25; nobody reads more anywhere.</summary>
    public const int Most = 25;

    private const int TitlesLookedAt = 100;

    public async Task<IReadOnlyList<Completion>> CompleteAsync(IReadOnlyList<CommandSpec> specs, string line, Language language, CancellationToken stop)
    {
        var typed = line.TrimStart().TrimStart('/');
        var (spec, rest) = CommandBook.Find(specs, typed);
        if (spec is null || (rest.Length == 0 && !line.EndsWith(' '))) return Commands(specs, typed, language);

        var wordStart = line.EndsWith(' ') ? line.Length : line.LastIndexOf(' ') + 1;
        var before = rest.Length == 0 || line.EndsWith(' ') ? rest : rest[..Math.Max(0, rest.LastIndexOf(' '))];
        var filled = CommandLine.Read(spec, before, language).Values;
        var option = spec.Options.FirstOrDefault(option => !option.IsNamedOnly && !filled.ContainsKey(option) && option.Suggestions is not Suggestions.None);
        if (option is null) return [];
        var word = Folding.Index(line[wordStart..]);
        var values = await ValuesAsync(option, specs, filled, language, stop);
        return values
            .Where(value => Begins(value.Value, word) || Begins(value.Description, word) || (option.Suggestions is Suggestions.Articles && Folding.Index(value.Label).Contains(word, StringComparison.Ordinal)))
            .Take(Most)
            .Select(value => new Completion(line[..wordStart] + value.Value, value.Label, value.Description))
            .ToArray();
    }

    private static bool Begins(string text, string word) => Folding.Index(text).StartsWith(word, StringComparison.Ordinal);

    private static Completion[] Commands(IReadOnlyList<CommandSpec> specs, string typed, Language language) =>
        specs.Where(spec => spec.Path.StartsWith(typed.ToLowerInvariant(), StringComparison.Ordinal))
            .Take(Most)
            .Select(spec => new Completion("/" + spec.Path, spec.Usage, spec.Description.In(language)))
            .ToArray();

    private async Task<IEnumerable<(string Value, string Label, string Description)>> ValuesAsync(
        Option option, IReadOnlyList<CommandSpec> specs, IReadOnlyDictionary<Option, string> filled, Language language, CancellationToken stop) =>
        option.Suggestions switch
        {
            Suggestions.Topics => await TopicsAsync(stop),
            Suggestions.Follows => (await TopicsAsync(stop)).Prepend((SubscribeCommand.Everything, SubscribeCommand.Everything, "")),
            Suggestions.Articles => (await archive.LatestAsync(new(Take: TitlesLookedAt), stop)).Select(article => (article.Id.Value, CardFitter.Cut(article.Title, 100), "")),
            Suggestions.Sources => (await sources.AllAsync(stop)).Select(state => (state.Source.Key, state.Source.Key, CardFitter.Cut(state.Source.Title, 100))),
            Suggestions.Commands => specs.Select(spec => (spec.Path, spec.Path, spec.Description.In(language))),
            Suggestions.Choices when option is ChoiceOption choice => choice.Choices.Select(value => (value, value, "")),
            Suggestions.Settings => settings.Where(setting => filled.Values.Contains(setting.Name)).SelectMany(setting => setting.Values).Select(value => (value, value, "")),
            _ => [],
        };

    private async Task<IEnumerable<(string Value, string Label, string Description)>> TopicsAsync(CancellationToken stop) =>
        (await topics.AllAsync(stop)).Select(topic => (topic.Key, topic.Key, topic.Title));
}
