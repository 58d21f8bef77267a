using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>Tells what happened to an article in a channel, in order, each with its time.</summary>
internal sealed class StoryTeller(IAttemptLedger ledger, IEnumerable<IPlaces> places, TimeProvider clock)
{
    public async Task<IReadOnlyList<Prose>> TellAsync(Article article, ArticleRecord record, Channel channel, CancellationToken stop)
    {
        var attempts = await ledger.OfAsync(article.Id, channel.Ref, stop);
        var language = channel.Settings.Language;
        var events = new List<Event> { new(record.FoundAt, StoryWords.Found.In(language, NameOf(article.Source, article.Place))) };
        if (record.ChangedAt is { } changed) events.Add(new(changed, StoryWords.Changed.In(language)));
        events.AddRange(record.Copies.Select(copy => new Event(copy.SeenAt, StoryWords.Copied.In(language, NameOf(copy.Source, copy.Place)))));
        events.AddRange(record.Debts.Select(debt => new Event(debt.Debt.OwedAt, StoryWords.Owing(debt, language))));
        events.AddRange(Attempts(attempts, record.Debts, channel));
        events.AddRange(Forgotten(attempts, record.Debts, channel));
        if (article.WithdrawnAt is { } withdrawn) events.Add(new(withdrawn, StoryWords.WithdrawnEverywhere.In(language)));
        var now = clock.GetUtcNow();
        return [.. events.OrderBy(it => it.At).Select(it => Prose.Of($"{Moments.Of(it.At, now, channel.Settings)}  ", Mark.Strong).Then(it.What))];
    }

    /// <summary>Where the post stands: a link where the platform has one.</summary>
    public Prose Where(ChannelRef channel, string? messageId)
    {
        if (messageId is null) return Prose.Empty;
        var link = places.FirstOrDefault(known => known.Platform == channel.Platform)?.LinkOf(channel, messageId);
        return link is null ? $" ({messageId})" : Prose.Of(" (").ThenLink(link, link).Then(")");
    }

    // A hundred tries that ended alike are one line.
    private IEnumerable<Event> Attempts(IReadOnlyList<Attempt> attempts, IReadOnlyList<DebtRecord> debts, Channel channel)
    {
        for (var i = 0; i < attempts.Count;)
        {
            var (attempt, times) = (attempts[i], 1);
            while (i + times < attempts.Count && IsSame(attempt, attempts[i + times])) times++;
            i += times;
            yield return attempt.Outcome == nameof(Settlement.Paid)
                ? Done(attempt.EndedAt ?? attempt.At, debts.FirstOrDefault(debt => debt.Debt.Subject == attempt.Subject)?.Debt.Kind ?? DebtKind.Post, attempt.MessageId, channel)
                : new(attempts[i - 1].EndedAt ?? attempts[i - 1].At, StoryWords.Failing(attempt, times, channel.Settings.Language));
        }
    }

    // The ledger forgets after its time; that something was posted is never forgotten.
    private IEnumerable<Event> Forgotten(IReadOnlyList<Attempt> attempts, IReadOnlyList<DebtRecord> debts, Channel channel) =>
        from debt in debts
        where debt.PaidAt is not null && debt.Bundle is null && !attempts.Any(attempt => attempt.Subject == debt.Debt.Subject && attempt.Outcome == nameof(Settlement.Paid))
        select Done(debt.PaidAt!.Value, debt.Debt.Kind, debt.MessageId, channel);

    private Event Done(DateTimeOffset at, DebtKind kind, string? messageId, Channel channel) =>
        new(at, Prose.Of(StoryWords.Done(kind, channel.Settings.Language)).Then(Where(channel.Ref, messageId)));

    private static bool IsSame(Attempt one, Attempt other) =>
        one.Outcome != nameof(Settlement.Paid) && (one.Subject, one.Outcome, one.Why) == (other.Subject, other.Outcome, other.Why);

    private static string NameOf(string source, string place) => place.Length == 0 ? source : $"{source} ({CardFitter.Cut(place, 120)})";

    private sealed record Event(DateTimeOffset At, Prose What);
}
