using Humanizer;
using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>Ages, counts and lists as people say them, in the channel's language.</summary>
public static class Ages
{
    private static readonly Phrase And = new("and");

    /// <summary>"3 hours ago"; a guessed date is not made to look exact.</summary>
    public static string Of(Article article, DateTimeOffset now, ChannelSettings settings) =>
        now - article.Published > TimeSpan.FromDays(30)
            ? Delivery.ArticleCard.Date(article, settings)
            : Of(article.Published, now, settings.Language);

    public static string Of(DateTimeOffset then, DateTimeOffset now, Language language) =>
        then.UtcDateTime.Humanize(utcDate: true, dateToCompareAgainst: now.UtcDateTime, culture: Culture.Of(language));

    public static string List(IEnumerable<string> items, Language language) =>
        items.Humanize(item => item, And.In(language));
}
