using System.Text;
using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Storage.Engines;
using NewsBot.Storage.Tables;

namespace NewsBot.Storage.Search;

/// <summary>Finds what someone meant to type, among the archive's own words: at most two slips away, the fewest first, then the most common.</summary>
internal static class Spelling
{
    // One slip in a word of so many letters is a guess, and in a shorter one anything.
    private const int ShortestWord = 4;
    private const int ShortestForTwo = 6;
    private const int MostWords = 6;

    /// <returns>The question with better words in it, or null when there are none.</returns>
    public static async Task<string?> BetterAsync(Session session, SearchQuery query, CancellationToken stop)
    {
        string[] words = [.. query.Wanted.SelectMany(node => node.Terms).Where(term => term.Kind is not TermKind.Prefix).SelectMany(term => term.Words)
            .Distinct().Where(word => WordTable.IsWorthKeeping(word) && word.Length >= ShortestWord).Take(MostWords)];
        var known = await WordTable.KnownAsync(session, words, stop);
        var better = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in words.Where(word => !known.ContainsKey(word)))
            if (await NearestAsync(session, word, stop) is { } near) better[word] = near;
        return better.Count > 0 ? With(query.Text, better) : null;
    }

    private static async Task<string?> NearestAsync(Session session, string word, CancellationToken stop)
    {
        var most = word.Length >= ShortestForTwo ? 2 : 1;
        var stem = WordStem.Of(word);
        return (await WordTable.AlikeAsync(session, word, stop))
            .Select(found => (found.Word, found.Articles, Slips: Nearest.Slips(word, found.Word)))
            // Another form of the same word was found already.
            .Where(found => found.Slips <= most && WordStem.Of(found.Word) != stem)
            .OrderBy(found => found.Slips).ThenByDescending(found => found.Articles).ThenBy(found => found.Word, StringComparer.Ordinal)
            .Select(found => found.Word)
            .FirstOrDefault();
    }

    // The rest of the question stays as it was typed.
    private static string With(string text, Dictionary<string, string> better)
    {
        var changed = new StringBuilder();
        foreach (var (piece, isWord) in Pieces(text.Length > SearchQuery.MaxLength ? text[..SearchQuery.MaxLength] : text))
            changed.Append(isWord && better.TryGetValue(Folding.Index(piece), out var word) ? word : piece);
        return changed.ToString();
    }

    private static IEnumerable<(string Piece, bool IsWord)> Pieces(string text)
    {
        for (var from = 0; from < text.Length;)
        {
            var isWord = IsInWord(text[from]);
            var to = from + 1;
            while (to < text.Length && IsInWord(text[to]) == isWord) to++;
            yield return (text[from..to], isWord);
            from = to;
        }
    }

    private static bool IsInWord(char sign) => char.IsLetterOrDigit(sign) || sign is '\'' or '’' or 'ʼ' or '`' || char.IsSurrogate(sign) || char.GetUnicodeCategory(sign) is System.Globalization.UnicodeCategory.NonSpacingMark;
}
