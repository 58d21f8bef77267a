using NewsBot.Core.Schedules;
using NewsBot.Core.Sources;
using NewsBot.Sources.Feeds.Reading;
using NewsBot.Sources.Push;

namespace NewsBot.Sources.Polling;

/// <summary>
/// Takes in what a hub brought, as if it had been polled. A poll of the same feed at the same moment may forget what is remembered here;
/// the articles are stored all the same, and the store knows them.
/// </summary>
internal sealed class PushedFeeds(IWebSources sources, IPolls polls, Intake intake) : IPushIntake
{
    // Before the first poll nobody could tell what is news; it comes soon and brings this too.
    public async Task TakeInAsync(string source, ReadOnlyMemory<byte> body, string? contentType, CancellationToken stop)
    {
        if (await sources.FindAsync(source, stop) is not { Source: { PausedAt: null } known }) return;
        if (SourceMemory.Parse(await polls.MemoryAsync(source, stop)) is not { } memory) return;
        if (FeedReader.Read(body.Span, new(known.Address.AbsoluteUri, contentType) { Zone = Zones.Of(known.Settings.Zone) }) is not FeedReading.Read { Document: var feed }) return;
        var taken = await intake.TakeAsync(known, feed, memory, known.Address.IdnHost, isWhole: false, stop);
        await polls.RememberAsync(source, taken.Memory.ToString(), taken.Report.New, stop);
    }
}
