using NewsBot.Core.Commands;

namespace NewsBot.Storage.Tables;

internal sealed class LineTable(Database database) : ILineBook
{
    public Task KeepAsync(string name, string line, CancellationToken stop) => database.WriteAsync(session => session.RunAsync("""
        insert into lines (name, line, kept_at) values (@name, @line, @now)
        on conflict (name) do update set line = excluded.line, kept_at = excluded.kept_at
        """, [("name", name), ("line", line), ("now", database.Now)], stop), stop);

    public Task<string?> FindAsync(string name, CancellationToken stop) => database.ReadAsync(session => session.FirstAsync(
        "select line from lines where name = @name", [("name", name)], static row => row.GetString(0), stop), stop);
}
