using System.Globalization;
using NewsBot.Core.Articles;

namespace NewsBot.Tests.Units.Stories;

/// <summary>What a reader would say of two articles.</summary>
public enum Label
{
    Same,
    FollowUp,
    Different,
}

/// <summary>
/// The labelled reports in pairs/*.txt. `# name` begins a family, `@ event part time` an article of two lines: title and lead. Two articles
/// of a family are a pair: of one event and part they are the same, of one event but another part one follows the other up, else they differ.
/// </summary>
internal sealed record LabelledArticle(string Family, string Event, string Part, ArticleContent Content)
{
    public static IReadOnlyList<LabelledArticle> Read(string file)
    {
        var found = new List<LabelledArticle>();
        var family = "";
        using var lines = File.ReadLines(Path.Combine(Repository.Folder, "tests", "NewsBot.Tests", "Units", "Stories", "pairs", file)).GetEnumerator();
        while (lines.MoveNext())
        {
            if (lines.Current.StartsWith("# ", StringComparison.Ordinal)) family = $"{file}: {lines.Current[2..]}";
            if (!lines.Current.StartsWith("@ ", StringComparison.Ordinal)) continue;
            var head = lines.Current.Split(' ');
            var title = lines.MoveNext() ? lines.Current : "";
            var lead = lines.MoveNext() ? lines.Current : "";
            found.Add(new(family, head[1], head[2], new()
            {
                Title = title,
                Body = [lead],
                Published = DateTimeOffset.Parse(head[3], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                Language = file.EndsWith("-uk.txt", StringComparison.Ordinal) ? "uk" : "en",
            }));
        }
        return found;
    }

    public static IEnumerable<(LabelledArticle Left, LabelledArticle Right, Label Label)> Pairs(IReadOnlyList<LabelledArticle> articles) =>
        from right in articles.Index()
        from left in articles.Take(right.Index)
        where left.Family == right.Item.Family
        select (left, right.Item, left.Event != right.Item.Event ? Label.Different : left.Part == right.Item.Part ? Label.Same : Label.FollowUp);
}
