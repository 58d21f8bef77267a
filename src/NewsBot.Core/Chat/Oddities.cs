using System.Collections.Concurrent;

namespace NewsBot.Core.Chat;

/// <summary>What platforms passed over because they could not make sense of it, counted since the start; those who run the bot see it in `status`.</summary>
public sealed class Oddities(TimeProvider clock)
{
    private readonly ConcurrentDictionary<(string Where, Phrase What), Oddity> _all = [];

    /// <summary>One each, the most recent first.</summary>
    public IReadOnlyList<Oddity> All => [.. _all.Values.OrderByDescending(oddity => oddity.Last)];

    /// <param name="where">The platform's name.</param>
    /// <param name="what">What it was, without anything out of it: the number of different ones is small.</param>
    public void Note(string where, Phrase what) =>
        _all.AddOrUpdate((where, what), new Oddity(where, what, 1, clock.GetUtcNow()), (_, oddity) => oddity with { Times = oddity.Times + 1, Last = clock.GetUtcNow() });
}

public sealed record Oddity(string Where, Phrase What, int Times, DateTimeOffset Last);
