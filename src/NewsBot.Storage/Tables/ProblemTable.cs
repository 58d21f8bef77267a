using NewsBot.Core.Sources;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Tables;

/// <summary>Places of the sources that could not be read: the latest problem of each, until the place reads well.</summary>
internal static class ProblemTable
{
    public static Task KeepAsync(Session session, string source, Found.Problem problem, long now, CancellationToken stop) => session.RunAsync("""
        insert into problems (source, place, what, seen_at) values (@source, @place, @what, @now)
        on conflict (source, place) do update set what = excluded.what, seen_at = excluded.seen_at
        """, [("source", source), ("place", problem.Place), ("what", problem.What), ("now", now)], stop);

    public static Task ClearAsync(Session session, string source, string place, CancellationToken stop) => session.RunAsync(
        "delete from problems where source = @source and place = @place", [("source", source), ("place", place)], stop);

    public static async Task<IReadOnlyList<PlaceProblem>> NewestAsync(Session session, int take, CancellationToken stop) => await session.ListAsync(
        "select source, place, what, seen_at from problems order by seen_at desc, source, place limit @take", [("take", (long)take)],
        static row => new PlaceProblem(row.GetString(0), row.GetString(1), row.GetString(2), row.At(3)), stop);
}
