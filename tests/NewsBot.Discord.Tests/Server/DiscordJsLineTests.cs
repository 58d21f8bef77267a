using NewsBot.DiscordApi;

namespace NewsBot.Discord.Tests.Server;

/// <summary>discord.js on a bad line.</summary>
public sealed class DiscordJsLineTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_resumed_after_a_dropped_socket_and_op_7_and_hears_what_it_missed()
    {
        await using var house = await House.OpenAsync();
        await using var bot = house.DiscordJs();
        await bot.ToldAsync("ready", Stop);

        house.Server.GatewayIsOpen = false;
        house.Bot.Gateway.Drop();
        house.Guild.AddTextChannel("gone").Delete();
        house.Server.GatewayIsOpen = true;

        Assert.True((int)(await bot.ToldAsync("resumed", Stop))["replayed"]! >= 2);
        Assert.Equal("gone", (string?)(await bot.ToldAsync("channelDeleted", Stop))["channel"]);
        var resumed = await house.Server.GatewayLog.UntilAsync(GatewayEntryKind.Resumed, 1, Stop);
        Assert.StartsWith("/resume", resumed.Url, StringComparison.Ordinal);

        house.Bot.Gateway.AskToReconnect();
        await house.Server.GatewayLog.UntilAsync(GatewayEntryKind.Resumed, 2, Stop);
        Assert.Equal("About all, 5", (await (await house.Ann.RunsAsync(house.News, "latest")).ReplyAsync(Stop)).Content);
        Assert.Equal(1, house.Server.GatewayLog.Count(GatewayEntryKind.Identified));
    }

    [Fact]
    public async Task It_identifies_anew_after_op_9_false()
    {
        await using var house = await House.OpenAsync();
        await using var bot = house.DiscordJs();
        await bot.ToldAsync("ready", Stop);

        house.Bot.Gateway.Invalidate(canResume: false);
        await house.Server.GatewayLog.UntilAsync(GatewayEntryKind.Identified, 2, Stop);
    }
}
