using System.Text.Json.Nodes;

namespace NewsBot.Tests.Kill;

/// <summary>summarize, as a person types it.</summary>
public sealed class SummarizeVerbTests : IDisposable
{
    private const string News = "The river Dnipro flooded 40 villages below Kherson on Tuesday, and 3,000 people left their homes.";
    private const string Boats = "Boats from Odesa carried people out of the flooded villages, the rescue service in Kherson said.";

    private readonly BotHome _home = new();

    public SummarizeVerbTests()
    {
        _home.Write("flood.txt", $"Flood in the south\n\n1 May 2026, 10:00\n\n{News}\n\nHe said more. {Boats}\n\nSupport us: become a patron!\n");
        _home.Write("plain.txt", $"{News} {Boats}");
    }

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task I_get_the_article_s_own_sentences_a_line_a_file()
    {
        var (code, output) = await RunAsync("seeds/flood.txt", "seeds/plain.txt", "--json");
        Assert.Equal(0, code);
        var lines = output.Split('\n').Select(line => JsonNode.Parse(line)!).ToArray();
        Assert.Equal(["seeds/flood.txt", "seeds/plain.txt"], lines.Select(line => (string?)line["file"]));
        Assert.All(lines, line => Assert.Equal([News, Boats], line["sentences"]!.AsArray().Select(it => (string?)it)));
    }

    [Fact]
    public async Task I_can_ask_for_one_sentence_and_read_it()
    {
        var (code, output) = await RunAsync("seeds/flood.txt", "--sentences", "1");
        Assert.Equal(0, code);
        Assert.Contains($"  {News}", output, StringComparison.Ordinal);
        Assert.DoesNotContain(Boats, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_named_and_the_others_are_summarised()
    {
        var (code, output) = await RunAsync("seeds/none.txt", "seeds/plain.txt", "--json");
        Assert.Equal(1, code);
        Assert.Contains("seeds/none.txt: ", output, StringComparison.Ordinal);
        Assert.Contains(News, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("101")]
    [InlineData("many")]
    public async Task A_number_of_sentences_that_makes_no_sense_is_wrong_use(string count)
    {
        var (code, output) = await RunAsync("seeds/plain.txt", "--sentences", count);
        Assert.Equal(2, code);
        Assert.Contains("--sentences", output, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var bot = new BotProcess(_home.Folder, ["summarize", .. arguments]);
        var code = await bot.ExitAsync(TimeSpan.FromSeconds(60));
        await Task.Delay(50, TestContext.Current.CancellationToken);
        return (code, bot.Output);
    }
}
