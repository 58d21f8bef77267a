using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsBot.Sources.Feeds.Reading;
using NewsBot.Sources.Tests.Text;

namespace NewsBot.Sources.Tests.Feeds.Reading;

/// <summary>The cases of five feed parsers' own test suites. Those that we judge wrong stand in disputed.txt, and are counted as failed all the same.</summary>
public sealed class SharedFeedTests(ITestOutputHelper output)
{
    private const string Address = "http://127.0.0.1:8097/";

    /// <summary>What feedparser for Python, the best of the others, reaches: 98.4 % of the cases, 93.6 % of the checks. These are ours.</summary>
    private const double Cases = 0.984, Checks = 0.936;

    [Fact]
    public void More_cases_hold_than_with_any_other_parser_and_nothing_dangerous_passes()
    {
        var folder = SharedFolder.Path("data", "feeds");
        var results = File.ReadLines(Path.Combine(folder, "cases.jsonl")).Select(line => Run(folder, JsonDocument.Parse(line).RootElement)).ToArray();
        var disputed = Disputed();
        foreach (var result in results.Where(result => result.Failed.Length > 0))
            output.WriteLine($"{(disputed.Contains(result.Id) ? "disputed" : "FAILED  ")} {result.Id}: {string.Join(" | ", result.Failed)}");
        var (cases, checks) = (results.Count(result => result.Failed.Length == 0), results.Sum(result => result.Total - result.Failed.Length));
        var total = results.Sum(result => result.Total);
        output.WriteLine($"cases {cases}/{results.Length} = {(double)cases / results.Length:P2}, checks {checks}/{total} = {(double)checks / total:P2}");
        Assert.Empty(results.Where(result => result.Forbidden is not null).Select(result => $"{result.Id}: {result.Forbidden}"));
        Assert.Empty(results.Where(result => result.Failed.Length > 0 && !disputed.Contains(result.Id)).Select(result => result.Id));
        Assert.InRange((double)cases / results.Length, Cases, 1);
        Assert.InRange((double)checks / total, Checks, 1);
    }

    private sealed record Result(string Id, int Total, string[] Failed, string? Forbidden);

    private static Result Run(string folder, JsonElement test)
    {
        var raw = Raw(FeedReader.Read(File.ReadAllBytes(Path.Combine(folder, test.GetProperty("file").GetString()!)), Origin(test)));
        var checks = test.GetProperty("expect").EnumerateArray().Select(FeedCheck.Of).ToArray();
        var failed = checks.Where(check => !check.Holds(raw)).Select(check => $"{check.Paths[0]} {check.Comparison}: wants {check.Expected.GetRawText()}, got {string.Join(" / ", check.Paths.Select(path => FeedPath.Find(raw, path)?.GetRawText() ?? "nothing"))}");
        return new(test.GetProperty("id").GetString()!, checks.Length, [.. failed], Forbidden(test, raw));
    }

    private static FeedOrigin Origin(JsonElement test)
    {
        string? Header(string name) => test.TryGetProperty("http_headers", out var headers) && headers.TryGetProperty(name, out var value) ? value.GetString() : null;
        return new(Address, Header("Content-Type") ?? Header("Content-type"), Header("Content-Location"), Header("Content-Language"));
    }

    private static JsonElement Raw(FeedReading reading)
    {
        if (reading is not FeedReading.Read read) return JsonDocument.Parse("""{"feed":{},"entries":[]}""").RootElement;
        var bytes = new MemoryStream();
        RawFeedJson.Write(bytes, read.Document);
        return JsonDocument.Parse(Encoding.UTF8.GetString(bytes.ToArray())).RootElement;
    }

    private static string? Forbidden(JsonElement test, JsonElement raw)
    {
        if (!test.TryGetProperty("forbid", out var pattern)) return null;
        var shown = raw.GetProperty("entries").EnumerateArray().Append(raw.GetProperty("feed"))
            .SelectMany(it => it.EnumerateObject()).Where(field => field.Value.ValueKind == JsonValueKind.String).Select(field => field.Value.GetString()!);
        return shown.FirstOrDefault(text => Regex.IsMatch(text, pattern.GetString()!, RegexOptions.IgnoreCase));
    }

    private static HashSet<string> Disputed() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Feeds", "Reading", "disputed.txt")).Where(line => line.Length > 0 && line[0] is not ('#' or ' ')).Select(line => line.Trim())];
}
