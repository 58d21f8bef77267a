using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Topics;

namespace NewsBot.Core.Delivery;

/// <summary>Decides which posts carry the button to support the newsroom.</summary>
public sealed class Appeals(SupportLinks support, IPostedArticles posts, TopicBook topics, TimeProvider clock)
{
    private readonly AppealPlan _plan = new(support.EveryPosts, support.PerDay);

    /// <summary>The day in the channel's zone that the button counts for, or null when the post goes without.</summary>
    public async Task<int?> DayOfAsync(Article article, Channel channel, Debt debt, CancellationToken stop)
    {
        if (!support.Any || !channel.Settings.ShowsSupport || debt.Kind is not DebtKind.Post) return null;
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), ArticleCard.ZoneOf(channel.Settings));
        var today = DateOnly.FromDateTime(now.DateTime).DayNumber;
        return _plan.May(await posts.AppealsAsync(debt.Channel, stop), today) && !await IsGraveAsync(article, stop) ? today : null;
    }

    // Nobody is asked for money under news of a death or a shelling.
    private async Task<bool> IsGraveAsync(Article article, CancellationToken stop) =>
        article.Topics.Count > 0 && (await topics.AllAsync(stop)).Any(topic => IsGrave(topic) && article.Topics.Contains(topic.Key));

    private static bool IsGrave(Topic topic) => topic.IsSensitive || topic.IsBreaking;
}
