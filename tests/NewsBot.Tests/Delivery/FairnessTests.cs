using NewsBot.BotApi;
using NewsBot.Tests.Kill;

namespace NewsBot.Tests.Delivery;

/// <summary>A channel that is slow, or never answers at all, delays none of the others.</summary>
public sealed class FairnessTests
{
    /// <summary>More than a platform has places in flight.</summary>
    private const int Hanging = 40;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Forty_chats_that_never_answer_delay_nobody_on_any_platform()
    {
        await using var all = await EveryPlatform.StartAsync(Hanging + 5);
        var silent = all.Chats.Take(Hanging).ToHashSet();
        using var hush = all.Telegram.Faults.Always(Fault.Silence, call => call.IsSend && call["chat_id"] is { } chat && silent.Any(room => $"{room.Id}" == chat));
        all.Write(0);
        using var bot = new BotProcess(all.Home.Folder, "run");
        await bot.PrintsAsync("posts owed", Stop);
        // Much sooner than the first of the others is given up waiting for.
        foreach (var chat in all.Chats.Skip(Hanging)) await chat.MessagesAsync(1, Stop, TimeSpan.FromSeconds(25));
        foreach (var channel in all.Channels) await channel.MessagesAsync(1, Stop);
        Assert.All(silent, chat => Assert.Empty(chat.FromBots));
        Assert.False(bot.HasExited, bot.Output);
        await bot.KillAsync();
    }
}
