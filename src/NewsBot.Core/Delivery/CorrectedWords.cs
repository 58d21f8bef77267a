using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Delivery;

/// <summary>
/// Tells a text that means something else from one that is only written otherwise. It errs on the side of the reader: only what is clearly a slip
/// of the pen is silent, so any other word, number, name or "not" that came, went or changed is noted.
/// </summary>
internal static partial class CorrectedWords
{
    /// <summary>Tokens on each side that are compared one by one; longer texts that differ are simply different.</summary>
    private const int MostCompared = 400;

    /// <summary>Letters of a word in which one wrong letter is taken for a slip: in shorter ones it makes another word ("now", "not").</summary>
    private const int ShortestSlip = 5;

    /// <summary>Tokens of a line that only counts something.</summary>
    private const int LongestCounter = 8;

    // Words that may come and go without changing what is said. "Before" and "after", "with" and "without" are not among them.
    private static readonly FrozenSet<string> Harmless = "a an the that which і й та що и что який яка яке які который которая которое которые".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Counters = "views view reads comments comment shares likes reactions read переглядів перегляди коментарів коментарі просмотров просмотры комментариев комментарии".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static Correction Between(string? was, string? now)
    {
        if (was == now) return Correction.None;
        var (before, after) = (Tokens(was), Tokens(now));
        if (before.SequenceEqual(after, StringComparer.Ordinal)) return Correction.None;
        if (before.SequenceEqual(after, StringComparer.OrdinalIgnoreCase)) return Correction.Silent;
        if (before.Length > MostCompared || after.Length > MostCompared) return Correction.Noted;
        return Differences(before, after).All(IsSlip) ? Correction.Silent : Correction.Noted;
    }

    /// <summary>A line such as "1,204 views" or "5 min read".</summary>
    public static bool IsCounter(string sentence)
    {
        var tokens = Tokens(sentence);
        return tokens.Length <= LongestCounter && tokens.Any(IsNumber) && tokens.Any(Counters.Contains);
    }

    private static string[] Tokens(string? text) => string.IsNullOrEmpty(text) ? [] : [.. Token().Matches(Plain(text)).Select(match => match.Value)];

    // One form for what only looks different: ligatures, wide letters, kinds of apostrophes and minus signs, letters that show nothing.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control && rune.Value is not ('\n' or '\t')) continue;
            plain.Append(rune.Value is 0x2019 or 0x02BC or 0x2018 or 0x60 ? "'" : rune.Value is 0x2212 ? "-" : rune.ToString());
        }
        return Thousands().Replace(plain.ToString().Normalize(NormalizationForm.FormKC), "");
    }

    /// <summary>What was taken out and what stands there instead, place by place.</summary>
    private static IEnumerable<(string[] Was, string[] Now)> Differences(string[] was, string[] now)
    {
        var common = Common(was, now);
        for (int i = 0, j = 0; i < was.Length || j < now.Length;)
        {
            var (from, to) = (i, j);
            while ((i < was.Length || j < now.Length) && !(i < was.Length && j < now.Length && Same(was[i], now[j])))
            {
                if (j >= now.Length || (i < was.Length && common[i + 1, j] >= common[i, j + 1])) i++;
                else j++;
            }
            if (i > from || j > to) yield return (was[from..i], now[to..j]);
            while (i < was.Length && j < now.Length && Same(was[i], now[j])) (i, j) = (i + 1, j + 1);
        }
    }

    // The longest common run of tokens from each pair of places on.
    private static int[,] Common(string[] was, string[] now)
    {
        var common = new int[was.Length + 1, now.Length + 1];
        for (var i = was.Length - 1; i >= 0; i--)
            for (var j = now.Length - 1; j >= 0; j--)
                common[i, j] = Same(was[i], now[j]) ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        return common;
    }

    private static bool Same(string was, string now) => was.Equals(now, StringComparison.OrdinalIgnoreCase);

    private static bool IsSlip((string[] Was, string[] Now) difference)
    {
        var (was, now) = difference;
        if (was.Concat(now).Any(token => IsNumber(token) || !char.IsLetter(token[0]) && token[0] != '\'')) return false;
        if (was.Concat(now).All(Harmless.Contains)) return true;
        if (Same(string.Concat(was), string.Concat(now))) return true;
        return was.Length == now.Length && was.Zip(now).All(pair => IsSlip(pair.First, pair.Second));
    }

    // A name that is spelt otherwise may be another person. "Moral" and "amoral", "legal" and "illegal" begin differently.
    private static bool IsSlip(string was, string now) =>
        Same(was, now)
        || (!char.IsUpper(was[0]) && !char.IsUpper(now[0]) && was[0] == now[0] && Math.Max(was.Length, now.Length) >= ShortestSlip && IsOneLetterOff(was, now));

    private static bool IsOneLetterOff(string was, string now)
    {
        var start = was.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        var end = was.Reverse().Zip(now.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        end = Math.Min(end, Math.Min(was.Length, now.Length) - start);
        var (gone, come) = (was[start..^end], now[start..^end]);
        return (gone.Length <= 1 && come.Length <= 1) || (gone.Length == 2 && come.Length == 2 && gone[0] == come[1] && gone[1] == come[0]);
    }

    private static bool IsNumber(string token) => token.Any(char.IsDigit);

    // A number keeps its sign and its decimals; money, per cent and degrees are said by signs of their own.
    [GeneratedRegex(@"(?<![\p{L}\p{Nd}])-?\p{Nd}+(?:[.,:/]\p{Nd}+)*\p{L}*|\p{L}[\p{L}\p{M}\p{Nd}]*(?:'\p{L}[\p{L}\p{M}]*)*|\p{Nd}+|[\p{Sc}%‰°]", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    // "1,000", "1.000", "1 000" and "1000" are the same number.
    [GeneratedRegex(@"(?<=\p{Nd})[., ](?=\p{Nd}{3}(?!\p{Nd}))", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();
}
