using System.Buffers;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Topics;

/// <summary>
/// Says which topics an article belongs to. The terms of all rules stand in one index (<see cref="TermIndex"/>), so an article is read
/// once, however many topics there are; built once and then only read, so any number of threads may ask.
/// </summary>
public sealed class TopicMatcher
{
    private readonly List<Entry> _topics = [];
    private readonly TermIndex _terms = new();
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
        var states = ArrayPool<State>.Shared.Rent(_topics.Count + 1);
        Array.Clear(states, 0, _topics.Count);
        try
        {
            var touched = new List<int>();
            var found = _terms.Find(content, reading => Note(states, touched, reading));
            foreach (var tag in content.Tags.Select(Folding.Index))
                foreach (var number in _byTag.GetValueOrDefault(tag, []))
                    Touch(states, touched, number).HasTag = true;
            foreach (var number in _bySource.GetValueOrDefault(source, [])) Touch(states, touched, number).IsFromSource = true;

            var named = content.Topics.Where(_keys.Contains);
            var matched = touched.Where(number => _topics[number].Accepts(states[number], found, content)).Select(number => _topics[number].Key).Order(StringComparer.Ordinal);
            return [.. named.Concat(matched).Distinct()];
        }
        finally
        {
            ArrayPool<State>.Shared.Return(states);
        }
    }

    /// <summary>
    /// Which terms of a rule stand in the article, as written in the rule, with the words that made it where those differ; for a moderator who
    /// asks why.
    /// </summary>
    public static IReadOnlyList<string> Reasons(Topic topic, ArticleContent content, string source)
    {
        var parts = TermIndex.Parts(content).Select((part, i) => (Text: part, Words: Folding.Words(part).ToArray(), IsTitle: i == 0)).ToArray();
        var terms = topic.Rule.Any.Concat(topic.Rule.All).Select(Reason).OfType<string>();
        var tags = topic.Rule.Tags.Where(tag => content.Tags.Any(own => Folding.Index(own) == Folding.Index(tag))).Select(tag => $"#{tag}");
        var sources = topic.Rule.Sources.Where(own => own == source);
        var named = content.Topics.Contains(topic.Key) ? [$"Topics: {topic.Key}"] : Array.Empty<string>();
        return [.. named, .. terms, .. tags, .. sources];

        string? Reason(string text)
        {
            if (TopicTerm.Of(text) is not { } term) return null;
            var found = parts.Where(part => part.IsTitle || !term.IsInTitle).Select(part => term.Found(part.Text, part.Words)).FirstOrDefault(found => found is not null);
            return found is null || found == Folding.Index(text) ? (found is null ? null : text) : $"{text} ({found})";
        }
    }

    private void Add(Topic topic)
    {
        // A rule whose patterns cannot be read any more must not match everything that is left of it.
        if (topic.Rule.IsEmpty || RuleText.Complaint(topic.Rule) is not null) return;
        var number = _topics.Count;
        TopicTerm[] all = [.. topic.Rule.All.Select(TopicTerm.Of).OfType<TopicTerm>()];
        TopicTerm[] any = [.. topic.Rule.Any.Select(TopicTerm.Of).OfType<TopicTerm>()];
        TopicTerm[] none = [.. topic.Rule.None.Select(TopicTerm.Of).OfType<TopicTerm>()];
        int[] plain = [.. none.Where(IsPlain).Select(term => _terms.IdOf(term.Words[0]))];
        _topics.Add(new(topic.Key, any.Length > 0, all.Length, topic.Rule.Tags.Count > 0, topic.Rule.Sources.Count > 0, plain, topic.Rule.Languages));
        foreach (var term in any) _terms.Add(number, TermPart.Any, term);
        foreach (var term in all) _terms.Add(number, TermPart.All, term);
        foreach (var term in none.Where(term => !IsPlain(term))) _terms.Add(number, TermPart.None, term);
        foreach (var tag in topic.Rule.Tags) List(_byTag, Folding.Index(tag)).Add(number);
        foreach (var source in topic.Rule.Sources) List(_bySource, source).Add(number);
    }

    // By far the most: whether such a word occurs is known once the article is read, so it is asked only for topics that match otherwise.
    private static bool IsPlain(TopicTerm term) => term is { Words.Length: 1, IsPrefix: false, IsInTitle: false, Near: null, Pattern: null };

    private static void Note(State[] states, List<int> touched, TermReading reading)
    {
        ref var state = ref Touch(states, touched, reading.Topic);
        if (reading.Part is TermPart.Any) state.HasAny = true;
        else if (reading.Part is TermPart.None) state.HasNone = true;
        else state.All++;
    }

    private static ref State Touch(State[] states, List<int> touched, int topic)
    {
        ref var state = ref states[topic];
        if (!state.IsTouched) touched.Add(topic);
        state.IsTouched = true;
        return ref state;
    }

    private static List<T> List<T>(Dictionary<string, List<T>> index, string key) =>
        index.TryGetValue(key, out var list) ? list : index[key] = [];

    private sealed record Entry(string Key, bool NeedsAny, int NeedsAll, bool NeedsTag, bool NeedsSource, int[] Unwanted, IReadOnlyList<string> Languages)
    {
        public bool Accepts(State state, HashSet<int> words, ArticleContent content) =>
            !state.HasNone
            && (!NeedsAny || state.HasAny)
            && NeedsAll == state.All
            && (!NeedsTag || state.HasTag)
            && (!NeedsSource || state.IsFromSource)
            && (NeedsAny || NeedsAll > 0 || NeedsTag || NeedsSource)
            && (Languages.Count == 0 || Languages.Contains(content.Language, StringComparer.OrdinalIgnoreCase))
            && !Array.Exists(Unwanted, words.Contains);
    }

    private struct State
    {
        public bool IsTouched;
        public bool HasAny;
        public bool HasNone;
        public bool HasTag;
        public bool IsFromSource;
        public int All;
    }
}
