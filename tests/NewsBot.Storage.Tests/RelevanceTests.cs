using System.Globalization;
using System.Text.Json;
using NewsBot.Core.Articles;

namespace NewsBot.Storage.Tests;

public sealed class RelevanceOnSqlite() : RelevanceTests(TestStore.SqliteAsync);

public sealed class RelevanceOnPostgres(PostgresServer server) : RelevanceTests(() => TestStore.PostgresAsync(server));

/// <summary>Cranfield: 1,400 abstracts on aerodynamics, 225 questions in whole sentences, and which abstracts answer them.</summary>
public abstract class RelevanceTests : StoreTests
{
    private protected RelevanceTests(Func<Task<TestStore>> open)
        : base(open)
    {
    }

    [Fact]
    public async Task Questions_in_whole_sentences_find_what_answers_them()
    {
        var texts = File.ReadLines(SharedData.Path("search", "cranfield_docs.jsonl")).Select(Parsed).ToArray();
        foreach (var batch in texts.Chunk(200)) await Store.StoreAsync([.. batch.Select(Article)]);
        var gains = new List<double>();
        foreach (var question in File.ReadLines(SharedData.Path("search", "cranfield_queries.jsonl")).Select(Parsed))
        {
            var relevant = question.GetProperty("relevant").EnumerateObject().ToDictionary(it => it.Name, _ => 1);
            var hits = (await Store.Archive.SearchAsync(SearchQuery.Parse(question.GetProperty("text").GetString()!), Stop)).Hits;
            var best = Discounted(relevant.Values);
            if (best > 0) gains.Add(Discounted(hits.Select(hit => relevant.GetValueOrDefault(hit.Article.Place))) / best);
        }
        var gain = gains.Average();
        TestContext.Current.SendDiagnosticMessage($"nDCG@10 {gain:F4}");
        Assert.True(gain >= 0.38, $"nDCG@10 is {gain.ToString("F4", CultureInfo.InvariantCulture)}.");
    }

    private static double Discounted(IEnumerable<int> grades) => grades.Take(10).Select((grade, i) => grade / Math.Log2(i + 2)).Sum();

    private static JsonElement Parsed(string line) => JsonDocument.Parse(line).RootElement;

    // Relevance counts as yes or no, as in the figures of the peers.
    // All of one instant, so that freshness says nothing.
    private static Article Article(JsonElement text)
    {
        var id = text.GetProperty("id").GetInt32().ToString(CultureInfo.InvariantCulture);
        var title = text.GetProperty("title").GetString() is { Length: > 0 } it ? it : "Untitled";
        return Make.Article(title, text.GetProperty("text").GetString()!, place: id);
    }
}
