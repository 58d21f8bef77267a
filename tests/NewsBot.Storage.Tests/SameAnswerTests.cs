using NewsBot.Core.Articles;

namespace NewsBot.Storage.Tests;

/// <summary>A thousand generated questions with every operator: both engines answer the same articles in the same order.</summary>
public sealed class SameAnswerTests(PostgresServer server)
{
    private const int Questions = 1_000;
    private const int Articles = 900;

    private static readonly string[] Words =
    [
        "storm", "storms", "stormy", "flood", "flooding", "floods", "power", "plant", "plants", "election", "elections", "elected", "border", "city", "cities", "minsk", "gomel", "river",
        "вибори", "виборів", "кордон", "кордону", "місто", "міста", "війна", "війни", "країна", "президент", "президента", "the", "of", "and", "over", "new",
    ];

    private static readonly string[] Names = ["Jane Doe", "John Smith", "Олена Коваль"];
    private static readonly string[] Languages = ["en", "uk", "de"];
    private static readonly string[] Topics = ["weather", "politics", "belarus"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_engines_answer_alike()
    {
        await using var postgres = await TestStore.PostgresAsync(server);
        await using var sqlite = await TestStore.SqliteAsync();
        var random = new Random(11);
        Article[] articles = [.. Enumerable.Range(0, Articles).Select(i => Article(random, i))];
        foreach (var batch in articles.Chunk(300))
        {
            await sqlite.StoreAsync(batch);
            await postgres.StoreAsync(batch);
        }
        var found = 0;
        for (var i = 0; i < Questions; i++)
        {
            var query = SearchQuery.Parse(Question(random), skip: i % 7 == 0 ? 5 : 0, isTyping: i % 5 == 0);
            var ours = await sqlite.Archive.SearchAsync(query, Stop);
            var theirs = await postgres.Archive.SearchAsync(query, Stop);
            Assert.True(Told(ours) == Told(theirs), $"{query.Text}\n{Told(ours)}\n{Told(theirs)}");
            found += ours.Hits.Count > 0 ? 1 : 0;
        }
        Assert.True(found > Questions / 3, $"Only {found} found anything, so this says little.");
    }

    private static string Told(SearchPage page) =>
        string.Join(' ', page.Hits.Select(hit => $"{hit.Article.Place}:{hit.Score:F4}")) + $" {page.HasMore} {page.IsLoose} {page.DidYouMean}";

    private static Article Article(Random random, int number)
    {
        var article = Make.Article(
            $"{Text(random, 4)} {number}", $"{Text(random, 30)}\n{Text(random, 20)}", random.Next(3) == 0 ? Text(random, 8) : null, random.Next(2_000_000),
            random.Next(4) == 0 ? [Word(random)] : [], random.Next(2) == 0 ? [Topics[random.Next(Topics.Length)]] : [], $"{number}.txt");
        return article with { Content = article.Content with { Author = random.Next(2) == 0 ? Names[random.Next(Names.Length)] : null, Language = Languages[random.Next(Languages.Length)] } };
    }

    private static string Question(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Part(random)));

    private static string Part(Random random) => random.Next(16) switch
    {
        0 => $"\"{Word(random)} {Word(random)}\"",
        1 => $"-{Word(random)}",
        2 => $"{Word(random)} OR {Word(random)}",
        3 => $"title:{Word(random)}",
        4 => $"({Word(random)} {Word(random)}) OR \"{Word(random)}\"",
        5 => $"{Word(random)[..2]}*",
        6 => $"since:2024-{random.Next(9, 12)}-01",
        7 => "before:2027-01-01",
        8 => $"topic:{Topics[random.Next(Topics.Length)]}",
        9 => $"lang:{Languages[random.Next(Languages.Length)]}",
        10 => $"author:\"{Names[random.Next(Names.Length)]}\"",
        11 => "sort:date",
        12 => $"{Word(random)[1..]}{Word(random)[..1]}",
        13 => $"{(random.Next(2) == 0 ? "-" : "")}title:\"{Word(random)} {Word(random)}\"",
        _ => Word(random),
    };

    private static string Text(Random random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Word(random)));

    // The first words come more often, as in any language.
    private static string Word(Random random) => Words[(int)(Words.Length * Math.Pow(random.NextDouble(), 1.5))];
}
