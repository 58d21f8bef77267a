using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsBot.Core.Chat;
using NewsBot.Local.Json;

namespace NewsBot.Local.Web;

/// <summary>GET and POST /rooms, and GET /rooms/{room}/entries: which rooms there are and what was said in them.</summary>
internal sealed class RoomRoutes(IRoomBook book, LiveRooms live)
{
    /// <summary>More rooms than anybody reads; a script gone wild stops here.</summary>
    private const int MostRooms = 200;

    private const int PerPage = 30;

    private static readonly Phrase NoRoom = new("There is no such room; choose one from the list or add it.");
    private static readonly Phrase Full = new("There are {0} rooms already, which is as many as there can be.");
    private static readonly Phrase Taken = new("The room {0} is there already.");

    public void Map(IEndpointRouteBuilder routes, Guard guard)
    {
        routes.MapGet("/rooms", guard.Closed(ListAsync));
        routes.MapPost("/rooms", guard.Closed(AddAsync));
        routes.MapGet("/rooms/{room}/entries", guard.Closed(EntriesAsync));
    }

    /// <summary>The room of the address, or null after an answer that says there is none.</summary>
    public static async Task<string?> RoomOfAsync(HttpContext context, IRoomBook book)
    {
        var room = (string)context.Request.RouteValues["room"]!;
        if ((await book.RoomsAsync(context.RequestAborted)).Contains(room)) return room;
        await Answers.RefuseAsync(context, 404, NoRoom);
        return null;
    }

    public static EntryJson Entry(RoomEntry entry) => new(entry.Number, entry.At, LocalCards.Read(entry.Text));

    public static long Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private async Task ListAsync(HttpContext context)
    {
        var rooms = new List<RoomJson>();
        foreach (var room in await book.RoomsAsync(context.RequestAborted))
            rooms.Add(new(room, (await book.BeforeAsync(room, long.MaxValue, 1, context.RequestAborted)) is [var newest] ? newest.Number : 0));
        await Answers.WriteAsync(context, new RoomsJson(rooms), LocalJson.Kept.RoomsJson);
    }

    private async Task AddAsync(HttpContext context)
    {
        if (await Answers.ReadAsync(context, LocalJson.Kept.NewRoomJson) is not { } sent) return;
        var name = RoomName.From(sent.Name ?? "");
        if (RoomName.Complaint(name) is { } complaint)
            await Answers.RefuseAsync(context, 400, complaint, RoomName.MaxLength);
        else if ((await book.RoomsAsync(context.RequestAborted)).Count >= MostRooms)
            await Answers.RefuseAsync(context, 409, Full, MostRooms);
        else if (!await book.AddRoomAsync(name, context.RequestAborted))
            await Answers.RefuseAsync(context, 409, Taken, name);
        else
        {
            live.Tell(name, 0);
            context.Response.StatusCode = StatusCodes.Status201Created;
            await Answers.WriteAsync(context, new RoomJson(name, 0), LocalJson.Kept.RoomJson);
        }
    }

    private async Task EntriesAsync(HttpContext context)
    {
        if (await RoomOfAsync(context, book) is not { } room) return;
        var before = Number(context.Request.Query["before"]);
        // Read first: a change that comes in between is then told once more, and never missed.
        var change = await book.LastChangeAsync(room, context.RequestAborted);
        var entries = await book.BeforeAsync(room, before > 0 ? before : long.MaxValue, PerPage, context.RequestAborted);
        await Answers.WriteAsync(context, new EntriesJson([.. entries.Select(Entry)], entries.Count == PerPage, change), LocalJson.Kept.EntriesJson);
    }
}
