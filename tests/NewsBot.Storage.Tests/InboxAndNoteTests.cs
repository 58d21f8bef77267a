using NewsBot.Core.Chat;

namespace NewsBot.Storage.Tests;

public sealed class InboxAndNotesOnSqlite() : InboxAndNoteTests(TestStore.SqliteAsync);

public sealed class InboxAndNotesOnPostgres(PostgresServer server) : InboxAndNoteTests(() => TestStore.PostgresAsync(server));

public abstract class InboxAndNoteTests : StoreTests
{
    private protected InboxAndNoteTests(Func<Task<TestStore>> open)
        : base(open)
    {
    }

    [Fact]
    public async Task What_came_is_kept_once_and_handed_out_in_order()
    {
        Assert.Equal(2, await Store.Inbox.AddAsync("telegram/1", [new(8, "b"), new(7, "a")], Stop));
        Assert.Equal(1, await Store.Inbox.AddAsync("telegram/1", [new(8, "b"), new(9, "c")], Stop));
        Assert.Equal(1, await Store.Inbox.AddAsync("telegram/2", [new(8, "elsewhere")], Stop));
        Assert.Equal(["a", "b", "c"], (await Store.Inbox.PendingAsync("telegram/1", 0, 10, Stop)).Select(item => item.Text));
        Assert.Equal([new(9, "c")], await Store.Inbox.PendingAsync("telegram/1", 8, 10, Stop));
    }

    [Fact]
    public async Task What_was_done_is_not_taken_in_again_for_two_days()
    {
        await Store.Inbox.AddAsync("telegram/1", [new(7, "a")], Stop);
        await Store.Inbox.DoneAsync("telegram/1", 7, Stop);
        Assert.Empty(await Store.Inbox.PendingAsync("telegram/1", 0, 10, Stop));
        Store.Clock.Advance(TimeSpan.FromDays(1.9));
        await Store.Inbox.RecoverAsync("telegram/1", Stop);
        Assert.Equal(0, await Store.Inbox.AddAsync("telegram/1", [new(7, "a")], Stop));
        Store.Clock.Advance(TimeSpan.FromDays(0.2));
        await Store.Inbox.RecoverAsync("telegram/1", Stop);
        Assert.Equal(1, await Store.Inbox.AddAsync("telegram/1", [new(7, "a")], Stop));
    }

    [Fact]
    public async Task After_a_crash_only_what_may_have_been_answered_is_dropped()
    {
        await Store.Inbox.AddAsync("telegram/1", [new(1, "answered"), new(2, "not yet"), new(3, "done")], Stop);
        await Store.Inbox.AnsweringAsync("telegram/1", 1, Stop);
        await Store.Inbox.AnsweringAsync("telegram/1", 3, Stop);
        await Store.Inbox.DoneAsync("telegram/1", 3, Stop);
        Assert.Equal(1, await Store.Inbox.RecoverAsync("telegram/1", Stop));
        Assert.Equal([new(2, "not yet")], await Store.Inbox.PendingAsync("telegram/1", 0, 10, Stop));
    }

    [Fact]
    public async Task A_note_is_read_as_it_was_written_last_until_it_is_forgotten()
    {
        Assert.Null(await Store.Notes.ReadAsync("telegram", "offset", Stop));
        await Store.Notes.WriteAsync("telegram", "offset", "1", Stop);
        await Store.Notes.WriteAsync("telegram", "offset", "2", Stop);
        await Store.Notes.WriteAsync("discord", "offset", "3", Stop);
        Assert.Equal("2", await Store.Notes.ReadAsync("telegram", "offset", Stop));
        await Store.Notes.WriteAsync("telegram", "offset", null, Stop);
        Assert.Null(await Store.Notes.ReadAsync("telegram", "offset", Stop));
        Assert.Equal("3", await Store.Notes.ReadAsync("discord", "offset", Stop));
    }
}
