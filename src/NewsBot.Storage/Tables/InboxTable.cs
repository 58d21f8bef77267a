using NewsBot.Core.Chat;

namespace NewsBot.Storage.Tables;

internal sealed class InboxTable(Database database) : IInbox
{
    // Telegram offers an update again for 24 hours at most.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    public Task<int> AddAsync(string platform, IReadOnlyList<Incoming> items, CancellationToken stop) => database.WriteAsync(async session =>
    {
        var added = 0;
        foreach (var item in items)
            added += await session.RunAsync("""
                insert into inbox (platform, number, text, came_at) values (@platform, @number, @text, @now) on conflict (platform, number) do nothing
                """, [("platform", platform), ("number", item.Number), ("text", item.Text), ("now", database.Now)], stop);
        return added;
    }, stop);

    public async Task<IReadOnlyList<Incoming>> PendingAsync(string platform, long after, int most, CancellationToken stop) => await database.ReadAsync(session => session.ListAsync("""
        select number, text from inbox where platform = @platform and number > @after and done_at is null order by number limit @most
        """, [("platform", platform), ("after", after), ("most", (long)most)], static row => new Incoming(row.GetInt64(0), row.GetString(1)), stop), stop);

    public Task AnsweringAsync(string platform, long number, CancellationToken stop) => database.WriteAsync(session => session.RunAsync(
        "update inbox set answering_at = @now where platform = @platform and number = @number and answering_at is null",
        [("platform", platform), ("number", number), ("now", database.Now)], stop), stop);

    public Task DoneAsync(string platform, long number, CancellationToken stop) => database.WriteAsync(session => session.RunAsync(
        "update inbox set done_at = @now, text = null where platform = @platform and number = @number",
        [("platform", platform), ("number", number), ("now", database.Now)], stop), stop);

    public Task<int> RecoverAsync(string platform, CancellationToken stop) => database.WriteAsync(async session =>
    {
        await session.RunAsync("delete from inbox where done_at < @old", [("old", database.Now - (long)Kept.TotalMilliseconds)], stop);
        return await session.RunAsync("""
            update inbox set done_at = @now, text = null where platform = @platform and done_at is null and answering_at is not null
            """, [("platform", platform), ("now", database.Now)], stop);
    }, stop);
}
