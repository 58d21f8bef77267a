using NewsBot.DiscordApi;
using NewsBot.Tests.Kill;

namespace NewsBot.Discord.Tests.Kill;

/// <summary>The real process, killed 20 times (in a short run: 6) while it posts to Discord: nothing is lost and nothing comes twice, since the nonce says what is the same post.</summary>
public sealed class DiscordKillTests
{
    private const int Articles = 60;
    private const int Channels = 10;

    private static readonly int Kills = LongRun.Times(full: 20, shortened: 6);

    [Fact]
    public async Task Kills_in_mid_delivery_lose_nothing_and_repeat_nothing()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var house = await DiscordHouse.BuildAsync();
        var owner = house.Server.AddPerson("Olena");
        var guild = house.Server.AddGuild("Herald readers", owner);
        guild.Invite(house.Bot, DiscordStories.Rights);
        var channels = Enumerable.Range(0, Channels).Select(i => guild.AddTextChannel($"news-{i}")).ToArray();
        using (var bot = new BotProcess(house.Folder, "run"))
        {
            await house.Bot.Gateway.ReadyAsync(stop: stop);
            await DiscordHouse.WaitAsync(() => Task.FromResult(house.Bot.Commands.Writes > 0));
            foreach (var channel in channels) await (await owner.RunsAsync(channel, "subscribe", ("topic", "everything"))).ReplyAsync(stop);
            await bot.KillAsync();
        }
        for (var i = 0; i < Articles; i++) house.Write($"{i:00}", $"Notice {i:00}", $"The lower town says {i}.");

        var random = new Random(Random.Shared.Next());
        for (var kill = 0; kill < Kills; kill++)
        {
            using var bot = new BotProcess(house.Folder, "run");
            var before = Posted(channels);
            var some = random.Next(1, 20);
            await DiscordHouse.WaitAsync(() => Task.FromResult(Posted(channels) >= Math.Min(before + some, Articles * Channels)));
            Assert.False(bot.HasExited, bot.Output);
            await bot.KillAsync();
        }

        await house.StartBotAsync(waits: false);
        var state = await house.SettledAsync(Articles * Channels);
        Assert.Equal((0, 0), (state.Left, state.GivenUp));
        foreach (var channel in channels)
        {
            var titles = channel.History.Select(message => message.Text.Split('\n')[0]).Where(title => title.StartsWith("Notice", StringComparison.Ordinal)).ToArray();
            Assert.Equal(Enumerable.Range(0, Articles).Select(i => $"Notice {i:00}"), titles);
        }
    }

    private static int Posted(Channel[] channels) => channels.Sum(channel => channel.History.Count);
}
