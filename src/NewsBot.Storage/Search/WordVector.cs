using System.Globalization;
using System.Text;
using NewsBot.Storage.Tables;

namespace NewsBot.Storage.Search;

/// <summary>
/// Writes a tsvector by hand: our words are folded and split already, and PostgreSQL's own parser would split them in its way.
/// Its limits (https://www.postgresql.org/docs/current/textsearch-limits.html): 1 MB in all, positions up to 16,383 and 256 of them a word.
/// </summary>
internal static class WordVector
{
    private const int MaxBytes = 900_000;
    private const int MaxPositions = 255;

    // The very last place is the marks': they stand next to no word.
    private const int MaxPosition = 16_380;
    private const int MarkPosition = 16_383;

    // Between two fields, so that a phrase never spans them.
    private const int Gap = 10;

    public static string Of(long number, IndexedText text)
    {
        var bytes = 0;
        var vector = new StringBuilder();
        foreach (var mark in Marks(number, text).Distinct())
        {
            bytes += Encoding.UTF8.GetByteCount(mark) + 8;
            if (bytes > MaxBytes) break;
            vector.Append(CultureInfo.InvariantCulture, $"{Quoted(mark)}:{MarkPosition}D ");
        }
        return vector.AppendJoin(' ', Places(text, bytes).Select(word => $"{Quoted(word.Key)}:{word.Value}")).ToString();
    }

    public static string Quoted(string word) => $"'{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";

    private static IEnumerable<string> Marks(long number, IndexedText text)
    {
        foreach (var level in BlockTable.Levels) yield return Mark.Block(level, number >> level);
        foreach (var word in Split(text.Title)) yield return Mark.TitleStem(Core.Articles.WordStem.Of(word));
        foreach (var mark in Split(text.TitleMarks)) yield return mark;
        foreach (var mark in Split(text.Marks)) yield return mark;
    }

    private static Dictionary<string, StringBuilder> Places(IndexedText text, int bytes)
    {
        var places = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var position = 0;
        foreach (var (words, weight) in new[] { (text.Title, 'A'), (text.Deck, 'B'), (text.Tags, 'C'), (text.Body, 'D') })
        {
            foreach (var word in Split(words))
            {
                position++;
                var count = counts.GetValueOrDefault(word);
                // Four bytes of book-keeping a word, two a position, and what alignment adds.
                var cost = count == 0 ? Encoding.UTF8.GetByteCount(word) + 8 : 2;
                if (count >= MaxPositions || bytes + cost > MaxBytes) continue;
                if (!places.TryGetValue(word, out var list)) places.Add(word, list = new());
                list.Append(CultureInfo.InvariantCulture, $"{(count == 0 ? "" : ",")}{Math.Min(position, MaxPosition)}{weight}");
                counts[word] = count + 1;
                bytes += cost;
            }
            position += Gap;
        }
        return places;
    }

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
