using NewsBot.Core.Articles;

namespace NewsBot.Core.Topics;

/// <summary>
/// Says which topics an article belongs to. The terms of all rules stand in one index by their first word, so an article is read
/// once, however many topics there are; built once and then only read, so any number of threads may ask.
/// </summary>
public sealed class TopicMatcher
{
    private readonly List<Entry> _topics = [];
    private readonly Dictionary<string, List<Reading>> _byFirstWord = [];
    private readonly Dictionary<string, List<Reading>> _byPrefix = [];
    private readonly SortedSet<int> _prefixLengths = [];
    private readonly Dictionary<string, List<int>> _byTag = [];
    private readonly Dictionary<string, List<int>> _bySource = [];
    private readonly HashSet<string> _keys;

    public TopicMatcher(IReadOnlyList<Topic> topics)
    {
        _keys = topics.Select(topic => topic.Key).ToHashSet();
        foreach (var topic in topics) Add(topic);
    }

    /// <summary>Keys of the topics the article belongs to, those that it names for itself first.</summary>
    public IReadOnlyList<string> Match(ArticleContent content, string source)
    {
        var found = new Dictionary<int, Findings>();
        foreach (var part in Parts(content)) Scan(Folding.Words(part).ToArray(), found);
        foreach (var tag in content.Tags.Select(Folding.Index))
            foreach (var number in _byTag.GetValueOrDefault(tag, []))
                Of(found, number).HasTag = true;
        foreach (var number in _bySource.GetValueOrDefault(source, [])) Of(found, number).IsFromSource = true;

        var named = content.Topics.Where(_keys.Contains);
        var matched = found.Where(pair => _topics[pair.Key].Accepts(pair.Value)).Select(pair => _topics[pair.Key].Key).Order(StringComparer.Ordinal);
        return named.Concat(matched).Distinct().ToArray();
    }

    /// <summary>Which terms of a rule stand in the article, as written in the rule; for a moderator who asks why.</summary>
    public static IReadOnlyList<string> Reasons(Topic topic, ArticleContent content, string source)
    {
        var texts = Parts(content).Select(part => Folding.Words(part).ToArray()).ToArray();
        var terms = topic.Rule.Any.Concat(topic.Rule.All).Where(term => TopicTerm.Of(term) is { } read && texts.Any(text => Stands(read, text)));
        var tags = topic.Rule.Tags.Where(tag => content.Tags.Any(own => Folding.Index(own) == Folding.Index(tag))).Select(tag => $"#{tag}");
        var sources = topic.Rule.Sources.Where(own => own == source);
        var named = content.Topics.Contains(topic.Key) ? [$"Topics: {topic.Key}"] : Array.Empty<string>();
        return named.Concat(terms).Concat(tags).Concat(sources).ToArray();
    }

    private static bool Stands(TopicTerm term, string[] words) =>
        Enumerable.Range(0, words.Length).Any(i => term.StandsAt(words.AsSpan(i)));

    private static IEnumerable<string> Parts(ArticleContent content)
    {
        yield return content.Title;
        if (content.Deck is not null) yield return content.Deck;
        foreach (var paragraph in content.Body) yield return paragraph;
    }

    private void Add(Topic topic)
    {
        if (topic.Rule.IsEmpty) return;
        var number = _topics.Count;
        var all = topic.Rule.All.Select(TopicTerm.Of).OfType<TopicTerm>().ToArray();
        var any = topic.Rule.Any.Select(TopicTerm.Of).OfType<TopicTerm>().ToArray();
        _topics.Add(new(topic.Key, any.Length > 0, all.Length, topic.Rule.Tags.Count > 0, topic.Rule.Sources.Count > 0));
        foreach (var term in any) Index(term, new(number, Part.Any, 0, term));
        for (var i = 0; i < all.Length; i++) Index(all[i], new(number, Part.All, i, all[i]));
        foreach (var term in topic.Rule.None.Select(TopicTerm.Of).OfType<TopicTerm>()) Index(term, new(number, Part.None, 0, term));
        foreach (var tag in topic.Rule.Tags) List(_byTag, Folding.Index(tag)).Add(number);
        foreach (var source in topic.Rule.Sources) List(_bySource, source).Add(number);
    }

    private void Index(TopicTerm term, Reading reading)
    {
        if (term is { IsPrefix: true, Words.Length: 1 })
        {
            List(_byPrefix, term.Words[0]).Add(reading);
            _prefixLengths.Add(term.Words[0].Length);
        }
        else
        {
            List(_byFirstWord, term.Words[0]).Add(reading);
        }
    }

    private void Scan(string[] words, Dictionary<int, Findings> found)
    {
        var prefixes = _byPrefix.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < words.Length; i++)
        {
            if (_byFirstWord.TryGetValue(words[i], out var readings))
                foreach (var reading in readings)
                    if (reading.Term.StandsAt(words.AsSpan(i)))
                        Note(found, reading);
            foreach (var length in _prefixLengths)
            {
                if (length > words[i].Length) break;
                if (prefixes.TryGetValue(words[i].AsSpan(0, length), out readings))
                    foreach (var reading in readings)
                        Note(found, reading);
            }
        }
    }

    private static void Note(Dictionary<int, Findings> found, Reading reading)
    {
        var findings = Of(found, reading.Topic);
        if (reading.Part is Part.Any) findings.HasAny = true;
        else if (reading.Part is Part.None) findings.HasNone = true;
        else (findings.All ??= []).Add(reading.Ordinal);
    }

    private static Findings Of(Dictionary<int, Findings> found, int topic) =>
        found.TryGetValue(topic, out var findings) ? findings : found[topic] = new();

    private static List<T> List<T>(Dictionary<string, List<T>> index, string key) =>
        index.TryGetValue(key, out var list) ? list : index[key] = [];

    private enum Part
    {
        Any,
        All,
        None,
    }

    private sealed record Reading(int Topic, Part Part, int Ordinal, TopicTerm Term);

    private sealed record Entry(string Key, bool NeedsAny, int NeedsAll, bool NeedsTag, bool NeedsSource)
    {
        public bool Accepts(Findings found) =>
            !found.HasNone
            && (!NeedsAny || found.HasAny)
            && NeedsAll == (found.All?.Count ?? 0)
            && (!NeedsTag || found.HasTag)
            && (!NeedsSource || found.IsFromSource)
            && (NeedsAny || NeedsAll > 0 || NeedsTag || NeedsSource);
    }

    private sealed class Findings
    {
        public bool HasAny { get; set; }
        public bool HasNone { get; set; }
        public bool HasTag { get; set; }
        public bool IsFromSource { get; set; }
        public HashSet<int>? All { get; set; }
    }
}
