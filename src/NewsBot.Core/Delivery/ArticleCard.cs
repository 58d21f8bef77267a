using System.Security.Cryptography;
using System.Text;
using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>Makes the card of an article: as it is posted, and as commands show it.</summary>
public static class ArticleCard
{
    /// <summary>Others who tell the story that are named; more would bury it.</summary>
    private const int MostAlso = 6;

    public static readonly Phrase Read = new("Read");
    public static readonly Phrase Source = new("Source");
    public static readonly Phrase Support = new("Support");

    private static readonly Phrase Sample = new("The newest article of what you follow now; new ones will come as they appear.");
    private static readonly Phrase Also = new("Also");
    private static readonly Phrase MachineWritten = new("summary written by a machine");
    private static readonly Phrase CorrectedAt = new("Corrected {0}");
    private static readonly Phrase About = new("about {0}");

    public static Card Post(Article article, ChannelSettings settings, DebtKind kind, bool hasSupport)
    {
        var card = Of(article, settings, hasSupport);
        return kind is DebtKind.Sample ? card with { Footer = $"{card.Footer}\n{Sample.In(settings.Language)}" } : card;
    }

    /// <summary>The small print under a post that was corrected: the time, and the day when it is another one than that of the post.</summary>
    public static string Corrected(DateTimeOffset at, DateTimeOffset postedAt, ChannelSettings settings)
    {
        var zone = ZoneOf(settings);
        var (local, posted) = (TimeZoneInfo.ConvertTime(at, zone), TimeZoneInfo.ConvertTime(postedAt, zone));
        return CorrectedAt.In(settings.Language, local.ToString(local.Date == posted.Date ? "HH:mm" : "d MMM, HH:mm", Culture.Of(settings.Language)));
    }

    public static Card Of(Article article, ChannelSettings settings, bool hasSupport)
    {
        var isFull = settings.Style is PostStyle.Full;
        return new()
        {
            Title = article.Title,
            Link = article.Content.Link,
            Body = isFull ? article.Summary : Prose.Empty,
            Image = isFull && settings.ShowsImages ? ImageOf(article) : null,
            Footer = isFull && article.IsMachineWritten ? $"{Footer(article, settings)} · {MachineWritten.In(settings.Language)}" : Footer(article, settings),
            At = article.Published,
            Fields = AlsoOf(article, settings.Language),
            Buttons = Buttons(article, settings.Language, hasSupport),
        };
    }

    public static string Footer(Article article, ChannelSettings settings)
    {
        var date = Date(article, settings);
        var origin = article.Content.Link is { } link ? WebAddress.Host(link) : null;
        return string.Join(" · ", new[] { article.Content.Author, origin, date }.OfType<string>());
    }

    /// <summary>The publication date in the channel's zone and language; "about" when it is a guess.</summary>
    public static string Date(Article article, ChannelSettings settings)
    {
        var date = TimeZoneInfo.ConvertTime(article.Published, ZoneOf(settings)).ToString("d MMM yyyy, HH:mm", Culture.Of(settings.Language));
        return article.Content.PublishedIsGuess ? About.In(settings.Language, date) : date;
    }

    public static TimeZoneInfo ZoneOf(ChannelSettings settings) => TimeZoneInfo.TryFindSystemTimeZoneById(settings.Zone, out var found) ? found : TimeZoneInfo.Utc;

    private static Field[] AlsoOf(Article article, Language language)
    {
        var others = article.Also.DistinctBy(NameOf).Take(MostAlso).ToArray();
        if (others.Length == 0) return [];
        var names = others.Skip(1).Aggregate(Named(Prose.Empty, others[0]), (text, other) => Named(text.Then(", "), other));
        return [new(Also.In(language), names)];

        static Prose Named(Prose text, Article other) => other.Content.Link is { } link ? text.ThenLink(NameOf(other), link) : text.Then(NameOf(other));
    }

    private static string NameOf(Article article) => (article.Content.Link is { } link ? WebAddress.Host(link) : null) ?? article.Title;

    private static CardImage? ImageOf(Article article) => article.Content.Image switch
    {
        null => null,
        var image when WebAddress.OrNull(image) is { } address => new(address, null, article.Content.ImageDescription ?? ""),
        var image => new(null, article.Id, article.Content.ImageDescription ?? "", Mark(image)),
    };

    private static string Mark(string image) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(image)).AsSpan(0, 4));

    private static Button[] Buttons(Article article, Language language, bool hasSupport)
    {
        var buttons = new List<Button>();
        if (article.Content.Body.Count > 0) buttons.Add(Button.Type(Read.In(language), $"read {article.Id}"));
        if (article.Content.Link is { } link) buttons.Add(Button.Open(Source.In(language), link));
        if (hasSupport) buttons.Add(Button.Type(Support.In(language), $"support {article.Id}"));
        return [.. buttons];
    }
}
