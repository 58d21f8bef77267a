using System.Text.Json.Nodes;

namespace NewsBot.Tests.Kill;

/// <summary>The verbs as a person types them: exit codes, and errors of one sentence.</summary>
public sealed class VerbTests : IDisposable
{
    private readonly BotHome _home = new();

    public void Dispose() => _home.Dispose();

    private async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var bot = new BotProcess(_home.Folder, arguments);
        var code = await bot.ExitAsync(TimeSpan.FromSeconds(60));
        await Task.Delay(50, TestContext.Current.CancellationToken);
        return (code, bot.Output);
    }

    [Theory]
    [InlineData(2, "frobnicate")]
    [InlineData(2, "inspect")]
    [InlineData(2, "search", "x", "--take", "many")]
    [InlineData(1, "inspect", "no-such-file.txt")]
    [InlineData(1, "inspect", "https://example.org/feed")]
    [InlineData(1, "import", "no-such-folder")]
    [InlineData(2, "opml")]
    [InlineData(1, "opml", "import", "no-such.opml")]
    [InlineData(0, "opml", "export")]
    [InlineData(1, "healthcheck")]
    [InlineData(0, "version")]
    [InlineData(0, "check")]
    [InlineData(0, "--help")]
    [InlineData(0, "inspect", "--help")]
    [InlineData(0, "search", "nothing at all")]
    public async Task Exit_codes_tell_fine_failed_and_wrong_use(int expected, params string[] arguments)
    {
        var (code, output) = await RunAsync(arguments);
        Assert.Equal(expected, code);
        Assert.NotEmpty(output);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sources", "Folders", """[ { "Key": "seeds", "Path": "seeds", "Zone": "Mars/North" } ]""", "Mars/North")]
    [InlineData("Local", "Address", "\"http://0.0.0.0:5080\"", "AccessKey")]
    [InlineData("Support", "Links", """[ { "Label": "Give", "Address": "javascript:alert(1)" } ]""", "Support:Links:0:Address")]
    [InlineData("Topics", "everything", """{ "Any": [ "x" ] }""", "Topics:everything")]
    [InlineData("Topics", "empty", "{ }", "Topics:empty")]
    [InlineData("Telegram", "Token", "\"not a token\"", "Telegram:Token")]
    [InlineData("Sources", "PublicUrl", "\"http://bot.example\"", "Sources:PublicUrl")]
    [InlineData("Local", "Adress", "\"http://127.0.0.1:1\"", "Local:Adress")]
    public async Task A_wrong_setting_is_named_in_one_sentence_and_nothing_starts(string section, string setting, string json, string expected)
    {
        _home.Change(section, setting, JsonNode.Parse(json)!);
        var (code, output) = await RunAsync("check");
        Assert.Equal(1, code);
        Assert.Contains(expected, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_feeds_is_taken_over_and_handed_on()
    {
        var list = Path.Combine(_home.Folder, "list.opml");
        await File.WriteAllTextAsync(list, """<opml version="2.0"><body><outline text="Harbour"><outline text="A & B" xmlUrl="https://a.example/feed"/></outline><outline text="No feed" htmlUrl="https://b.example/"/></body></opml>""", TestContext.Current.CancellationToken);
        var (code, output) = await RunAsync("opml", "import", list);
        Assert.Equal(0, code);
        Assert.Contains("1 feed added, 0 known already, 2 problems. Topics: harbour.", output);
        Assert.Contains("No feed: It names a page but no feed", output);
        Assert.Contains("0 feeds added, 1 known already", (await RunAsync("opml", "import", list)).Output);
        var copy = Path.Combine(_home.Folder, "copy.opml");
        Assert.Equal(0, (await RunAsync("opml", "export", copy)).Code);
        Assert.Contains("""xmlUrl="https://a.example/feed""", await File.ReadAllTextAsync(copy, TestContext.Current.CancellationToken));
        Assert.Contains("A &amp; B", (await RunAsync("opml", "export")).Output);
    }

    [Fact]
    public async Task Settings_that_are_no_JSON_are_a_sentence_not_a_stack_trace()
    {
        await File.WriteAllTextAsync(Path.Combine(_home.Folder, "appsettings.json"), "{ \"Local\": ", TestContext.Current.CancellationToken);
        var (code, output) = await RunAsync("check");
        Assert.Equal(1, code);
        Assert.StartsWith("appsettings.json cannot be read", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_imported_folder_can_be_searched_and_is_not_posted()
    {
        var old = Directory.CreateDirectory(Path.Combine(_home.Folder, "old")).FullName;
        await File.WriteAllTextAsync(Path.Combine(old, "a.txt"), "Lighthouse repaired\n\n1 May 2020, 10:00\n\nThe old lighthouse shines again.\n", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(Path.Combine(old, "a.txt"), new(2020, 5, 1, 0, 0, 0, DateTimeKind.Utc));
        var (code, output) = await RunAsync("import", old);
        Assert.Equal(0, code);
        Assert.Contains("1 article added", output, StringComparison.Ordinal);

        (code, output) = await RunAsync("search", "lighthouse", "--json");
        Assert.Equal(0, code);
        var hit = JsonNode.Parse(output)!["hits"]![0]!;
        Assert.Equal("Lighthouse repaired", (string?)hit["title"]);
        Assert.Equal("2020-05-01T10:00:00+00:00", (string?)hit["published"]);
    }
}
