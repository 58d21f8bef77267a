using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>Says in one sentence where an article stands in a channel: posted, waiting for something, or held back by which rule.</summary>
internal sealed class Verdicts(IDeliveryBook book, Outlooks outlooks, OutlookWords words, IStories stories, IArchive archive, StoryTeller teller, TimeProvider clock)
{
    private static readonly Phrase GivenUp = new("Not posted: {0}");
    private static readonly Phrase Withdrawn = new("Withdrawn {0}.");
    private static readonly Phrase SameText = new("“{0}” has the same text or address and is posted here, so this one was not posted by itself.");
    private static readonly Phrase NearText = new("“{0}” has nearly the same text and is posted here, so this one was not posted by itself.");
    private static readonly Phrase SameEvent = new("“{0}” tells of the same event here, so this one was not posted by itself.");
    private static readonly Phrase FollowsNothing = new("This channel follows nothing, so nothing is posted here.");
    private static readonly Phrase NoTopic = new("It belongs to no topic, and this channel follows topics only.");
    private static readonly Phrase NotFollowed = new("This channel follows none of its topics.");
    private static readonly Phrase FollowedLater = new("It was found before this channel began to follow ({0}), and only what comes afterwards is posted.");
    private static readonly Phrase NotThen = new("When it was found nothing here asked for it: its topics, or what this channel follows, were changed since.");

    public async Task<string> OfAsync(Article article, ArticleRecord record, Channel channel, Channel asked, CancellationToken stop)
    {
        var (settings, now) = (channel.Settings, clock.GetUtcNow());
        var language = settings.Language;
        if (record.Debts.FirstOrDefault(debt => debt.Debt.Kind is DebtKind.Withdrawal && debt.PaidAt is not null) is { } gone)
            return $"{StoryWords.Done(DebtKind.Withdrawal, language)} {Moments.Of(gone.PaidAt!.Value, now, settings)}.";
        if (article.WithdrawnAt is { } withdrawn) return Withdrawn.In(language, Moments.Of(withdrawn, now, settings));
        if (record.Debts.FirstOrDefault(debt => debt.Debt.Subject == article.Id.Value) is not { } post) return await HeldBackAsync(article, record, asked, stop);
        var bundle = record.Debts.FirstOrDefault(debt => debt.Debt.Number == post.Bundle);
        if (post.PaidAt is { } paid)
            return $"{StoryWords.Done((bundle ?? post).Debt.Kind, language)} {Moments.Of(paid, now, settings)}{teller.Where(channel.Ref, (bundle ?? post).MessageId)}.";
        if (!post.IsOpen) return GivenUp.In(language, CardFitter.Cut(post.Why ?? "–", StoryWords.MostOfWhy));
        var lane = await book.LaneAsync(channel.Ref, 0, 0, stop);
        return words.Of(await outlooks.OfAsync(bundle ?? post, lane, channel, stop), settings);
    }

    private async Task<string> HeldBackAsync(Article article, ArticleRecord record, Channel channel, CancellationToken stop)
    {
        var (settings, language) = (channel.Settings, channel.Settings.Language);
        if (await stories.ToldByAsync(article.Id, channel.Ref, stop) is { } told)
            return (told.Kind switch { StoryKind.Exact => SameText, StoryKind.Near => NearText, _ => SameEvent }).In(language, (await archive.FindAsync(told.By, stop))?.Title ?? told.By.Value);
        if (!channel.FollowsEverything && channel.Follows.Count == 0) return FollowsNothing.In(language);
        if (record.Unposted is { } unposted) return StoryWords.Of(unposted).In(language);
        if (record.FollowedSince is not { } since) return (article.Topics.Count == 0 ? NoTopic : NotFollowed).In(language);
        return since > record.FoundAt ? FollowedLater.In(language, Moments.Of(since, clock.GetUtcNow(), settings)) : NotThen.In(language);
    }
}
