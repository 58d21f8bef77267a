using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Writing;

namespace NewsBot.Core.Delivery;

/// <summary>Draws the card that pays a debt, from what is kept at the moment it is sent.</summary>
public sealed class CardDrawer(IBundles bundles, IArchive archive, Appeals appeals, Dresser dresser, IStories stories)
{
    /// <summary>Null when nothing is left to say; an empty card when its article was withdrawn.</summary>
    public async Task<Drawing?> DrawAsync(Debt debt, Channel channel, CancellationToken stop, CancellationToken grace)
    {
        switch (debt.Kind)
        {
            case DebtKind.Notice: return await bundles.NoticeAsync(debt, grace) is { } notice ? new(notice) : null;
            case DebtKind.Digest or DebtKind.CatchUp or DebtKind.RoundUp:
                return await bundles.MembersAsync(debt, BundleCard.Named, grace) is { Count: > 0 } articles ? new(BundleCard.Of(debt.Kind, articles, channel.Settings)) : null;
        }
        if (debt.Article is not { } id || await archive.FindAsync(id, grace) is not { } article) return null;
        if (article.WithdrawnAt is not null) return new(new(), article);
        var appealDay = await appeals.DayOfAsync(article, channel, debt, grace);
        article = (await dresser.DressAsync(article, channel.Settings, stop)) with { Also = await stories.AlsoAsync(id, debt.Channel, grace) ?? [] };
        var earlier = debt.Kind is DebtKind.Post && !channel.Settings.TakesEveryReport ? await stories.EarlierPostAsync(id, debt.Channel, grace) : null;
        return new(ArticleCard.Post(article, channel.Settings, debt.Kind, appealDay is not null), article, appealDay, earlier);
    }
}

/// <param name="About">The article of a single post; null for a card about several or none.</param>
/// <param name="AppealDay">The day the support button counts for, or null when the card has none.</param>
/// <param name="Follows">The earlier post there that this one goes on from; null when it stands for itself.</param>
public sealed record Drawing(Card Card, Article? About = null, int? AppealDay = null, string? Follows = null);
