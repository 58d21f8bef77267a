using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Topics;

namespace NewsBot.Core.Commands;

/// <summary>why: the story of one article in this channel, from where it was found to where it was posted, or what held it back.</summary>
internal sealed class WhyCommand(
    ArticleFinder finder, IArchive archive, IDeliveryBook book, ISubscriptions subscriptions, TopicBook topics, StoryTeller teller, Verdicts verdicts, TimeProvider clock) : ICommand
{
    private const int MostOffered = 5;
    private const int MostTopics = 5;

    /// <summary>Lines of the story on one page; a line has at most some three hundred letters, so a page stays below every platform's limit.</summary>
    private const int LinesOnPage = 8;

    private static readonly TextOption Article = new("article", new("its link, its title, or the id that its Read button carries"), 500) { TakesRest = true };
    private static readonly NumberOption Page = new("page", new("further on in the story"), 1, 99) { IsNamedOnly = true };

    private static readonly Phrase NotFound = new("I keep no such article: it was never found, or it has another link or title. Copy one of them from its page.");
    private static readonly Phrase Nothing = new("No articles yet.");
    private static readonly Phrase Which = new("Which one do you mean?");
    private static readonly Phrase TopicsName = new("Topics");
    private static readonly Phrase NoTopics = new("none");
    private static readonly Phrase Because = new("{0}, because of: {1}");
    private static readonly Phrase FollowsName = new("This channel follows");
    private static readonly Phrase Everything = new("everything");
    private static readonly Phrase ElseWhere = new("Goes to {0}");
    private static readonly Phrase ByRoute = new("by a route of this channel; its story there is told here.");
    private static readonly Phrase CopyName = new("The same text");
    private static readonly Phrase CopyOf = new("That one was found {0} in {1}, the same word for word as this article, which is kept instead.");
    private static readonly Phrase Times = new("Times are those of {0}.");

    public CommandSpec Spec { get; } = new("why", Role.Moderator, new("What became of an article here"), Article, Page);

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        var typed = call.Ask(Article, "").Trim();
        var found = typed.Length == 0 ? await archive.LatestAsync(new(Take: 1), stop) : await finder.FindAsync(typed, stop);
        if (found is []) return await CopyAsync(typed, stop) is { } copy ? await TellAsync(call, copy.Article, copy.Of, stop) : Reply.Private(call.Say(typed.Length == 0 ? Nothing : NotFound));
        if (found is [var article]) return await TellAsync(call, article, null, stop);
        return Reply.Private(call.Say(Which), [.. found.Take(MostOffered).Select(article => Button.Type(article.Title, $"why {article.Id}"))]);
    }

    private async Task<(Article Article, CopyRecord Of)?> CopyAsync(string typed, CancellationToken stop)
    {
        if (WebAddress.OrNull(typed) is not { } link) return null;
        foreach (var id in ArticleFinder.IdsOf(link))
            if (await book.CopyAsync(id, stop) is { } copy && await archive.FindAsync(copy.Of, stop) is { } article) return (article, copy);
        return null;
    }

    private async Task<Reply> TellAsync(Call call, Article article, CopyRecord? copy, CancellationToken stop)
    {
        var (channel, record) = (call.Channel, await book.FindAsync(article.Id, call.Channel.Ref, stop));
        if (record is null) return Reply.Private(call.Say(NotFound));
        var place = channel.PlaceOf(article.Topics);
        var isElsewhere = record.Debts.Count == 0 && place != channel.Ref;
        if (isElsewhere)
        {
            // Its times and words stay those of whoever asked.
            channel = await subscriptions.FindAsync(place, stop);
            channel = channel with { Settings = channel.Settings with { Language = call.Language, Zone = call.Channel.Settings.Zone } };
            record = (await book.FindAsync(article.Id, place, stop) ?? record) with { FollowedSince = record.FollowedSince };
        }
        var lines = await teller.TellAsync(article, record, channel, stop);
        var page = Math.Clamp(call.Ask(Page, 1), 1, (lines.Count + LinesOnPage - 1) / LinesOnPage);
        var body = Prose.Lines([.. page == 1 ? [Prose.Of(await verdicts.OfAsync(article, record, channel, call.Channel, stop)), Prose.Empty] : Array.Empty<Prose>(), .. lines.Skip((page - 1) * LinesOnPage).Take(LinesOnPage)]);
        var card = new Card
        {
            Title = article.Title,
            Link = article.Content.Link,
            Body = body,
            Fields = page == 1 ? [.. await FieldsAsync(call, article, isElsewhere ? place : null, copy, stop)] : [],
            Footer = call.Say(Times, call.Channel.Settings.Zone),
            Buttons = [.. Buttons(call, article, record, page, hasMore: lines.Count > page * LinesOnPage)],
        };
        return new([card], IsPrivate: true, ReplacesCard: call.Has(Page));
    }

    private async Task<IEnumerable<Field>> FieldsAsync(Call call, Article article, ChannelRef? place, CopyRecord? copy, CancellationToken stop)
    {
        var known = (await topics.AllAsync(stop)).ToDictionary(topic => topic.Key);
        var belongs = article.Topics.Take(MostTopics).Select(key => (Prose)Belonging(call, known.GetValueOrDefault(key), key, article)).ToArray();
        var follows = call.Channel.FollowsEverything ? call.Say(Everything) : call.Channel.Follows.Count == 0 ? call.Say(NoTopics) : string.Join(", ", call.Channel.Follows);
        var fields = new List<Field> { new(call.Say(TopicsName), belongs.Length == 0 ? call.Say(NoTopics) : Prose.Lines(belongs)), new(call.Say(FollowsName), CardFitter.Cut(follows, 500)) };
        if (place is { } there) fields.Add(new(call.Say(ElseWhere, there), call.Say(ByRoute)));
        if (copy is not null) fields.Add(new(call.Say(CopyName), call.Say(CopyOf, Moments.Of(copy.SeenAt, clock.GetUtcNow(), call.Channel.Settings), copy.Source)));
        return fields;
    }

    private static string Belonging(Call call, Topic? topic, string key, Article article)
    {
        var reasons = topic is null ? [] : TopicMatcher.Reasons(topic, article.Content, article.Source);
        return reasons.Count == 0 ? topic?.Title ?? key : call.Say(Because, topic!.Title, CardFitter.Cut(Ages.List(reasons, call.Language), 150));
    }

    private static IEnumerable<Button> Buttons(Call call, Article article, ArticleRecord record, int page, bool hasMore)
    {
        if (hasMore) yield return Button.Type(call.Say(ArticleList.More), $"why page:{page + 1} {article.Id}");
        yield return Button.Type(call.Say(ArticleCard.Read), $"read {article.Id}");
        if (record.Debts.Any(debt => debt.IsOpen)) yield return Button.Type("owed", "owed");
        if (record.Debts.Count == 0 && record.FollowedSince is null) yield return Button.Type("subscribe", "subscribe");
    }
}
