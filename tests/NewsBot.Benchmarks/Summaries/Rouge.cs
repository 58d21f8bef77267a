namespace NewsBot.Benchmarks.Summaries;

/// <summary>
/// ROUGE-1, -2 and -L as F1 in percent (C.-Y. Lin, ROUGE: a package for automatic evaluation of summaries, 2004): lower-cased [a-z0-9]+ tokens,
/// Porter's stems for words over three letters, the longest common subsequence over the whole text.
/// </summary>
public readonly record struct Rouge(double One, double Two, double Longest)
{
    public static Rouge Of(string summary, string reference)
    {
        var (ours, theirs) = (Tokens(summary), Tokens(reference));
        return new(
            F1(Common(ours, theirs), ours.Count, theirs.Count),
            F1(Common(Pairs(ours), Pairs(theirs)), ours.Count - 1, theirs.Count - 1),
            F1(LongestCommon(ours, theirs), ours.Count, theirs.Count));
    }

    public static Rouge Mean(IReadOnlyCollection<Rouge> all) => new(all.Average(it => it.One), all.Average(it => it.Two), all.Average(it => it.Longest));

    public override string ToString() => FormattableString.Invariant($"{One,5:0.0} /{Two,5:0.0} /{Longest,5:0.0}");

    public static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsAsciiLetterOrDigit(text[i])) start = start < 0 ? i : start;
            else if (start >= 0)
            {
                var word = text[start..i].ToLowerInvariant();
                tokens.Add(word.Length > 3 ? Porter.Stem(word) : word);
                start = -1;
            }
        }
        return tokens;
    }

    private static List<string> Pairs(List<string> tokens) => [.. tokens.Zip(tokens.Skip(1), (one, next) => $"{one} {next}")];

    private static int Common(List<string> ours, List<string> theirs)
    {
        var left = theirs.CountBy(token => token).ToDictionary();
        return ours.Count(token => left.TryGetValue(token, out var count) && (left[token] = count - 1) >= 0);
    }

    private static int LongestCommon(List<string> ours, List<string> theirs)
    {
        var row = new int[theirs.Count + 1];
        foreach (var token in ours)
        {
            var diagonal = 0;
            for (var i = 1; i <= theirs.Count; i++)
            {
                var above = row[i];
                row[i] = token == theirs[i - 1] ? diagonal + 1 : Math.Max(above, row[i - 1]);
                diagonal = above;
            }
        }
        return row[^1];
    }

    private static double F1(int common, int ours, int theirs) => common == 0 ? 0 : 200.0 * common / (ours + theirs);
}
