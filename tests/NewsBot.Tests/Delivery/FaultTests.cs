using System.Diagnostics;
using NewsBot.Tests.Kill;

namespace NewsBot.Tests.Delivery;

/// <summary>Whatever goes wrong: once it is over everything is delivered, nothing twice, and a line says what happened. The real process on every platform.</summary>
public sealed class FaultTests : IAsyncLifetime
{
    private const int Articles = 6;

    private EveryPlatform _all = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _all = await EveryPlatform.StartAsync(places: 2);

    public ValueTask DisposeAsync() => _all.DisposeAsync();

    public static TheoryData<string, BotApi.Fault, DiscordApi.Fault, string> Faults => new()
    {
        { "500", BotApi.Fault.ServerError, DiscordApi.Fault.ServerError, "trying again at" },
        { "502", BotApi.Fault.BadGateway, DiscordApi.Fault.BadGateway, "trying again at" },
        { "429", BotApi.Fault.TooManyRequests(1), DiscordApi.Fault.UserLimit(TimeSpan.FromSeconds(1)), "trying again at" },
        { "cut before it was taken", BotApi.Fault.DropBefore, DiscordApi.Fault.CutBeforeAccept, "It is not known whether" },
        { "cut after it was taken", BotApi.Fault.DropAfter, DiscordApi.Fault.CutAfterAccept, "It is not known whether" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_between_here_and_the_platforms_is_told_and_got_over(string name, BotApi.Fault telegram, DiscordApi.Fault discord, string line)
    {
        Assert.NotEmpty(name);
        _all.Telegram.Faults.Next(telegram, 2, call => call.IsSend);
        _all.Discord.Faults.Next(2, discord, call => call.Method == "POST" && call.Route.EndsWith("/messages", StringComparison.Ordinal));
        WriteAll();
        using var bot = new BotProcess(_all.Home.Folder, "run");
        await EndsWellAsync(bot, line, mostLeft: 2);
    }

    [Fact]
    public async Task Platforms_that_cannot_be_reached_are_told_and_get_everything_when_they_can()
    {
        await _all.Telegram.GoDownAsync();
        _all.Discord.GatewayIsOpen = false;
        _all.Discord.Faults.Always(DiscordApi.Fault.CutBeforeAccept);
        WriteAll();
        using var bot = new BotProcess(_all.Home.Folder, "run");
        await bot.PrintsAsync("Telegram", Stop);
        await Task.Delay(2000, Stop);
        Assert.All(_all.Chats, chat => Assert.Empty(chat.FromBots));
        await _all.Telegram.ComeBackAsync(Stop);
        _all.Discord.GatewayIsOpen = true;
        _all.Discord.Faults.Clear();
        await EndsWellAsync(bot, "elegram", mostLeft: 0);
    }

    [Fact]
    public async Task A_database_that_another_program_holds_is_told_and_waited_for()
    {
        using var bot = new BotProcess(_all.Home.Folder, "run");
        await bot.PrintsAsync("Open http", Stop);
        await using (var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_all.Home.Folder, "data", "newsbot.db")};Pooling=False"))
        {
            await other.OpenAsync(Stop);
            await using var hold = other.CreateCommand();
            hold.CommandText = "begin immediate";
            await hold.ExecuteNonQueryAsync(Stop);
            WriteAll();
            // Longer than SQLite itself waits.
            await bot.PrintsAsync("in use by another program", Stop);
            hold.CommandText = "rollback";
            await hold.ExecuteNonQueryAsync(Stop);
        }
        await EndsWellAsync(bot, "in use by another program", mostLeft: 0);
    }

    [Fact]
    public async Task A_full_disk_is_told_and_once_there_is_room_everything_comes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/prlimit"), "prlimit, with which a file is kept from growing, is not here.");
        using var bot = BotProcess.OnSmallDisk(_all.Home.Folder, "run");
        await bot.PrintsAsync("Open http", Stop);
        await Task.Delay(500, Stop);
        await LimitAsync(bot, "4096");
        WriteAll();
        await bot.PrintsAsync("tried again", Stop);
        await Task.Delay(2000, Stop);
        Assert.False(bot.HasExited, bot.Output);
        Assert.All(_all.Chats, chat => Assert.Empty(chat.FromBots));
        await LimitAsync(bot, "unlimited");
        await EndsWellAsync(bot, "tried again", mostLeft: 0);
    }

    [Fact]
    public async Task Names_that_nobody_resolves_any_more_are_told_and_once_they_are_everything_comes()
    {
        Assert.SkipUnless(await BotProcess.CanHaveNamesAsync(), "This machine lets no process have names of its own (unshare --mount).");
        const string Names = "127.0.0.1 telegram.test discord.test\n";
        var hosts = Path.Combine(_all.Home.Folder, "hosts");
        File.WriteAllText(hosts, Names);
        _all.Home.Change("Telegram", "BaseUrl", _all.Telegram.Address.Replace("127.0.0.1", "telegram.test", StringComparison.Ordinal));
        _all.Home.Change("Discord", "BaseUrl", _all.Discord.Api.ToString().Replace("127.0.0.1", "discord.test", StringComparison.Ordinal));
        using var bot = BotProcess.WithNames(hosts, _all.Home.Folder, "run");
        await bot.PrintsAsync("Shard 0/1 is connected", Stop);
        await bot.PrintsAsync("Telegram: connected", Stop);

        File.WriteAllText(hosts, "");
        // What is open stays open without a name.
        await _all.Telegram.GoDownAsync();
        await _all.Telegram.ComeBackAsync(Stop);
        _all.Discord.Faults.Next(2, DiscordApi.Fault.CutBeforeAccept);
        WriteAll();
        await bot.PrintsAsync("NameResolutionError", Stop);
        await Task.Delay(2000, Stop);
        Assert.False(bot.HasExited, bot.Output);
        Assert.All(_all.Chats, chat => Assert.Empty(chat.FromBots));
        File.WriteAllText(hosts, Names);
        await EndsWellAsync(bot, "NameResolutionError", mostLeft: 0);
    }

    private static async Task LimitAsync(BotProcess bot, string bytes)
    {
        using var limit = Process.Start("/usr/bin/prlimit", [$"--pid={bot.Id}", $"--fsize={bytes}:unlimited"]);
        await limit.WaitForExitAsync(Stop);
        Assert.Equal(0, limit.ExitCode);
    }

    private void WriteAll()
    {
        for (var i = 0; i < Articles; i++) _all.Write(i);
    }

    private async Task EndsWellAsync(BotProcess bot, string line, int mostLeft)
    {
        var state = await _all.SettledAsync(bot, Articles * _all.Places, TimeSpan.FromMinutes(2));
        Assert.Equal(0, state.GivenUp);
        Assert.InRange(state.Left, 0, mostLeft);
        await _all.CheckAsync(Articles, state.Left);
        Assert.True(bot.Output.Contains(line, StringComparison.Ordinal), bot.Output);
        Assert.DoesNotContain("   at ", bot.Output, StringComparison.Ordinal);
    }
}
