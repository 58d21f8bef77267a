using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Writing;

namespace NewsBot.Core.Delivery;

/// <summary>Works out what an edit or a withdrawal that is owed has to do on its platform, if anything. It sends nothing itself.</summary>
public sealed class Corrector(IPostedArticles posts, IArchive archive, ISubscriptions subscriptions, Dresser dresser, IStories stories)
{
    private static readonly Phrase Withdrawn = new("This article was withdrawn.");

    /// <returns>Null when there is nothing to do, or nothing any more.</returns>
    public async Task<Change?> ChangeAsync(IPlatform platform, Debt debt, CancellationToken stop)
    {
        if (debt.Article is not { } id || await posts.FindAsync(debt, stop) is not { } posted) return null;
        var channel = await subscriptions.FindAsync(debt.Channel, stop);
        if (debt.Kind is DebtKind.Withdrawal) return Withdrawal(platform, debt, posted, channel.Settings);
        if (await archive.FindAsync(id, stop) is not { WithdrawnAt: null } article) return null;
        var judged = posted.Was is { } was ? Corrections.Between(was, article.Content) : Correction.Noted;
        var also = await stories.AlsoAsync(id, debt.Channel, stop);
        // Somebody joined its story or left it, and that is no correction.
        if (judged is Correction.None && also is null) return null;
        var dressed = (await dresser.DressAsync(article, channel.Settings, stop)) with { Also = also ?? [] };
        return Edit(platform, debt, posted, dressed, channel.Settings, judged);
    }

    private static Change Withdrawal(IPlatform platform, Debt debt, PostedArticle posted, ChannelSettings settings)
    {
        var note = new Post(new() { Body = Withdrawn.In(settings.Language) }, debt.Key, settings);
        return new(posted.DrawnHash, null, stop => platform.WithdrawAsync(debt.Channel, posted.MessageId, note, stop));
    }

    private static Change? Edit(IPlatform platform, Debt debt, PostedArticle posted, Article article, ChannelSettings settings, Correction judged)
    {
        var notedAt = judged is Correction.Noted ? posted.ChangedAt : posted.NotedAt;
        var plain = ArticleCard.Post(article, settings, posted.Kind, posted.HasAppeal);
        var hash = DrawnHash.Of(CardFitter.Fit(plain, platform.Limits));
        if (hash == posted.DrawnHash) return null;
        var note = notedAt is { } at ? ArticleCard.Corrected(at, posted.PostedAt, settings) : null;
        var card = note is null ? plain : plain with { Footer = $"{plain.Footer}\n{note}" };
        var post = new Post(CardFitter.Fit(card, platform.Limits), debt.Key, settings, article, judged is Correction.Noted ? note : null);
        return new(hash, notedAt, stop => platform.EditAsync(debt.Channel, posted.MessageId, post, stop));
    }
}

/// <summary>A call to make on a platform.</summary>
/// <param name="DrawnHash">Of what the post shows afterwards, without the note of its correction.</param>
/// <param name="NotedAt">The correction that the post tells of afterwards.</param>
public sealed record Change(string DrawnHash, DateTimeOffset? NotedAt, Func<CancellationToken, Task<SendOutcome>> SendAsync);
