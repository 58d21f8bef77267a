using System.Text.Json.Serialization;
using NewsBot.Core.Articles;

namespace NewsBot.Json;

/// <summary>What `search --json` prints.</summary>
internal sealed record SearchJson(string Query, [property: JsonPropertyName("took_ms")] double TookMs, IReadOnlyList<SearchHitJson> Hits)
{
    [JsonPropertyName("did_you_mean")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DidYouMean { get; init; }

    /// <summary>True when hardly any article has all the words, so that these have some.</summary>
    [JsonPropertyName("is_loose")]
    public bool IsLoose { get; init; }

    public static SearchJson Of(string query, TimeSpan took, SearchPage found) => new(
        query,
        Math.Round(took.TotalMilliseconds, 2),
        found.Hits.Select(hit => new SearchHitJson(hit.Article.Id.Value, hit.Article.Title, hit.Article.Published, Math.Round(hit.Score, 4), hit.Snippet.ToString())).ToArray())
    { DidYouMean = found.DidYouMean, IsLoose = found.IsLoose };
}

internal sealed record SearchHitJson(string Id, string Title, DateTimeOffset Published, double Score, string Snippet);
