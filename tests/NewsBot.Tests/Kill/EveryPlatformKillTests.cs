using NewsBot.Tests.Delivery;

namespace NewsBot.Tests.Kill;

/// <summary>
/// The real process on every platform together, killed 50 times during 4,995 deliveries (in a short run: 6 times during 270): nothing is lost; Discord and the
/// rooms get everything exactly once; on Telegram, which cannot be asked, no more is in doubt than was in flight.
/// </summary>
public sealed class EveryPlatformKillTests
{
    private const int Places = 3;

    /// <summary>What the courier has in flight at most on one platform: one post for each channel.</summary>
    private const int InFlight = Places;

    private static readonly int Articles = LongRun.Times(full: 555, shortened: 30);
    private static readonly int Kills = LongRun.Times(full: 50, shortened: 6);

    [Fact]
    public async Task Kills_lose_nothing_and_repeat_nothing_on_any_platform()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var all = await EveryPlatform.StartAsync(Places);
        var seed = Random.Shared.Next();
        TestContext.Current.SendDiagnosticMessage($"Random seed {seed}");
        var random = new Random(seed);
        var written = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var bot = new BotProcess(all.Home.Folder, "run");
            for (var until = (kill + 1) * Articles / Kills; written < until; written++) all.Write(written);
            await bot.PrintsAsync("Posted", stop);
            await Task.Delay(random.Next(0, 500), stop);
            Assert.False(bot.HasExited, $"The bot stopped by itself: {bot.Output}");
            await bot.KillAsync();
        }

        using var last = new BotProcess(all.Home.Folder, "run");
        var state = await all.SettledAsync(last, Articles * all.Places, TimeSpan.FromMinutes(LongRun.Times(full: 20, shortened: 3)));
        Assert.Equal(0, state.GivenUp);
        Assert.InRange(state.Left, 0, Kills * InFlight);
        await all.CheckAsync(Articles, state.Left);
        TestContext.Current.SendDiagnosticMessage($"{state.Left} in doubt on Telegram after {Kills} kills");
        last.Terminate();
        Assert.Equal(0, await last.ExitAsync(TimeSpan.FromSeconds(20)));
    }
}
