using System.Text.Json;
using NewsBot.Core.Articles;
using NewsBot.Core.Stories;
using NewsBot.Tests.Units.Summaries;

namespace NewsBot.Tests.Units.Stories;

/// <summary>Copies of real texts, changed word by word to all degrees of likeness.</summary>
public sealed class NearTests(ITestOutputHelper output)
{
    private const int Texts = 150;
    private const double Copy = .5;
    private const double NoCopy = .25;

    private static readonly double[] Changed = [.005, .01, .02, .04, .06, .08, .11, .15, .20, .25, .35, .50];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Copies_are_found_and_what_shares_less_is_left(bool areTextsAtHand)
    {
        var originals = Originals();
        var shingles = originals.Select(Shingles.Of).ToArray();
        var window = new StoryWindow();
        for (var i = 0; i < originals.Length; i++) window.Add(Id(i), StoryPrint.Of(originals[i], shingles[i]));
        var (right, wrong, missed, far) = (0, 0, 0, 0);
        foreach (var (at, original) in originals.Index())
            foreach (var rate in Changed)
            {
                var copy = Changing.Words(original, rate, seed: at);
                var its = Shingles.Of(copy);
                var found = window.Find(ArticleId.Of("asking"), StoryPrint.Of(copy, its), its, areTextsAtHand ? id => shingles[Number(id)] : null)
                    .Where(it => it.Kind <= StoryKind.Near).Select(it => Number(it.Article)).ToHashSet();
                var truth = its.Jaccard(shingles[at]);
                if (truth >= Copy) _ = found.Contains(at) ? right++ : missed++;
                // Between the two there is no right or wrong, but with the texts at hand it is exact.
                else if (found.Contains(at) && (areTextsAtHand || truth < NoCopy)) wrong++;
                far += found.Count(it => it != at && its.Jaccard(shingles[it]) < NoCopy);
            }
        output.WriteLine($"texts at hand {areTextsAtHand}: precision {(double)right / (right + wrong + far):F4}, recall {(double)right / (right + missed):F4} ({right} right, {wrong} wrong, {missed} missed, {far} of other texts)");
        Assert.Equal(0, far);
        Assert.True(right >= .98 * (right + wrong), "precision");
        Assert.True(right >= .98 * (right + missed), "recall");
    }

    [Fact]
    public void A_signature_estimates_what_texts_share()
    {
        var original = Originals()[0];
        foreach (var rate in Changed)
        {
            var copy = Changing.Words(original, rate, seed: 5);
            Assert.Equal(Shingles.Of(original).Jaccard(Shingles.Of(copy)), MinHash.Likeness(StoryPrint.Of(original).Signature, StoryPrint.Of(copy).Signature), .15);
        }
    }

    private static ArticleContent[] Originals() =>
        [.. File.ReadLines(SharedData.Path("articles", "wikinews500.jsonl")).Take(Texts).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!)
            .Select((text, at) => new ArticleContent { Title = $"Wikinews {at}", Body = text.Split('\n', StringSplitOptions.RemoveEmptyEntries), Published = DateTimeOffset.UnixEpoch })];

    private static ArticleId Id(int number) => new($"{number:D12}");

    private static int Number(ArticleId id) => int.Parse(id.Value, System.Globalization.CultureInfo.InvariantCulture);
}
