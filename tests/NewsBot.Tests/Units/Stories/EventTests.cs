using NewsBot.Core.Articles;
using NewsBot.Core.Stories;

namespace NewsBot.Tests.Units.Stories;

/// <summary>Same event or not, over labelled pairs. Thresholds were chosen on tune-*.txt; held-*.txt is only scored.</summary>
public sealed class EventTests
{
    [Fact(Explicit = true)]
    public void Features()
    {
        using var file = File.CreateText(Path.Combine(Path.GetTempPath(), "features.csv"));
        foreach (var name in (string[])["tune-en.txt", "tune-uk.txt", "held-en.txt", "held-uk.txt"])
            foreach (var (left, right, label) in LabelledArticle.Pairs(LabelledArticle.Read(name)))
            {
                var index = new StoryIndex(10);
                var (a, b) = (StoryPrint.Of(left.Content), StoryPrint.Of(right.Content));
                index.Add(ArticleId.Of("a"), a);
                index.Add(ArticleId.Of("b"), b);
                var it = EventLikeness.Of(a, b, index.Rarity);
                file.WriteLine(FormattableString.Invariant($"{name}|{label}|{it.All:F3}|{it.Title:F3}|{it.Titles:F3}|{it.Names:F3}|{it.Plain:F3}|{it.Numbers:F3}|{it.NumbersApart}|{it.ResultsApart}|{it.Hours:F1}|{left.Content.Title} // {right.Content.Title} // {string.Join(' ', SharedTerms.Of(b, a, index.Rarity))}"));
            }
    }
}
