using System.Text.Json.Nodes;

namespace NewsBot.Tests.Kill;

/// <summary>`stories` as a person types it.</summary>
public sealed class StoriesVerbTests : IDisposable
{
    private const string Report = "Ice carries away bridge in Sedniv\n\n1 March 2026, 12:00\n\nThe old wooden bridge over the river Snov in the village of Sedniv was carried away by ice on Sunday night, and a ferry will run from Monday.\n";
    private const string Other = "Bridge in Sedniv broken by ice\n\n1 March 2026, 14:00\n\nIce on the river Snov broke the old wooden bridge of Sedniv on Sunday night. From Monday a ferry will run.\n";
    private const string Far = "Choir sings in Zhmerynka\n\n1 March 2026, 13:00\n\nThe railway choir of Zhmerynka sang in the station hall, and two trains waited for the last song.\n";

    private readonly BotHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Files_are_put_into_stories_in_order_of_first_appearance()
    {
        var output = await RunAsync(0, "stories", Write("a.txt", Report), Write("b.txt", Far), Write("c.txt", Report), Write("d.txt", Other), "--json");
        Assert.Equal("""{"stories":[["a.txt","c.txt","d.txt"],["b.txt"]]}""", output);
    }

    [Fact]
    public async Task Near_means_copies_alone()
    {
        var output = await RunAsync(0, "stories", Write("a.txt", Report), Write("b.txt", Other), Write("c.txt", Report), "--json", "--near");
        Assert.Equal("""{"stories":[["a.txt","c.txt"],["b.txt"]]}""", output);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_named_and_the_others_are_grouped()
    {
        var output = await RunAsync(1, "stories", Write("a.txt", Report), "absent.txt", Write("b.txt", Far), "--json");
        Assert.Contains("absent.txt: There is no such file", output, StringComparison.Ordinal);
        var line = output.Split('\n').Single(it => it.StartsWith('{'));
        Assert.Equal(2, JsonNode.Parse(line)!["stories"]!.AsArray().Count);
    }

    [Fact]
    public async Task People_read_the_title_and_the_files_below_it() =>
        Assert.Equal("Ice carries away bridge in Sedniv\n  a.txt\n  c.txt", await RunAsync(0, "stories", Write("a.txt", Report), Write("c.txt", Report)));

    [Fact]
    public async Task Without_a_file_it_is_wrong_use() => await RunAsync(2, "stories");

    private string Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(_home.Folder, name), text);
        return name;
    }

    private async Task<string> RunAsync(int expected, params string[] arguments)
    {
        using var bot = new BotProcess(_home.Folder, arguments);
        var code = await bot.ExitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(expected, code);
        return bot.Output.Trim();
    }
}
