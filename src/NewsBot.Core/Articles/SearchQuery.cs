using System.Text;

namespace NewsBot.Core.Articles;

/// <summary>
/// What a person asked for, taken apart: words and "phrases" that must occur, and -words that must not.
/// It is never an engine's query syntax: AND, *, parentheses and the like are only characters here.
/// </summary>
public sealed record SearchQuery
{
    /// <summary>More terms than this are dropped: nobody types them, and each costs a look-up.</summary>
    public const int MaxTerms = 12;

    /// <summary>Characters (UTF-16 units) that are looked at; the rest of a longer text is ignored.</summary>
    public const int MaxLength = 500;

    public required string Text { get; init; }

    /// <summary>Each is one or more folded words that must stand next to each other.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Wanted { get; init; }

    public required IReadOnlyList<IReadOnlyList<string>> Unwanted { get; init; }

    public int Skip { get; init; }
    public int Take { get; init; } = 10;

    public static SearchQuery Parse(string text, int skip = 0, int take = 10)
    {
        var wanted = new List<IReadOnlyList<string>>();
        var unwanted = new List<IReadOnlyList<string>>();
        foreach (var (term, isUnwanted) in Terms(text.Length > MaxLength ? text[..MaxLength] : text))
        {
            var words = Folding.Words(term).Take(MaxTerms).ToArray();
            if (words.Length > 0 && wanted.Count + unwanted.Count < MaxTerms)
                (isUnwanted ? unwanted : wanted).Add(words);
        }
        return new() { Text = text, Wanted = wanted, Unwanted = unwanted, Skip = Math.Max(0, skip), Take = Math.Clamp(take, 1, 50) };
    }

    private static IEnumerable<(string Term, bool IsUnwanted)> Terms(string text)
    {
        var term = new StringBuilder();
        var isUnwanted = false;
        var isQuoted = false;
        foreach (var letter in text)
        {
            var isQuote = letter is '"' or '“' or '”' or '„' or '«' or '»';
            if (isQuote ? term.Length == 0 && !isQuoted : !isQuoted && letter == '-' && term.Length == 0)
            {
                // An opening quote or a leading minus; "- word" with a space between stays a dash.
                if (isQuote) isQuoted = true;
                else isUnwanted = true;
            }
            else if (isQuote || (!isQuoted && char.IsWhiteSpace(letter)))
            {
                if (term.Length > 0) yield return (term.ToString(), isUnwanted);
                term.Clear();
                (isUnwanted, isQuoted) = (false, isQuote && !isQuoted);
            }
            else
            {
                term.Append(letter);
            }
        }
        if (term.Length > 0) yield return (term.ToString(), isUnwanted);
    }
}
