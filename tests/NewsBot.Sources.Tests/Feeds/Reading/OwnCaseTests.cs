using System.Text;
using System.Text.Json;
using NewsBot.Sources.Feeds.Reading;

namespace NewsBot.Sources.Tests.Feeds.Reading;

/// <summary>Broken documents of our own making, in cases/malformed.txt: a name, the document, and what must be read out of it.</summary>
public sealed class OwnCaseTests
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "Feeds", "Reading", "cases", "malformed.txt");

    public static TheoryData<string> Names => [.. Cases().Select(it => it.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_broken_document_is_read_as_it_was_meant(string name)
    {
        var (_, document, expected) = Cases().Single(it => it.Name == name);
        var reading = FeedReader.Read(Encoding.UTF8.GetBytes(document), FeedOrigin.Unknown);
        foreach (var (path, value) in expected)
        {
            if (path == "nothing") Assert.Equal(value, Assert.IsType<FeedReading.NotAFeed>(reading).Kind.ToString());
            else Assert.Equal(value, Found(Assert.IsType<FeedReading.Read>(reading).Document, path));
        }
    }

    [Fact]
    public void There_are_forty_of_them() => Assert.InRange(Cases().Count(), 40, 1000);

    private static string? Found(FeedDocument document, string path)
    {
        var bytes = new MemoryStream();
        RawFeedJson.Write(bytes, document);
        return FeedPath.Find(JsonDocument.Parse(bytes.ToArray()).RootElement, path) switch
        {
            null => null,
            { ValueKind: JsonValueKind.Array } list => string.Join(", ", list.EnumerateArray().Select(item => item.GetString())),
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            { } other => other.GetRawText(),
        };
    }

    private static IEnumerable<(string Name, string Document, (string Path, string Value)[] Expected)> Cases() =>
        from section in System.IO.File.ReadAllText(File).Split("=== ", StringSplitOptions.RemoveEmptyEntries)
        let lines = section.TrimEnd('\n').Split('\n')
        let document = lines.Skip(1).TakeWhile(line => !line.StartsWith("--- ", StringComparison.Ordinal)).ToArray()
        let expected = lines.Skip(1 + document.Length).Select(line => line[4..].Split(": ", 2)).Select(parts => (parts[0], parts[1])).ToArray()
        select (lines[0], string.Join('\n', document), expected);
}
