using System.Text;
using NewsBot.Core.Articles;

namespace NewsBot.Storage.Search;

/// <summary>Knows which words of a text are meant by a question's terms.</summary>
internal sealed class PassageFinder(IEnumerable<SearchTerm> terms)
{
    private readonly Sought[] sought = [.. terms.Select(Sought.Of)];

    public Passage In(string text)
    {
        // Most paragraphs hold none of the words, and in plain ASCII that is seen at a glance.
        if (Ascii.IsValid(text) && !MayHold(text)) return new(text, [], 0);
        var words = TextWords.Of(text);
        var hits = new SortedSet<(int From, int To)>();
        var found = 0;
        foreach (var term in sought)
        {
            var before = hits.Count;
            for (var i = 0; i + term.Words.Count <= words.Count; i++)
                if (term.StandsAt(words, i))
                    for (var j = i; j < i + term.Words.Count; j++) hits.Add((words[j].From, words[j].To));
            if (hits.Count > before) found++;
        }
        return new(text, [.. hits], found * 1000 + Math.Min(hits.Count, 999));
    }

    // An apostrophe joins: "don't" is the word "dont".
    private bool MayHold(string text)
    {
        var joined = text.Replace("'", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal);
        return sought.Any(term => joined.Contains(term.Beginning, StringComparison.OrdinalIgnoreCase));
    }

    /// <param name="Beginning">What the first word begins with, whatever its ending.</param>
    private sealed record Sought(IReadOnlyList<string> Words, TermKind Kind, string Stem, string Beginning)
    {
        public static Sought Of(SearchTerm term)
        {
            var (first, stem) = (term.Words[0], WordStem.Of(term.Words[0]));
            if (term.Kind is not (TermKind.Word or TermKind.Typing)) return new(term.Words, term.Kind, stem, first);
            // A stem's last letters may differ from the word's (happy, happi), and another form's from both.
            var shared = first.AsSpan().CommonPrefixLength(stem);
            return new(term.Words, term.Kind, stem, first[..Math.Min(shared, Math.Max(2, shared - 2))]);
        }

        public bool StandsAt(List<TextWord> words, int at)
        {
            for (var i = 0; i < Words.Count; i++)
                if (!IsMeant(words[at + i].Word, Words[i], isLast: i == Words.Count - 1)) return false;
            return true;
        }

        private bool IsMeant(string word, string asked, bool isLast) => Kind switch
        {
            _ when string.Equals(word, asked, StringComparison.Ordinal) => true,
            TermKind.Word => IsForm(word),
            TermKind.Typing => word.StartsWith(asked, StringComparison.Ordinal) || IsForm(word),
            TermKind.Prefix => isLast && word.StartsWith(asked, StringComparison.Ordinal),
            _ => false,
        };

        private bool IsForm(string word) => word.StartsWith(Beginning, StringComparison.Ordinal) && WordStem.Of(word) == Stem;
    }
}
