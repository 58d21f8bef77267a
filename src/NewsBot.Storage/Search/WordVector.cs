using System.Globalization;
using System.Text;

namespace NewsBot.Storage.Search;

/// <summary>
/// Writes a tsvector by hand: our words are folded and split already, and PostgreSQL's own parser would split them in its way.
/// Its limits (https://www.postgresql.org/docs/current/textsearch-limits.html): 1 MB in all, positions up to 16,383 and 256 of them a word.
/// </summary>
internal static class WordVector
{
    private const int MaxBytes = 900_000;
    private const int MaxPosition = 16_383;
    private const int MaxPositions = 255;

    // Between two fields, so that a phrase never spans them.
    private const int Gap = 10;

    public static string Of(IndexedText text)
    {
        var places = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var (position, bytes) = (0, 0);
        foreach (var (words, weight) in new[] { (text.Title, 'A'), (text.Deck, 'B'), (text.Tags, 'C'), (text.Body, 'D') })
        {
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
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
        return string.Join(' ', places.Select(word => $"{Quoted(word.Key)}:{word.Value}"));
    }

    public static string Quoted(string word) => $"'{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";
}
