using NewsBot.Core.Sources;
using NewsBot.Sources.Feeds.Reading;

namespace NewsBot.Sources.Polling;

/// <summary>
/// Takes in what a hub brought, as if it had been polled. A poll of the same feed at the same moment may forget what is remembered here;
/// the articles are stored all the same, and the store knows them.
/// </summary>
internal sealed class PushedFeeds(IWebSources sources, IPolls polls, Intake intake)
{
    /// <summary>Reads, knows again and stores, before it returns. What is no feed, or comes before the first poll, is passed over.</summary>
    /// <param name="body">Only valid until this completes.</param>
    public async Task TakeInAsync(string source, ReadOnlyMemory<byte> body, string? contentType, CancellationToken stop)
    {
        if (await sources.FindAsync(source, stop) is not { Source: { PausedAt: null } known }) return;
        if (SourceMemory.Parse(await polls.MemoryAsync(source, stop)) is not { } memory) return;
        if (FeedReader.Read(body.Span, new(known.Address.AbsoluteUri, contentType)) is not FeedReading.Read { Document: var feed }) return;
        var taken = await intake.TakeAsync(known, feed, memory, known.Address.IdnHost, isWhole: false, stop);
        await polls.RememberAsync(source, taken.Memory.ToString(), taken.Report.New, stop);
    }
}
