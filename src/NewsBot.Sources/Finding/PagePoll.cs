using NewsBot.Core.Sources;
using NewsBot.Sources.Polling;
using NewsBot.Sources.Web;

namespace NewsBot.Sources.Finding;

/// <summary>One turn of one page: its headlines are read as if they were a feed, and new ones are completed from their own pages.</summary>
internal sealed class PagePoll(Fetcher fetcher, Robots robots, IPolls polls, Intake intake, TimeProvider clock) : IPollKind
{
    private const string Forbidden = "The site's robots.txt asks programs not to read this page.";
    private const string NoList = "The page has no list of articles any more; open it in a browser, and give the one that lists the news.";

    public WebSourceKind Kind => WebSourceKind.Page;

    public async Task<PollOutcome> AskAsync(WebSource source, PollState state, CancellationToken stop, CancellationToken grace)
    {
        var jitter = Random.Shared.NextDouble();
        if (!await robots.AllowsAsync(state.Address, stop)) return new(PollPlan.Unreadable(state, Forbidden, clock.GetUtcNow(), jitter));
        using var result = await fetcher.FetchAsync(new(state.Address, state.Validators) { Accept = FetchRequest.ForPages }, stop, grace);
        return result is FetchResult.Fetched fetched && fetched.Hash() != state.BodyHash
            ? await ReadAsync(source, state, fetched, jitter, grace)
            : new(PollPlan.After(state, result, null, clock.GetUtcNow(), jitter));
    }

    private async Task<PollOutcome> ReadAsync(WebSource source, PollState state, FetchResult.Fetched fetched, double jitter, CancellationToken stop)
    {
        var index = PageIndex.Read(fetched.Body.Memory.Span, fetched.ContentType, fetched.Address);
        if (!index.IsList) return new(PollPlan.Unreadable(state, NoList, clock.GetUtcNow(), jitter));
        var head = FeedLinks.Read(fetched.Body.Memory.Span, fetched.ContentType, fetched.Address);
        var memory = SourceMemory.Parse(await polls.MemoryAsync(source.Key, stop));
        var taken = await intake.TakeAsync(source, index.AsFeed(head, fetched.Address), memory, fetched.Address.IdnHost, isWhole: true, stop);
        return new(PollPlan.After(state, fetched, FeedRhythm.Unknown, clock.GetUtcNow(), jitter), taken);
    }
}
