using NewsBot.Core.Chat;

namespace NewsBot.Storage.Tables;

internal sealed class NoteTable(Database database) : INotebook
{
    public Task<string?> ReadAsync(string platform, string name, CancellationToken stop) => database.ReadAsync(session => session.FirstAsync(
        "select text from notes where platform = @platform and name = @name", [("platform", platform), ("name", name)], static row => row.GetString(0), stop), stop);

    public Task WriteAsync(string platform, string name, string? text, CancellationToken stop) => database.WriteAsync(session => text is null
        ? session.RunAsync("delete from notes where platform = @platform and name = @name", [("platform", platform), ("name", name)], stop)
        : session.RunAsync("""
            insert into notes (platform, name, text) values (@platform, @name, @text)
            on conflict (platform, name) do update set text = excluded.text
            """, [("platform", platform), ("name", name), ("text", text)], stop), stop);
}
