using System.Collections;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Topics;

internal enum TermPart
{
    Any,
    All,
    None,
}

/// <summary>A term of a topic's rule.</summary>
internal sealed record TermReading(int Number, int Topic, TermPart Part, TopicTerm Term);

/// <summary>
/// The terms of all rules. Each is kept under what is rarest of it that a look-up can find: a word, a pair of neighbours, a beginning. An
/// article's words become numbers once, words that no rule knows are passed over, and no term is told twice.
/// </summary>
internal sealed class TermIndex
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<TermReading>> _byWord = [];
    private readonly Dictionary<int, List<TermReading>> _byFirst = [];
    private readonly Dictionary<long, List<TermReading>> _byPair = [];
    private readonly Dictionary<string, List<TermReading>> _byPrefix = new(StringComparer.Ordinal);
    private readonly SortedSet<int> _prefixLengths = [];
    private readonly List<TermReading> _patterns = [];
    private int _count;

    /// <summary>Title, deck and paragraphs: what a phrase does not reach beyond.</summary>
    public static IEnumerable<string> Parts(ArticleContent content)
    {
        yield return content.Title;
        if (content.Deck is not null) yield return content.Deck;
        foreach (var paragraph in content.Body) yield return paragraph;
    }

    public int IdOf(string word)
    {
        if (!_ids.TryGetValue(word, out var id)) _ids.Add(word, id = _ids.Count);
        return id;
    }

    public void Add(int topic, TermPart part, TopicTerm term)
    {
        var reading = new TermReading(_count++, topic, part, term);
        if (term.Pattern is not null) _patterns.Add(reading);
        else if (term is { Words.Length: 1, IsPrefix: true })
        {
            List(_byPrefix, term.Words[0]).Add(reading);
            _prefixLengths.Add(term.Words[0].Length);
        }
        else if (term.Words.Length > 2 || term is { Words.Length: 2, IsPrefix: false }) List(_byPair, Pair(IdOf(term.Words[0]), IdOf(term.Words[1]))).Add(reading);
        else if (term is { Words.Length: 1, Near: null, IsInTitle: false }) List(_byWord, IdOf(term.Words[0])).Add(reading);
        else List(_byFirst, IdOf(term.Words[0])).Add(reading);
    }

    /// <summary>Tells each term that stands in the article, once.</summary>
    /// <returns>The numbers of the article's words, of those that rules know.</returns>
    public HashSet<int> Find(ArticleContent content, Action<TermReading> tell)
    {
        var told = new BitArray(_count);
        var known = new HashSet<int>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var isTitle = true;
        foreach (var part in Parts(content))
        {
            string[] words = [.. Folding.Words(part)];
            var before = -1;
            for (var i = 0; i < words.Length; i++)
            {
                var id = _ids.GetValueOrDefault(words[i], -1);
                if (id >= 0 && known.Add(id) && _byWord.TryGetValue(id, out var readings)) TellAll(readings);
                if (id >= 0 && _byFirst.TryGetValue(id, out readings)) TellStanding(readings, words, i, isTitle);
                if (id >= 0 && before >= 0 && _byPair.TryGetValue(Pair(before, id), out readings)) TellStanding(readings, words, i - 1, isTitle);
                TellBeginning(words, i, isTitle, isNew: _prefixLengths.Count > 0 && seen.Add(words[i]));
                before = id;
            }
            foreach (var reading in _patterns)
                if (IsOpen(reading, isTitle) && TopicPattern.Match(reading.Term.Pattern!, part) is not null) Tell(reading);
            isTitle = false;
        }
        return known;

        bool IsOpen(TermReading reading, bool inTitle) => (inTitle || !reading.Term.IsInTitle) && !told[reading.Number];

        void Tell(TermReading reading)
        {
            told[reading.Number] = true;
            tell(reading);
        }

        void TellAll(List<TermReading> readings)
        {
            foreach (var reading in readings) Tell(reading);
        }

        void TellStanding(List<TermReading> readings, string[] words, int at, bool inTitle)
        {
            foreach (var reading in readings)
                if (IsOpen(reading, inTitle) && reading.Term.HoldsAt(words, at)) Tell(reading);
        }

        // A beginning that something must stand near to is looked at wherever it stands, any other once for each word.
        void TellBeginning(string[] words, int at, bool inTitle, bool isNew)
        {
            var prefixes = _byPrefix.GetAlternateLookup<ReadOnlySpan<char>>();
            foreach (var length in _prefixLengths)
            {
                if (length > words[at].Length) break;
                if (!prefixes.TryGetValue(words[at].AsSpan(0, length), out var readings)) continue;
                foreach (var reading in readings)
                    if ((isNew || reading.Term.Near is not null) && IsOpen(reading, inTitle) && (reading.Term.Near is null || reading.Term.HoldsAt(words, at))) Tell(reading);
            }
        }
    }

    private static long Pair(int first, int second) => ((long)first << 32) | (uint)second;

    private static List<TermReading> List<T>(Dictionary<T, List<TermReading>> index, T key)
        where T : notnull => index.TryGetValue(key, out var list) ? list : index[key] = [];
}
