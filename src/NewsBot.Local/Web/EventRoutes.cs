using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using NewsBot.Core.Chat;
using NewsBot.Local.Json;

namespace NewsBot.Local.Web;

/// <summary>
/// GET /rooms/{room}/events: Server-Sent Events, one for each entry, with the entry's number as its id. A page that comes back says in
/// Last-Event-ID (or ?after=) which it saw last and gets all that came after, also from before a restart, since it is read from the book.
/// An entry that was corrected or taken out comes as an event "change"; ?change= says which of them the page knows.
/// https://html.spec.whatwg.org/multipage/server-sent-events.html
/// </summary>
internal sealed class EventRoutes(IRoomBook book, LiveRooms live, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    /// <summary>A page that is open in more windows than this on one machine is a script gone wild.</summary>
    private const int MostReaders = 200;

    private const int Batch = 100;

    /// <summary>Another process (the chat in a terminal) may write to the same book without being able to wake us.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    private int _readers;

    public void Map(IEndpointRouteBuilder routes, Guard guard) => routes.MapGet("/rooms/{room}/events", guard.Closed(OpenAsync));

    private async Task OpenAsync(HttpContext context)
    {
        if (await RoomRoutes.RoomOfAsync(context, book) is not { } room) return;
        try
        {
            if (Interlocked.Increment(ref _readers) > MostReaders)
                await Answers.RefuseAsync(context, 503, "Too many pages are open; close some.");
            else
                await StreamAsync(context, room);
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the server stops: either way the page knows where to go on.
        }
        finally
        {
            Interlocked.Decrement(ref _readers);
        }
    }

    private async Task StreamAsync(HttpContext context, string room)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var after = Math.Max(RoomRoutes.Number(context.Request.Headers["Last-Event-ID"]), RoomRoutes.Number(context.Request.Query["after"]));
        long? change = context.Request.Query.ContainsKey("change") ? RoomRoutes.Number(context.Request.Query["change"]) : null;
        await FollowAsync(context.Response, room, after, change ?? await book.LastChangeAsync(room, either.Token), either.Token);
    }

    private async Task FollowAsync(HttpResponse response, string room, long after, long change, CancellationToken stop)
    {
        var told = new Dictionary<string, long>(live.Newest);
        await SpeakAsync(response, ": hello\n\n", stop);
        var spoke = clock.GetTimestamp();
        while (true)
        {
            // Taken before the book is read: what is said in between wakes us at once.
            var next = live.Next;
            var entries = await book.AfterAsync(room, after, Batch, stop);
            if (entries.Count > 0) after = entries[^1].Number;
            var changes = await book.ChangesAsync(room, change, Batch, stop);
            if (changes.Count > 0) change = changes[^1].Change;
            var text = string.Concat(entries.Select(Event).Concat(changes.Select(Event)).Concat(Others(room, told)));
            if (text.Length == 0 && clock.GetElapsedTime(spoke) > Heartbeat) text = ": still here\n\n";
            if (text.Length > 0)
            {
                await SpeakAsync(response, text, stop);
                spoke = clock.GetTimestamp();
            }
            if (entries.Count < Batch && changes.Count < Batch) await WaitAsync(next, stop);
        }
    }

    private static async Task SpeakAsync(HttpResponse response, string text, CancellationToken stop)
    {
        await response.WriteAsync(text, stop);
        await response.Body.FlushAsync(stop);
    }

    private async Task WaitAsync(Task next, CancellationToken stop)
    {
        // Only the time being over is expected here.
        await next.WaitAsync(Look, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.ThrowIfCancellationRequested();
    }

    /// <summary>Which other rooms have something new, so that the list can mark them.</summary>
    private IEnumerable<string> Others(string room, Dictionary<string, long> told)
    {
        foreach (var (other, number) in live.Newest)
        {
            if (other == room || (told.TryGetValue(other, out var before) && before >= number)) continue;
            told[other] = number;
            yield return $"event: room\ndata: {JsonSerializer.Serialize(new(other, number), LocalJson.Kept.RoomJson)}\n\n";
        }
    }

    // JSON escapes line ends, so one data line always holds the whole entry.
    private static string Event(RoomEntry entry) =>
        $"id: {entry.Number}\ndata: {JsonSerializer.Serialize(RoomRoutes.Entry(entry), LocalJson.Kept.EntryJson)}\n\n";

    private static string Event(RoomChange change)
    {
        var entry = change.Text is { } text ? RoomRoutes.Entry(new(change.Number, text, change.At)) : null;
        return $"event: change\ndata: {JsonSerializer.Serialize(new(change.Change, change.Number, entry), LocalJson.Kept.ChangeJson)}\n\n";
    }
}
