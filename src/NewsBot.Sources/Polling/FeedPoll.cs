using NewsBot.Core.Schedules;
using NewsBot.Core.Sources;
using NewsBot.Sources.Feeds.Reading;
using NewsBot.Sources.Web;

namespace NewsBot.Sources.Polling;

/// <summary>One turn of one feed: asks with what the site gave last time, and reads only what changed.</summary>
internal sealed class FeedPoll(Fetcher fetcher, IPolls polls, Intake intake, IEnumerable<IPollWitness> witnesses, TimeProvider clock) : IPollKind
{
    public WebSourceKind Kind => WebSourceKind.Feed;

    public async Task<PollOutcome> AskAsync(WebSource source, PollState state, CancellationToken stop, CancellationToken grace)
    {
        using var result = await fetcher.FetchAsync(new(state.Address, state.Validators), stop, grace);
        var jitter = Random.Shared.NextDouble();
        var outcome = result is FetchResult.Fetched fetched && fetched.Hash() != state.BodyHash
            ? await ReadAsync(source, state, fetched, jitter, grace)
            : new(PollPlan.After(state, result, null, clock.GetUtcNow(), jitter));
        return outcome.State.Trouble is null ? await ToldAsync(new(source, result, outcome), grace) : outcome;
    }

    private async Task<PollOutcome> ReadAsync(WebSource source, PollState state, FetchResult.Fetched fetched, double jitter, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        switch (FeedReader.Read(fetched.Body.Memory.Span, new(fetched.Address.AbsoluteUri, fetched.ContentType) { Zone = Zones.Of(source.Settings.Zone) }))
        {
            case FeedReading.Read { Document: var feed }:
                var memory = SourceMemory.Parse(await polls.MemoryAsync(source.Key, stop));
                var taken = await intake.TakeAsync(source, feed, memory, fetched.Address.IdnHost, isWhole: true, stop);
                return new(PollPlan.After(state, fetched, Rhythm.Of(feed, now), now, jitter), taken, feed);
            case FeedReading.NotAFeed other:
                return new(PollPlan.Unreadable(state, other.What, now, jitter));
            default:
                throw new InvalidOperationException("A reading is one or the other.");
        }
    }

    private async Task<PollOutcome> ToldAsync(Sight sight, CancellationToken stop)
    {
        var outcome = sight.Outcome;
        foreach (var witness in witnesses)
            if (await witness.SawAsync(sight, stop) is { } wait && clock.GetUtcNow() + wait is var later && later > outcome.State.NextAt)
                outcome = outcome with { State = outcome.State with { NextAt = later } };
        return outcome;
    }
}

/// <summary>How one kind of source is asked.</summary>
internal interface IPollKind
{
    WebSourceKind Kind { get; }

    /// <param name="stop">Keeps from asking, when it is not being asked yet.</param>
    /// <param name="grace">Breaks off what has begun.</param>
    Task<PollOutcome> AskAsync(WebSource source, PollState state, CancellationToken stop, CancellationToken grace);
}

/// <param name="Taken">Null when nothing was read, because nothing changed or it could not be.</param>
internal sealed record PollOutcome(PollState State, Taken? Taken = null, FeedDocument? Feed = null);

/// <summary>Looks on as feeds are polled, such as one who waits for hubs.</summary>
internal interface IPollWitness
{
    /// <summary>After each poll that went well; what it brought is stored by then.</summary>
    /// <returns>How long the next poll can wait at least; null for as long as the feed's own rhythm says.</returns>
    Task<TimeSpan?> SawAsync(Sight sight, CancellationToken stop);
}

/// <param name="Result">Valid until the call returns.</param>
internal sealed record Sight(WebSource Source, FetchResult Result, PollOutcome Outcome);
