using System.Text.Json;
using NewsBot.Core.Articles;

namespace NewsBot.Benchmarks.Summaries;

/// <summary>An article and what a person wrote as its summary. The texts lie in ../shared, never in the repository.</summary>
public sealed record SummaryCase(IReadOnlyList<string> Paragraphs, string Reference)
{
    /// <summary>Sentences; CNN's texts came without their paragraphs, which have about two.</summary>
    private const int ParagraphLength = 2;

    public static SummaryCase[] Cnn(string file) => [.. Lines(file).Select(line => new SummaryCase(
        [line.GetProperty("article").GetString()!],
        string.Join(' ', line.GetProperty("highlights").EnumerateArray().Select(it => it.GetString()))))];

    /// <summary>Free texts without summaries: the first sentence, which tells the news, is what the rest of the text is held against, as in XSum.</summary>
    public static SummaryCase[] WikinewsHeadless(string file) =>
        [.. Lines(file).Select(line => new SummaryCase(line.GetProperty("text").GetString()!.Split('\n'), "").Headless()).Where(it => it.Paragraphs.Count >= 6)];

    public string[] Sentences => [.. Paragraphs.SelectMany(Core.Articles.Sentences.Of)];

    /// <summary>The reference no longer stands at the head of the article.</summary>
    public SummaryCase Shuffled(int seed)
    {
        var paragraphs = Sentences.Chunk(ParagraphLength).Select(it => string.Join(' ', it)).ToArray();
        new Random(seed).Shuffle(paragraphs);
        return this with { Paragraphs = paragraphs };
    }

    /// <summary>Without the first sentence, which becomes the reference.</summary>
    public SummaryCase Headless() => Sentences is [var first, .. var rest] ? new(rest, first) : this;

    private static IEnumerable<JsonElement> Lines(string file) => File.ReadLines(file).Select(line => JsonSerializer.Deserialize<JsonElement>(line));
}
