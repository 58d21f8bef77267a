using System.Data.Common;
using NewsBot.Core.Chat;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Tables;

internal sealed class RoomTable(Database database) : IRoomBook
{
    public async Task<IReadOnlyList<string>> RoomsAsync(CancellationToken stop) => await database.ReadAsync(
        session => session.ListAsync("select room from rooms order by number", [], static row => row.GetString(0), stop), stop);

    public Task<bool> AddRoomAsync(string room, CancellationToken stop) =>
        database.WriteAsync(async session => await AddAsync(session, room, stop) > 0, stop);

    public Task<long> AppendAsync(string room, string text, string? key, CancellationToken stop) => database.WriteAsync(async session =>
    {
        await session.HoldAsync(Turn.RoomBook, stop);
        if (key is not null && await NumberOfAsync(session, room, key, stop) is { } before) return before;
        await AddAsync(session, room, stop);
        return (await session.NumberAsync(
            "insert into room_entries (room, key, text, said_at) values (@room, @key, @text, @now) returning number",
            [("room", room), ("key", key), ("text", text), ("now", database.Now)], stop))!.Value;
    }, stop);

    public async Task<IReadOnlyList<RoomEntry>> AfterAsync(string room, long after, int take, CancellationToken stop) => await database.ReadAsync(
        session => session.ListAsync("""
            select number, text, said_at from room_entries where room = @room and number > @after and gone_at is null order by number limit @take
            """, [("room", room), ("after", after), ("take", (long)take)], Entry, stop), stop);

    public async Task<IReadOnlyList<RoomEntry>> BeforeAsync(string room, long before, int take, CancellationToken stop)
    {
        var newestFirst = await database.ReadAsync(session => session.ListAsync("""
            select number, text, said_at from room_entries where room = @room and number < @before and gone_at is null order by number desc limit @take
            """, [("room", room), ("before", before), ("take", (long)take)], Entry, stop), stop);
        newestFirst.Reverse();
        return newestFirst;
    }

    public Task<bool> ChangeAsync(string room, long number, string text, CancellationToken stop) =>
        TurnAsync(room, number, "text = @text", "text <> @text", [("text", text)], stop);

    public Task<bool> RemoveAsync(string room, long number, CancellationToken stop) =>
        TurnAsync(room, number, "text = '{}', gone_at = @now", "true", [("now", database.Now)], stop);

    public async Task<IReadOnlyList<RoomChange>> ChangesAsync(string room, long after, int take, CancellationToken stop) => await database.ReadAsync(
        session => session.ListAsync("""
            select change, number, case when gone_at is null then text end, said_at from room_entries
            where room = @room and change > @after order by change limit @take
            """, [("room", room), ("after", after), ("take", (long)take)],
            static row => new RoomChange(row.GetInt64(0), row.GetInt64(1), row.IsDBNull(2) ? null : row.GetString(2), row.At(3)), stop), stop);

    public async Task<long> LastChangeAsync(string room, CancellationToken stop) => await database.ReadAsync(session => LastAsync(session, room, stop), stop);

    // The book is held, so that changes are numbered in the order in which they can be seen.
    private Task<bool> TurnAsync(string room, long number, string sets, string isNew, Values values, CancellationToken stop) => database.WriteAsync(async session =>
    {
        await session.HoldAsync(Turn.RoomBook, stop);
        Values entry = [("room", room), ("number", number)];
        if (!await session.AnyAsync("select 1 from room_entries where room = @room and number = @number and gone_at is null", entry, stop)) return false;
        var change = await LastAsync(session, room, stop) + 1;
        await session.RunAsync($"update room_entries set {sets}, change = @change where room = @room and number = @number and {isNew}", [.. entry, ("change", change), .. values], stop);
        return true;
    }, stop);

    private static async Task<long> LastAsync(Session session, string room, CancellationToken stop) =>
        await session.NumberAsync("select max(change) from room_entries where room = @room and change is not null", [("room", room)], stop) ?? 0;

    private Task<int> AddAsync(Session session, string room, CancellationToken stop) => session.RunAsync(
        "insert into rooms (room, made_at) values (@room, @now) on conflict (room) do nothing", [("room", room), ("now", database.Now)], stop);

    private static Task<long?> NumberOfAsync(Session session, string room, string key, CancellationToken stop) => session.NumberAsync(
        "select number from room_entries where room = @room and key = @key", [("room", room), ("key", key)], stop);

    private static RoomEntry Entry(DbDataReader row) => new(row.GetInt64(0), row.GetString(1), row.At(2));
}
