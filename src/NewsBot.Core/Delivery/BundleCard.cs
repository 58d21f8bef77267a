using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>One card for many articles: the first are named with their links, the others counted, and a button shows all.</summary>
public static class BundleCard
{
    /// <summary>So many are named; the others are counted.</summary>
    public const int Named = 12;

    /// <summary>What `latest` gives at most.</summary>
    private const int MostListed = 10;

    private static readonly Phrase Digest = new("Digest: {0}");
    private static readonly Phrase CatchUp = new("While it was quiet: {0}");
    private static readonly Phrase RoundUp = new("Just in: {0}");
    private static readonly Phrase Articles = new("{0} {0:article|articles}");
    private static readonly Phrase More = new("and {0} more");
    private static readonly Phrase All = new("Show the latest");

    public static Card Of(DebtKind kind, Gathered articles, ChannelSettings settings)
    {
        var language = settings.Language;
        var title = kind switch { DebtKind.Digest => Digest, DebtKind.CatchUp => CatchUp, _ => RoundUp };
        articles = articles with { Leads = [.. articles.Leads.Take(Named)] };
        var lines = articles.Leads.Select(Line);
        if (articles.Count > articles.Leads.Count) lines = lines.Append(Prose.Of(More.In(language, articles.Count - articles.Leads.Count), Mark.Emphasis));
        return new()
        {
            Title = title.In(language, Count(articles.Count, language)),
            Body = Prose.Lines(lines),
            Buttons = [Button.Type(All.In(language), $"latest {Math.Min(articles.Count, MostListed)}")],
        };
    }

    private static string Count(int count, Language language) => Articles.In(language, count);

    private static Prose Line(Article article) => article.Content.Link is { } link
        ? Prose.Of("• ").ThenLink(article.Title, link)
        : Prose.Of("• ").Then(new Prose([new Span(article.Title, Line: $"read {article.Id}")]));
}
