namespace NewsBot.Storage.Tests;

public sealed class RoomsAndLinesOnSqlite() : RoomAndLineTests(TestStore.SqliteAsync);

public sealed class RoomsAndLinesOnPostgres(PostgresServer server) : RoomAndLineTests(() => TestStore.PostgresAsync(server));

public abstract class RoomAndLineTests : StoreTests
{
    private protected RoomAndLineTests(Func<Task<TestStore>> open)
        : base(open)
    {
    }

    [Fact]
    public async Task Rooms_come_in_the_order_in_which_they_were_made_and_are_made_once()
    {
        Assert.True(await Store.Rooms.AddRoomAsync("front-page", Stop));
        Assert.True(await Store.Rooms.AddRoomAsync("belarus", Stop));
        Assert.False(await Store.Rooms.AddRoomAsync("front-page", Stop));
        Assert.Equal(["front-page", "belarus"], await Store.Rooms.RoomsAsync(Stop));
    }

    [Fact]
    public async Task Entries_are_numbered_upward_over_all_rooms()
    {
        var numbers = new List<long>();
        foreach (var room in new[] { "a", "b", "a", "b" }) numbers.Add(await Store.Rooms.AppendAsync(room, "{}", null, Stop));
        Assert.Equal(numbers.Order().Distinct(), numbers);
        Assert.Equal(["a", "b"], await Store.Rooms.RoomsAsync(Stop));
    }

    [Fact]
    public async Task A_key_is_used_once_in_a_room_and_keeps_its_first_entry()
    {
        var first = await Store.Rooms.AppendAsync("a", "first", "key", Stop);
        Assert.Equal(first, await Store.Rooms.AppendAsync("a", "second", "key", Stop));
        Assert.NotEqual(first, await Store.Rooms.AppendAsync("b", "elsewhere", "key", Stop));
        Assert.NotEqual(first, await Store.Rooms.AppendAsync("a", "third", "another", Stop));
        Assert.Equal(["first", "third"], (await Store.Rooms.AfterAsync("a", 0, 10, Stop)).Select(entry => entry.Text));
    }

    [Fact]
    public async Task One_can_read_on_from_an_entry_and_back_from_it()
    {
        var numbers = new List<long>();
        for (var i = 0; i < 6; i++) numbers.Add(await Store.Rooms.AppendAsync("a", $"{i}", null, Stop));
        Assert.Equal(["3", "4"], Texts(await Store.Rooms.AfterAsync("a", numbers[2], 2, Stop)));
        Assert.Equal(["2", "3"], Texts(await Store.Rooms.BeforeAsync("a", numbers[4], 2, Stop)));
        Assert.Equal(["4", "5"], Texts(await Store.Rooms.BeforeAsync("a", long.MaxValue, 2, Stop)));
        Assert.Equal(Store.Clock.GetUtcNow(), (await Store.Rooms.AfterAsync("a", 0, 1, Stop))[0].At);
        Assert.Empty(await Store.Rooms.AfterAsync("nowhere", 0, 10, Stop));

        static IEnumerable<string> Texts(IEnumerable<Core.Chat.RoomEntry> entries) => entries.Select(entry => entry.Text);
    }

    [Fact]
    public async Task A_reader_who_follows_while_many_write_misses_nothing()
    {
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++) await Store.Rooms.AppendAsync("a", $"{writer}-{i}", $"{writer}-{i}", Stop);
        }, Stop)));
        var seen = new List<string>();
        var last = 0L;
        while (true)
        {
            var wasDone = writing.IsCompleted;
            var entries = await Store.Rooms.AfterAsync("a", last, 100, Stop);
            seen.AddRange(entries.Select(entry => entry.Text));
            if (entries.Count > 0) last = entries[^1].Number;
            else if (wasDone) break;
        }
        await writing;
        Assert.Equal(80, seen.Distinct().Count());
    }

    [Fact]
    public async Task A_line_is_found_by_its_name()
    {
        Assert.Null(await Store.Lines.FindAsync("x", Stop));
        await Store.Lines.KeepAsync("x", "search \"a long line\" -with everything", Stop);
        await Store.Lines.KeepAsync("x", "search \"a long line\" -with everything", Stop);
        Assert.Equal("search \"a long line\" -with everything", await Store.Lines.FindAsync("x", Stop));
    }
}
