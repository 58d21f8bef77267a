using NewsBot.BotApi;
using NewsBot.Tests.Kill;

namespace NewsBot.Telegram.Tests.Kill;

/// <summary>
/// The real process, killed 20 times (in a short run: 6) while it posts to Telegram: nothing is lost, nothing comes twice, and what is not known to have arrived is no more
/// than what was in flight.
/// </summary>
public sealed class TelegramKillTests
{
    private const int Articles = 60;
    private const int Chats = 10;

    private static readonly int Kills = LongRun.Times(full: 20, shortened: 6);

    /// <summary>What the courier has in flight at most on one platform.</summary>
    private const int InFlight = 32;

    [Fact]
    public async Task Kills_in_mid_delivery_lose_nothing_and_repeat_nothing()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var house = await TelegramHouse.BuildAsync();
        var chats = Enumerable.Range(0, Chats).Select(i => house.Server.PrivateChat(house.Server.AddPerson($"Reader {i}"))).ToArray();
        using (var bot = new BotProcess(house.Folder, "run"))
        {
            await bot.PrintsAsync("connected as", stop);
            foreach (var chat in chats) await chat.Person!.Types(chat, "/subscribe everything").AnswerAsync(stop);
            await bot.KillAsync();
        }
        for (var i = 0; i < Articles; i++) house.Write($"{i:00}", $"Notice {i:00}", $"The lower town says {i}.");

        var random = new Random(Random.Shared.Next());
        var started = house.Server.Calls.Count(call => call.IsSend);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var bot = new BotProcess(house.Folder, "run");
            var before = house.Server.Calls.Count(call => call.IsSend && call.WasAccepted);
            // In the midst of posting: some arrive, then the end.
            var some = random.Next(1, 20);
            await house.Server.CallAsync(_ => house.Server.Calls.Count(call => call.IsSend && call.WasAccepted) >= before + some || AllSent(chats), stop);
            Assert.False(bot.HasExited, bot.Output);
            await bot.KillAsync();
        }
        Assert.True(house.Server.Calls.Count(call => call.IsSend) > started);

        await house.StartBotAsync();
        var state = await house.SettledAsync(Articles * Chats);
        Assert.InRange(state.Left, 0, Kills * InFlight);
        var missing = 0;
        foreach (var chat in chats)
        {
            var notices = chat.FromBots.Select(message => message.Text.Split('\n')[0]).Where(title => title.StartsWith("Notice", StringComparison.Ordinal)).ToArray();
            Assert.Equal(notices.Distinct().Count(), notices.Length);
            Assert.Equal(notices.Order(StringComparer.Ordinal), notices);
            missing += Articles - notices.Length;
        }
        // What did not arrive is known to be in doubt, and was in flight at a kill.
        Assert.InRange(missing, 0, state.Left);
        TestContext.Current.SendDiagnosticMessage($"{state.Left} in doubt, {missing} of them not arrived");
    }

    private static bool AllSent(ChatRoom[] chats) => chats.All(chat => chat.FromBots.Count >= Articles);
}
