using System.Globalization;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage;

/// <summary>Brings the tables up to date: numbered SQL files inside the program, each run once, in order, each in its own transaction.</summary>
internal sealed class Steps(IEngine engine, long now)
{
    private const string Table = "create table if not exists steps (number bigint primary key, name text not null, ran_at bigint not null)";

    public async Task RunAsync(CancellationToken stop)
    {
        var known = Known();
        while (await NextAsync(known, stop)) { }
    }

    // The lock is the transaction's: two programs that start together take turns, and the second finds nothing to do.
    private async Task<bool> NextAsync(IReadOnlyList<Step> known, CancellationToken stop)
    {
        await using var session = await engine.WriteAsync(stop);
        await session.HoldAsync(Turn.Steps, stop);
        await session.RunAsync(Table, [], stop);
        var done = await session.NumberAsync("select max(number) from steps", [], stop) ?? 0;
        if (done > known[^1].Number)
            throw new StorageException($"{engine.Title} was written by a newer NewsBot (step {done}, this one knows {known[^1].Number}): start that one.");
        if (known.FirstOrDefault(step => step.Number > done) is not { } next) return false;
        await session.RunAsync(next.Text(), [], stop);
        await session.RunAsync("insert into steps (number, name, ran_at) values (@number, @name, @now)",
            [("number", next.Number), ("name", next.Name), ("now", now)], stop);
        await session.CommitAsync();
        return true;
    }

    private List<Step> Known() =>
        [.. typeof(Steps).Assembly.GetManifestResourceNames()
            .Where(file => file.EndsWith($".{engine.Dialect.Name}.sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => new Step(long.Parse(file.Split('_')[0], CultureInfo.InvariantCulture), file))];

    private sealed record Step(long Number, string Name)
    {
        public string Text()
        {
            using var reader = new StreamReader(typeof(Steps).Assembly.GetManifestResourceStream(Name)!);
            return reader.ReadToEnd();
        }
    }
}
