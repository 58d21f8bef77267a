using NewsBot.Storage.Engines;
using NewsBot.Storage.Search;

namespace NewsBot.Storage.Tables;

/// <summary>
/// The archive's own words, with how many batches of new articles brought them. Beyond a bound nobody counts: common words then cost no writing,
/// and to choose between two spellings little is enough. Words of articles that are gone stay; what is suggested is tried first.
/// </summary>
internal static class WordTable
{
    /// <summary>Often enough to be called common.</summary>
    public const int Often = 64;

    private const int Shortest = 3;
    private const int Longest = 30;

    // Rows that one look-up may read.
    private const int MostRead = 3_000;

    public static async Task AddAsync(Session session, IEnumerable<IndexedText> texts, CancellationToken stop)
    {
        // In one order, so that the rows are written close together, and two engines agree.
        var words = texts.SelectMany(text => new[] { text.Title, text.Deck, text.Tags, text.Body }).SelectMany(Split).Where(IsWorthKeeping)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        await session.RunAsync($"""
            insert into archive_words (word, articles) select value, 1 from {session.Dialect.Each("words")}
            where not exists (select 1 from archive_words where archive_words.word = value and archive_words.articles >= {Often})
            on conflict (word) do update set articles = archive_words.articles + 1
            """, [("words", StorageJson.List(words))], stop);
    }

    public static async Task<Dictionary<string, long>> KnownAsync(Session session, IEnumerable<string> words, CancellationToken stop) =>
        (await session.ListAsync($"select word, articles from archive_words where word in (select value from {session.Dialect.Each("words")})",
            [("words", StorageJson.List(words))], static row => (Word: row.GetString(0), Articles: row.GetInt64(1)), stop))
        .ToDictionary(row => row.Word, row => row.Articles);

    /// <summary>Words that begin so, the most common first.</summary>
    public static Task<List<string>> BeginningAsync(Session session, string beginning, int most, CancellationToken stop) => session.ListAsync("""
        select word from (select word, articles from archive_words where word >= @beginning and word < @end order by word limit @read) as near
        order by articles desc, word limit @most
        """, [("beginning", beginning), ("end", EndOf(beginning)), ("read", (long)MostRead), ("most", (long)most)], static row => row.GetString(0), stop);

    /// <summary>Words that begin or end as this one does: whoever makes two slips seldom makes one at either end.</summary>
    public static async Task<List<(string Word, long Articles)>> AlikeAsync(Session session, string word, CancellationToken stop)
    {
        var beginning = word[..Math.Max(1, word.Length / 3)];
        Values values =
        [
            ("beginning", beginning), ("to", EndOf(beginning)), ("ending", word[^Shortest..]), ("read", (long)MostRead),
            ("shortest", word.Length - 2L), ("longest", word.Length + 2L),
        ];
        const string near = "length(word) >= @shortest and length(word) <= @longest";
        return await session.ListAsync($"""
            select word, articles from (select word, articles from archive_words where word >= @beginning and word < @to and {near} order by word limit @read) as begun
            union
            select word, articles from (select word, articles from archive_words where substr(word, length(word) - 2) = @ending and {near} order by word limit @read) as ended
            """, values, static row => (row.GetString(0), row.GetInt64(1)), stop);
    }

    public static bool IsWorthKeeping(string word) => word.Length is >= Shortest and <= Longest && !word.Any(char.IsDigit);

    private static string EndOf(string beginning) => $"{beginning}\U0010FFFF";

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
