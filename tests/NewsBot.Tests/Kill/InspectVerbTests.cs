using System.Text;
using System.Text.Json.Nodes;
using NewsBot.Tests.Stories;

namespace NewsBot.Tests.Kill;

/// <summary>inspect as a person types it, with feeds and pages.</summary>
public sealed class InspectVerbTests : IDisposable
{
    private const string Feed = """
        <rss version="2.0"><channel><title>Вісник</title><link>/home</link>
        <item><title>Перша &amp;amp; друга</title><link>story/1</link><guid>one</guid><pubDate>Fri, 20 Nov 2026 10:00:00 GMT</pubDate><description>&lt;p&gt;Текст статті.&lt;/p&gt;</description></item>
        </channel></rss>
        """;

    private readonly BotHome _home = new();

    public void Dispose() => _home.Dispose();

    private async Task<(int Code, JsonNode[] Lines)> InspectAsync(params string[] arguments)
    {
        using var bot = new BotProcess(_home.Folder, ["inspect", .. arguments]);
        var code = await bot.ExitAsync(TimeSpan.FromSeconds(120));
        await Task.Delay(100, TestContext.Current.CancellationToken);
        return (code, [.. bot.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.StartsWith('{')).Select(line => JsonNode.Parse(line)!)]);
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_home.Folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    [Fact]
    public async Task A_feed_is_printed_as_articles_and_raw_as_it_was_parsed()
    {
        var file = Write("feed.xml", Feed);
        var (code, lines) = await InspectAsync(file, "--json", "--url", "https://visnyk.example/news/");
        var seen = Assert.Single(lines);
        Assert.Equal((0, "feed", "Вісник"), (code, (string?)seen["kind"], (string?)seen["title"]));
        var article = Assert.Single(seen["articles"]!.AsArray())!;
        Assert.Equal(("https://visnyk.example/news/story/1", "2026-11-20T10:00:00+00:00"), ((string?)article["link"], (string?)article["published"]));

        (code, lines) = await InspectAsync(file, "--raw", "--url", "https://visnyk.example/news/");
        var raw = Assert.Single(lines);
        Assert.Equal((0, "feed", "Вісник", "https://visnyk.example/home"), (code, (string?)raw["kind"], (string?)raw["feed"]!["title"], (string?)raw["feed"]!["link"]));
        var entry = Assert.Single(raw["entries"]!.AsArray())!;
        Assert.Equal(("one", "2026-11-20T10:00:00Z", "<p>Текст статті.</p>"), ((string?)entry["id"], (string?)entry["published"], (string?)entry["summary"]));
    }

    [Fact]
    public async Task The_content_type_says_what_a_file_is_to_be_taken_for()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var file = Write("feed.txt", Encoding.GetEncoding("koi8-u").GetBytes(Feed));
        var (_, lines) = await InspectAsync(file, "--raw", "--content-type", "text/xml; charset=koi8-u");
        Assert.Equal("Вісник", (string?)Assert.Single(lines)["feed"]!["title"]);
    }

    [Fact]
    public async Task A_thousand_files_of_all_kinds_are_a_thousand_lines_of_one_process()
    {
        var files = Enumerable.Range(0, 1000).Select(i => (i % 5) switch
        {
            0 => Write($"{i}.xml", Feed),
            1 => Write($"{i}", Feed),
            2 => Write($"{i}.json", """{"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":"1","title":"A","content_text":"b"}]}"""),
            3 => Write($"{i}.html", "<html><body><form><input type=password></form></body></html>"),
            _ => Write($"{i}.txt", "Roses bloom early\n\n1 September 2026, 10:00\n\nThe roses bloom three weeks early this year.\n"),
        }).Select(path => Path.GetFileName(path)).ToArray();
        var (code, lines) = await InspectAsync([.. files, "--json"]);
        Assert.Equal((0, 1000), (code, lines.Length));
        Assert.Equal(600, lines.Count(line => (string?)line["kind"] == "feed"));
        Assert.Equal(200, lines.Count(line => (string?)line["kind"] == "archive"));
        Assert.Contains("sign in", (string?)lines[3]["problems"]![0]!["what"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_is_looked_behind_as_source_add_does_and_only_where_the_operator_allows()
    {
        await using var site = await NewsSite.StartAsync();
        site.Page("/", """<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>""");
        site.Feed("/feed", 2, 1);
        var (code, lines) = await InspectAsync(site.Address, "--json");
        Assert.Equal((1, "none", 0), (code, (string?)Assert.Single(lines)["kind"], site.Asked.Count));

        _home.Change("Sources", "Allow", new JsonArray("127.0.0.1"));
        (code, lines) = await InspectAsync(site.Address, "--json");
        var seen = Assert.Single(lines);
        Assert.Equal((0, "feed", "Harbour Gazette", $"{site.Address}/feed", "en"), (code, (string?)seen["kind"], (string?)seen["title"], (string?)seen["address"], (string?)seen["language"]));
        Assert.Equal(2, seen["articles"]!.AsArray().Count);
        Assert.NotNull(seen["findings"]);

        (_, lines) = await InspectAsync($"{site.Address}/feed", "--raw");
        Assert.Equal("story-2", (string?)Assert.Single(lines)["entries"]![0]!["id"]);
    }
}
