using System.Text.RegularExpressions;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Stories;

/// <summary>Reads the terms that tell an event: the words, names and numbers of the title and of the lead.</summary>
internal static partial class StoryTerms
{
    /// <summary>Terms of one article; the title's come first, then names and numbers of the lead, then its other words.</summary>
    public const int Most = 40;

    /// <summary>Words of deck and body that are the lead: what a report says first is what happened.</summary>
    private const int LeadWords = 70;

    /// <summary>Of the words of a headline this many in ten with capitals mean a headline written in capitals, which tells no names.</summary>
    private const int CapitalsInTen = 6;

    private static readonly Dictionary<string, string> NumberWords = new(StringComparer.Ordinal)
    {
        ["two"] = "2",
        ["three"] = "3",
        ["four"] = "4",
        ["five"] = "5",
        ["six"] = "6",
        ["seven"] = "7",
        ["eight"] = "8",
        ["nine"] = "9",
        ["ten"] = "10",
        ["eleven"] = "11",
        ["twelve"] = "12",
        ["двоє"] = "2",
        ["двох"] = "2",
        ["два"] = "2",
        ["дві"] = "2",
        ["троє"] = "3",
        ["трьох"] = "3",
        ["три"] = "3",
        ["четверо"] = "4",
        ["чотирьох"] = "4",
        ["чотири"] = "4",
        ["пятеро"] = "5",
        ["пять"] = "5",
        ["пятьох"] = "5",
        ["шестеро"] = "6",
        ["шість"] = "6",
        ["шістьох"] = "6",
        ["семеро"] = "7",
        ["сім"] = "7",
        ["восьмеро"] = "8",
        ["вісім"] = "8",
        ["девять"] = "9",
        ["десять"] = "10",
    };

    /// <summary>By hash, each with the word as it was written first.</summary>
    public static (StoryTerm Term, string Word)[] Of(ArticleContent content)
    {
        var title = Tokens(content.Title).ToList();
        var lead = Lead(content).SelectMany(Tokens).Take(LeadWords).ToList();
        var names = lead.Where(it => it.IsCapital && !it.IsFirst).Select(it => it.Stem).ToHashSet(StringComparer.Ordinal);
        var isTelling = title.Count(it => it.IsCapital) * 10 < title.Count * CapitalsInTen;
        if (isTelling) names.UnionWith(title.Where(it => it.IsCapital && !it.IsFirst).Select(it => it.Stem));
        var found = new Dictionary<string, (StoryTerm Term, string Word)>(StringComparer.Ordinal);
        foreach (var token in title) Keep(found, token, TermTraits.Title, names);
        foreach (var token in lead) Keep(found, token, TermTraits.Lead, names);
        return [.. found.Values.OrderBy(it => it.Term.Is(TermTraits.Title) ? 0 : it.Term.Is(TermTraits.Name | TermTraits.Number) ? 1 : 2).Take(Most).OrderBy(it => it.Term.Hash)];
    }

    private static IEnumerable<string> Lead(ArticleContent content) => content.Deck is { Length: > 0 } deck ? content.Body.Prepend(deck) : content.Body;

    private static void Keep(Dictionary<string, (StoryTerm Term, string Word)> found, Token token, TermTraits place, HashSet<string> names)
    {
        if (token.IsCommon) return;
        var traits = place | token.Traits | (names.Contains(token.Stem) ? TermTraits.Name : TermTraits.None);
        found[token.Stem] = found.TryGetValue(token.Stem, out var known)
            ? (known.Term with { Traits = known.Term.Traits | traits }, known.Word)
            : (new((uint)StoryHash.Of(token.Stem), traits), token.Text);
    }

    private static IEnumerable<Token> Tokens(string text)
    {
        var isFirst = true;
        var end = 0;
        for (var match = Word().Match(text); match.Success; match = match.NextMatch())
        {
            isFirst |= text.AsSpan(end, match.Index - end).IndexOfAny('.', '!', '?') >= 0;
            var word = match.Value;
            end = match.Index + match.Length;
            yield return char.IsDigit(word[0]) ? Number(word) : Worded(word, isFirst);
            isFirst = false;
        }
    }

    private static Token Number(string word)
    {
        var plain = Grouping().Replace(word, "$1$2").Replace(',', '.').Replace('–', '-');
        // 0:1 and 1:0 are one match, told by either side.
        if (Result().IsMatch(plain)) return new(word, string.Join(':', plain.Split(':', '-').Order(StringComparer.Ordinal)), TermTraits.Number | TermTraits.Result, false, false, false);
        // Years are of many stories at once.
        var isYear = plain.Length == 4 && plain[..2] is ("19" or "20") && plain.All(char.IsAsciiDigit);
        return new(word, plain, TermTraits.Number, false, false, isYear);
    }

    private static Token Worded(string word, bool isFirst)
    {
        var folded = string.Concat(Folding.Words(word)).Replace("'", "", StringComparison.Ordinal);
        if (NumberWords.TryGetValue(folded, out var number)) return new(word, number, TermTraits.Number, false, isFirst, false);
        return new(word, Stems.Of(folded), TermTraits.None, char.IsUpper(word[0]), isFirst, CommonWords.Has(folded));
    }

    [GeneratedRegex(@"\d+(?:[.,:\-–]\d+)*|[\p{L}\p{M}]+(?:['’ʼ\-][\p{L}\p{M}]+)*", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    // 1,200 and 1.200.000 are whole numbers; 3,5 is not.
    [GeneratedRegex(@"^(\d{1,3})[.,](\d{3})$", RegexOptions.NonBacktracking)]
    private static partial Regex Grouping();

    // 2:1, 2-1 and 98-102, but not 18:00.
    [GeneratedRegex(@"^(\d:\d|\d{1,3}-\d{1,3})$", RegexOptions.NonBacktracking)]
    private static partial Regex Result();

    private readonly record struct Token(string Text, string Stem, TermTraits Traits, bool IsCapital, bool IsFirst, bool IsCommon);
}
