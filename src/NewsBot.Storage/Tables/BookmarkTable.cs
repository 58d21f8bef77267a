using NewsBot.Core.Sources;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Tables;

internal static class BookmarkTable
{
    public static async Task<IReadOnlyDictionary<string, string>> AllAsync(Session session, string source, CancellationToken stop) =>
        (await session.ListAsync("select place, mark from bookmarks where source = @source", [("source", source)],
            static row => (Place: row.GetString(0), Mark: row.GetString(1)), stop))
        .ToDictionary(row => row.Place, row => row.Mark, StringComparer.Ordinal);

    /// <summary>Without a mark the place is looked at again next time, so an earlier mark goes too.</summary>
    public static Task MoveAsync(Session session, string source, Found found, CancellationToken stop) => found.Mark is null
        ? session.RunAsync("delete from bookmarks where source = @source and place = @place", [("source", source), ("place", found.Place)], stop)
        : session.RunAsync("""
            insert into bookmarks (source, place, mark) values (@source, @place, @mark)
            on conflict (source, place) do update set mark = excluded.mark
            """, [("source", source), ("place", found.Place), ("mark", found.Mark)], stop);
}
