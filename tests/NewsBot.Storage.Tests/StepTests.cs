using Microsoft.Data.Sqlite;
using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Storage.Engines;
using NewsBot.Storage.Tables;

namespace NewsBot.Storage.Tests;

/// <summary>A database of an older NewsBot keeps everything that it knew of debts.</summary>
public sealed class StepTests(PostgresServer server) : IDisposable
{
    private const string Old = """
        insert into articles (number, id, source, place, published, fingerprint, summary, content, kept_at)
            values (1, 'a1', 's', 'p', 1000, 'f', 'sum', '{"title":"One","published":"2024-09-08T12:00:00+00:00","tags":[],"topics":[],"body":[]}', 1000), (2, 'a2', 's', 'q', 1000, 'g', 'sum', '{"title":"Two","published":"2024-09-08T12:00:00+00:00","tags":[],"topics":[],"body":[]}', 1000);
        insert into channels (channel, due_at, paid, given_up) values ('local:x', 1000, 1, 2), ('local:y', null, 0, 0);
        insert into debts (article, channel, kind, owed_at, attempts, paid_at, message_id, drawn_hash) values ('a1', 'local:x', 'Post', 1000, 1, 2000, '77', 'h');
        insert into debts (article, channel, kind, owed_at, attempts) values ('a2', 'local:x', 'Post', 1000, 0);
        insert into debts (article, channel, kind, owed_at, attempts, given_up_at, failed_at, why) values ('a1', 'local:y', 'Sample', 1000, 3, 2000, 2000, 'Too long.');
        insert into debts (article, channel, kind, owed_at, attempts, given_up_at, left_at, failed_at, why) values ('a2', 'local:y', 'Post', 1000, 1, 2000, 2000, 2000, 'No answer.');
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsbot-steps-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task An_SQLite_database_of_the_second_step_keeps_its_debts()
    {
        var file = Path.Combine(folder.FullName, "old.db");
        await using (var old = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await old.OpenAsync(Stop);
            await RunAsync(old, await ToSecondStepAsync("sqlite"));
        }
        await using var engine = new SqliteEngine(file);
        await CheckAsync(engine);
    }

    [Fact]
    public async Task A_PostgreSQL_database_of_the_second_step_keeps_its_debts()
    {
        await using var engine = new PostgresEngine(await server.NewDatabaseAsync());
        await using (var session = await engine.WriteAsync(Stop))
        {
            await RunAsync(session.Connection, await ToSecondStepAsync("postgres"));
            await session.CommitAsync();
        }
        await CheckAsync(engine);
    }

    private static async Task CheckAsync(IEngine engine)
    {
        var database = new Database(engine, TimeProvider.System);
        await database.OpenAsync(Stop);
        var outbox = new OutboxTable(database);
        var state = await outbox.StateAsync(Stop);
        Assert.Equal((1, 1, 1, 1), (state.Owed, state.Paid, state.GivenUp, state.Left));
        Assert.Equal(["No answer.", "Too long."], state.LastProblems.Select(problem => problem.Why).Order());
        Assert.False(await outbox.OweAsync(new("a1"), new("local", "x"), DebtKind.Post, Stop));
        Assert.False(await outbox.OweAsync(new("a2"), new("local", "y"), DebtKind.Post, Stop));
        var open = Assert.Single(await outbox.LeaseAsync("me", "local", 9, TimeSpan.FromMinutes(1), Stop));
        Assert.Equal((2, "a2", new ArticleId("a2"), new ChannelRef("local", "x"), DebtKind.Post, DebtClass.Ordinary), (open.Number, open.Subject, open.Article, open.Channel, open.Kind, open.Class));
        Assert.True(await outbox.SettleAsync("me", open, new Settlement.Paid("78", "h"), Stop));
        // Numbers go on where they were, so that the order of what is owed stays.
        Assert.True(await outbox.OweAsync(new("a1"), new("local", "z"), DebtKind.Post, Stop));
        Assert.InRange(Assert.Single(await outbox.LeaseAsync("me", "local", 9, TimeSpan.FromMinutes(1), Stop)).Number, 5, 99);
    }

    private static async Task<string> ToSecondStepAsync(string dialect)
    {
        var steps = new List<string> { "create table steps (number bigint primary key, name text not null, ran_at bigint not null);" };
        foreach (var (number, name) in new[] { (1, "0001_house"), (2, "0002_platforms") })
        {
            var file = $"{name}.{dialect}.sql";
            using var reader = new StreamReader(typeof(Database).Assembly.GetManifestResourceStream(file)!);
            steps.Add(await reader.ReadToEndAsync(Stop));
            steps.Add($"insert into steps (number, name, ran_at) values ({number}, '{file}', 1);");
        }
        return string.Join('\n', [.. steps, Old]);
    }

    private static async Task RunAsync(System.Data.Common.DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Stop);
    }
}
