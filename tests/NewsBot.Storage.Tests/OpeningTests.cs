using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Sources;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Topics;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage.Tests;

public sealed class OpeningTests(PostgresServer server) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsbot-opening-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_host_gets_every_port_and_a_database_in_a_folder_that_was_not_there()
    {
        using var host = Host(("Storage:Path", "data/deep/newsbot.db"));
        var database = host.Services.GetRequiredService<IDatabase>();
        Assert.False(await database.AnswersAsync(Stop));
        await database.OpenAsync(Stop);
        Assert.True(await database.AnswersAsync(Stop));
        Assert.Equal(Path.Combine(folder.FullName, "data", "deep", "newsbot.db"), database.File);
        Assert.True(File.Exists(database.File));
        Assert.Empty(await host.Services.GetRequiredService<IArchive>().LatestAsync(new(), Stop));
        Assert.Empty(await host.Services.GetRequiredService<IHarvestStore>().ProblemsAsync(1, Stop));
        Assert.Empty(await host.Services.GetRequiredService<ITopics>().AllAsync(Stop));
        Assert.Empty(await host.Services.GetRequiredService<ISubscriptions>().AllAsync(Stop));
        Assert.Null(await host.Services.GetRequiredService<IOutbox>().NextDueAsync("local", Stop));
        Assert.Empty(await host.Services.GetRequiredService<IRoomBook>().RoomsAsync(Stop));
        Assert.Null(await host.Services.GetRequiredService<ILineBook>().FindAsync("x", Stop));
    }

    [Fact]
    public async Task Ports_before_the_opening_say_what_is_missing()
    {
        using var host = Host();
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Services.GetRequiredService<IArchive>().LatestAsync(new(), Stop));
    }

    [Fact]
    public async Task What_was_kept_is_there_after_a_restart()
    {
        for (var start = 0; start < 3; start++)
        {
            using var host = Host();
            await host.Services.GetRequiredService<IDatabase>().OpenAsync(Stop);
            var rooms = host.Services.GetRequiredService<IRoomBook>();
            Assert.Equal(start == 0, await rooms.AddRoomAsync("front-page", Stop));
        }
    }

    [Theory]
    [InlineData("Storage:Path", "", "Storage:Path")]
    [InlineData("Storage:Path", "data/", "Storage:Path")]
    [InlineData("Storage:ConnectionString", "Host=db;Password=sesame;Colour=red", "Storage:ConnectionString")]
    [InlineData("Storage:ConnectionString", "Password=sesame", "Storage:ConnectionString")]
    [InlineData("Storage:ConnectionString", "Host=db;Password=a;sesame", "Storage:ConnectionString")]
    [InlineData("Storage:ConnectionString", "Host=db;Port=sesame", "Storage:ConnectionString")]
    public void A_wrong_setting_is_named_in_one_sentence_that_holds_no_secret(string setting, string value, string named)
    {
        using var host = Host((setting, value));
        var complaint = Assert.Throws<OptionsValidationException>(() => host.Services.GetRequiredService<IDatabase>());
        Assert.StartsWith(named, complaint.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", complaint.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\n', complaint.Message);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_told_in_one_sentence_without_the_password()
    {
        using var host = Host(("Storage:ConnectionString", $"Host={folder.FullName};Database=newsbot;Username=newsbot;Password=sesame;Timeout=2"));
        var database = host.Services.GetRequiredService<IDatabase>();
        var complaint = await Assert.ThrowsAsync<StorageException>(() => database.OpenAsync(Stop));
        Assert.Contains("cannot be reached", complaint.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", complaint + database.Title, StringComparison.Ordinal);
        Assert.False(await database.AnswersAsync(Stop));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_left_alone()
    {
        var path = Path.Combine(folder.FullName, "letter.db");
        var text = string.Concat(Enumerable.Repeat("Dear Sir or Madam, ", 100));
        await File.WriteAllTextAsync(path, text, Stop);
        Assert.Contains("is not an SQLite database", await ComplaintAsync("letter.db"), StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(path, Stop));
    }

    [Fact]
    public async Task A_path_that_cannot_be_made_is_told()
    {
        folder.CreateSubdirectory("folder.db");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "file"), "", Stop);
        Assert.Contains("Storage:Path", await ComplaintAsync("folder.db"), StringComparison.Ordinal);
        Assert.Contains("Storage:Path", await ComplaintAsync("file/newsbot.db"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_on_sqlite() =>
        await AssertNewerIsRefusedAsync(new SqliteEngine(Path.Combine(folder.FullName, "newer.db")));

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_on_postgres() =>
        await AssertNewerIsRefusedAsync(new PostgresEngine(await server.NewDatabaseAsync()));

    [Fact]
    public async Task Two_programs_that_open_a_new_database_together_both_succeed_on_sqlite()
    {
        var path = Path.Combine(folder.FullName, "both.db");
        await AssertOpenTogetherAsync(() => new SqliteEngine(path));
    }

    [Fact]
    public async Task Two_programs_that_open_a_new_database_together_both_succeed_on_postgres()
    {
        var connection = await server.NewDatabaseAsync();
        await AssertOpenTogetherAsync(() => new PostgresEngine(connection));
    }

    [Fact]
    public async Task Both_engines_know_the_same_steps_and_tables()
    {
        await using var sqlite = await TestStore.SqliteAsync();
        await using var postgres = await TestStore.PostgresAsync(server);
        Assert.Equal(
            await NamesAsync(postgres, "select table_name || '.' || column_name from information_schema.columns where table_schema = 'public' and table_name <> 'article_words'"),
            await NamesAsync(sqlite, "select t.name || '.' || c.name from pragma_table_list t, pragma_table_xinfo(t.name) c where t.type = 'table' and t.name not like 'sqlite%'"));

        static async Task<IEnumerable<string>> NamesAsync(TestStore store, string sql) =>
            (await store.Database.ReadAsync(session => session.ListAsync(sql, [], static row => row.GetString(0), Stop), Stop)).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_sqlite_file_is_set_for_safety_and_large_rows()
    {
        await using var store = await TestStore.SqliteAsync();
        var settings = await store.Database.WriteAsync(session => session.ListAsync(
            "select journal_mode || ' ' || synchronous || ' ' || foreign_keys || ' ' || page_size from pragma_journal_mode, pragma_synchronous, pragma_foreign_keys, pragma_page_size",
            [], static row => row.GetString(0), Stop), Stop);
        Assert.Equal(["wal 2 1 16384"], settings);
    }

    [Fact]
    public void Only_one_holds_the_lock_of_a_database_file()
    {
        using var host = Host();
        var database = host.Services.GetRequiredService<IDatabase>();
        using (var first = DataLock.TryTake(database))
        {
            Assert.NotNull(first);
            Assert.Null(DataLock.TryTake(database));
        }
        using var next = DataLock.TryTake(database);
        Assert.NotNull(next);
    }

    [Fact]
    public void Postgres_needs_no_lock()
    {
        using var host = Host(("Storage:ConnectionString", "Host=db"));
        using var first = DataLock.TryTake(host.Services.GetRequiredService<IDatabase>());
        using var second = DataLock.TryTake(host.Services.GetRequiredService<IDatabase>());
        Assert.NotNull(first);
        Assert.NotNull(second);
    }

    private IHost Host(params (string Key, string Value)[] settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new() { ContentRootPath = folder.FullName });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, string? (setting) => setting.Value));
        builder.Services.AddStorage(builder.Configuration);
        return builder.Build();
    }

    private async Task<string> ComplaintAsync(string path)
    {
        using var host = Host(("Storage:Path", path));
        var complaint = await Assert.ThrowsAsync<StorageException>(() => host.Services.GetRequiredService<IDatabase>().OpenAsync(Stop));
        Assert.DoesNotContain('\n', complaint.Message);
        return complaint.Message;
    }

    private static async Task AssertNewerIsRefusedAsync(IEngine engine)
    {
        await using var database = new Database(engine, TimeProvider.System);
        await database.OpenAsync(Stop);
        await database.WriteAsync(session => session.RunAsync("insert into steps (number, name, ran_at) values (9999, 'later', 0)", [], Stop), Stop);
        var complaint = await Assert.ThrowsAsync<StorageException>(() => database.OpenAsync(Stop));
        Assert.Contains("newer NewsBot", complaint.Message, StringComparison.Ordinal);
    }

    private static async Task AssertOpenTogetherAsync(Func<IEngine> engine)
    {
        Database[] databases = [.. Enumerable.Range(0, 4).Select(_ => new Database(engine(), TimeProvider.System))];
        await Task.WhenAll(databases.Select(database => Task.Run(() => database.OpenAsync(Stop), Stop)));
        foreach (var database in databases)
        {
            Assert.True(await database.AnswersAsync(Stop));
            await database.DisposeAsync();
        }
    }
}
