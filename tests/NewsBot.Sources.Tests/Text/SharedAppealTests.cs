using System.Text.Json;
using NewsBot.Sources.Text;

namespace NewsBot.Sources.Tests.Text;

/// <summary>Blocks of real pages that speak of money, each set as the last paragraph of a story.</summary>
public sealed class SharedAppealTests
{
    [Fact]
    public void No_news_is_lost_to_an_appeal_and_four_of_five_appeals_in_five_languages_are_found()
    {
        var blocks = File.ReadLines(SharedFolder.Path("data", "appeals", "blocks.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)
            .ToLookup(block => block.GetProperty("label").GetString(), block => block.GetProperty("text").GetString()!);
        Assert.All(blocks["article"], text => Assert.False(IsTakenOut(text), text));
        foreach (var missed in blocks["appeal"].Where(text => !IsTakenOut(text))) TestContext.Current.TestOutputHelper?.WriteLine($"missed: {missed}");
        Assert.InRange(blocks["appeal"].Count(IsTakenOut) / (double)blocks["appeal"].Count(), .8, 1);
    }

    [Theory]
    [InlineData("articles", "wikinews500.jsonl")]
    [InlineData("summaries", "cnn_validation500.jsonl")]
    public void No_real_story_loses_a_paragraph_to_an_appeal(string folder, string file)
    {
        foreach (var line in File.ReadLines(SharedFolder.Path("data", folder, file)))
        {
            var text = JsonDocument.Parse(line).RootElement.EnumerateObject().Where(it => it.Value.ValueKind == JsonValueKind.String).Select(it => it.Value.GetString()!).MaxBy(it => it.Length)!;
            Assert.Null(Pages.Read("A headline\n\n" + text.Replace(". ", ".\n\n", StringComparison.Ordinal)).Appeal);
        }
    }

    private static bool IsTakenOut(string text) =>
        Pages.Read($"Council votes on the old cinema\n\nIt will become a library, the council decided.\n\nWork begins in spring.\n\n{PageLines.Single(Cleaning.Clean(text).Replace('\n', ' '))}").Appeal is not null;
}
