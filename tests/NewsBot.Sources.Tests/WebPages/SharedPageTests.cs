using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsBot.Sources.Feeds.Reading.Html;
using NewsBot.Sources.Pages;
using NewsBot.Sources.Tests.Text;
using NewsBot.Sources.Text;

namespace NewsBot.Sources.Tests.WebPages;

/// <summary>Real pages with what must and what must not be read from them. The figures are in src/notes/pages.md.</summary>
public sealed partial class SharedPageTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    /// <summary>By the set's own scoring: a text that must be there and is, one that must not and is, one that must and is not.</summary>
    [Fact]
    public void Two_hundred_pages_in_many_languages_are_read_better_than_by_the_library_alone()
    {
        var folder = SharedFolder.Path("data", "pages", "trafilatura");
        var scores = File.ReadLines(Path.Combine(folder, "pages.jsonl")).AsParallel().WithDegreeOfParallelism(2)
            .Select(line => Score(folder, JsonDocument.Parse(line).RootElement)).ToArray();
        var (right, wrong, missed) = (scores.Sum(score => score.Right), scores.Sum(score => score.Wrong), scores.Sum(score => score.Missed));
        var (precision, recall) = (right / (double)(right + wrong), right / (double)(right + missed));
        var f1 = 2 * precision * recall / (precision + recall);
        var (titles, days, authors) = (Share(scores, score => score.Title), Share(scores, score => score.Day), Share(scores, score => score.Author));
        TestContext.Current.TestOutputHelper?.WriteLine($"F1 {f1:F4} (P {precision:F3}, R {recall:F3}); titles {titles:P1}, days {days:P1}, authors {authors:P1}");
        Assert.InRange(f1, .91, 1);
        Assert.InRange(titles, .85, 1);
        Assert.InRange(days, .85, 1);
        Assert.InRange(authors, .85, 1);
    }

    /// <summary>
    /// What is expected there is what Readability itself gave, with captions, credits and "read also": words that we leave out on purpose. Five pages hold
    /// less than twenty words, which is no article here, and one has more tags than a page may have.
    /// </summary>
    [Fact]
    public void The_pages_of_Readability_are_read_nearly_as_Readability_itself_reads_them()
    {
        var files = Directory.GetFiles(SharedFolder.Path("data", "pages", "readability"), "*.source.html.gz").Order().ToArray();
        var scores = files.AsParallel().WithDegreeOfParallelism(2).Select(Compare).OfType<(double Ours, double Alone)>().ToArray();
        var (ours, alone) = (scores.Average(score => score.Ours), scores.Average(score => score.Alone));
        TestContext.Current.TestOutputHelper?.WriteLine($"words' F1 against the expected article, {scores.Length} pages: ours {ours:F4}, SmartReader {alone:F4}");
        Assert.InRange(ours, alone - .03, 1);
    }

    private static PageScore Score(string folder, JsonElement page)
    {
        var address = Uri.TryCreate(page.GetProperty("url").GetString(), UriKind.Absolute, out var given) && given.Scheme is "http" or "https" ? given : new("https://example.org/");
        var read = new WebPageReader(new LanguageGuesser()).Read(Unpacked(Path.Combine(folder, page.GetProperty("html").GetString()!)), null, address!, TimeZoneInfo.Utc, Now);
        var story = (read as WebPage.Story)?.Content;
        var text = Folded(string.Join('\n', story?.Body ?? []));
        var right = page.GetProperty("with").EnumerateArray().Count(part => text.Contains(Folded(part.GetString()!), StringComparison.Ordinal));
        return new(
            right, page.GetProperty("without").EnumerateArray().Count(part => text.Contains(Folded(part.GetString()!), StringComparison.Ordinal)), page.GetProperty("with").GetArrayLength() - right,
            Same(page, "title", story?.Title), Same(page, "date", story is { PublishedIsGuess: false } ? story.Published.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null), Same(page, "author", story?.Author));
    }

    private static bool? Same(JsonElement page, string field, string? read) =>
        page.TryGetProperty(field, out var wanted) && wanted.GetString() is { Length: > 0 } text ? Plain(text) == Plain(read ?? "") : null;

    private static string Plain(string text) => Folded(text).ToLowerInvariant().Replace(';', ',');

    private static double Share(PageScore[] scores, Func<PageScore, bool?> of) => scores.Count(score => of(score) == true) / (double)scores.Count(score => of(score) is not null);

    private static (double Ours, double Alone)? Compare(string file)
    {
        var address = new Uri("http://fakehost/test/page.html");
        var page = Unpacked(file);
        var wanted = Words(PageTree.OfPart(System.Text.Encoding.UTF8.GetString(Unpacked(file.Replace(".source.", ".expected.", StringComparison.Ordinal)))).Body!.TextContent);
        if (wanted.Values.Sum() is < 20 or > 18_000) return null;
        var story = (new WebPageReader(new LanguageGuesser()).Read(page, "text/html; charset=utf-8", address, TimeZoneInfo.Utc, Now) as WebPage.Story)?.Content;
        using var reader = new SmartReader.Reader(address.AbsoluteUri, System.Text.Encoding.UTF8.GetString(page));
        var alone = PageTree.OfPart(reader.GetArticle().Content ?? "").Body!.TextContent;
        return (F1(wanted, Words(string.Join('\n', [.. story?.Body ?? [], .. story?.Appeal?.Paragraphs ?? []]))), F1(wanted, Words(alone)));
    }

    private static Dictionary<string, int> Words(string text) => Word().Matches(text.ToLowerInvariant()).GroupBy(match => match.Value).ToDictionary(group => group.Key, group => group.Count());

    private static double F1(Dictionary<string, int> wanted, Dictionary<string, int> read)
    {
        var (shared, all) = (wanted.Sum(word => Math.Min(word.Value, read.GetValueOrDefault(word.Key))), wanted.Values.Sum() + read.Values.Sum());
        return all == 0 ? 1 : 2.0 * shared / all;
    }

    private static byte[] Unpacked(string file)
    {
        using var packed = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        var whole = new MemoryStream();
        packed.CopyTo(whole);
        return whole.ToArray();
    }

    private static string Folded(string text) => Space().Replace(text, " ").Trim();

    private sealed record PageScore(int Right, int Wrong, int Missed, bool? Title, bool? Day, bool? Author);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"[\p{L}\p{Nd}]+")]
    private static partial Regex Word();
}
