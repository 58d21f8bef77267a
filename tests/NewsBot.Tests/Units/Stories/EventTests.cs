using NewsBot.Core.Articles;
using NewsBot.Core.Stories;

namespace NewsBot.Tests.Units.Stories;

/// <summary>
/// Same event or not, over the labelled pairs. The numbers of <see cref="EventVerdict"/> were chosen on tune-*.txt; held-*.txt is only
/// scored. Each pair is asked twice: alone, as the verb may see it, and in a window with all articles, as the bot does.
/// </summary>
public sealed class EventTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("tune", false)]
    [InlineData("tune", true)]
    [InlineData("held", false)]
    [InlineData("held", true)]
    public void Reports_of_one_event_are_found_and_no_others(string part, bool isWindow)
    {
        LabelledArticle[] articles = [.. LabelledArticle.Read($"{part}-en.txt"), .. LabelledArticle.Read($"{part}-uk.txt")];
        var (right, wrong, missed, followed, follows, misled) = (0, 0, 0, 0, 0, 0);
        var window = isWindow ? WindowOf(articles) : null;
        foreach (var (left, other, label) in LabelledArticle.Pairs(articles))
        {
            var kind = Kind(window ?? WindowOf([left, other]), left, other);
            if (kind == StoryKind.SameEvent) _ = label == Label.Same ? right++ : wrong++;
            else if (label == Label.Same) missed++;
            if (label == Label.FollowUp) follows++;
            if (kind == StoryKind.FollowUp) _ = label == Label.FollowUp ? followed++ : misled++;
            if ((kind == StoryKind.SameEvent) != (label == Label.Same)) output.WriteLine($"{label}, taken for {kind?.ToString() ?? "none"}: {left.Content.Title} // {other.Content.Title}");
        }
        output.WriteLine($"{part}, window {isWindow}: precision {(double)right / (right + wrong):F3}, recall {(double)right / (right + missed):F3} ({right} right, {wrong} wrong, {missed} missed); follow-ups {followed} of {follows}, {misled} wrong");
        Assert.True(right >= .98 * (right + wrong), "precision");
        Assert.True(right >= .80 * (right + missed), "recall");
    }

    [Fact]
    public void There_are_at_least_two_hundred_labelled_pairs_in_two_languages() =>
        Assert.All((string[])["en", "uk"], language => Assert.True(((string[])["tune", "held"]).Sum(it => LabelledArticle.Pairs(LabelledArticle.Read($"{it}-{language}.txt")).Count()) >= 100));

    private static StoryWindow WindowOf(LabelledArticle[] articles)
    {
        var window = new StoryWindow(new() { Capacity = 1000 });
        foreach (var it in articles) window.Add(Id(it), StoryPrint.Of(it.Content));
        return window;
    }

    private static StoryKind? Kind(StoryWindow window, LabelledArticle left, LabelledArticle right) =>
        window.Find(Id(right), StoryPrint.Of(right.Content)).FirstOrDefault(it => it.Article == Id(left))?.Kind;

    private static ArticleId Id(LabelledArticle article) => ArticleId.Of($"{article.Family} {article.Content.Title} {article.Content.Published}");
}
