using System.Text.Json.Nodes;
using NewsBot.DiscordApi;

namespace NewsBot.Discord.Tests.Server;

/// <summary>What the stories lean on: many channels at once, and the same world after the bot was killed.</summary>
public sealed class ScaleTests
{
    [Fact]
    public async Task A_thousand_channels_take_a_message_each_at_once()
    {
        await using var house = await House.OpenAsync();
        house.Server.RateLimits.GlobalPerSecond = int.MaxValue;
        var channels = Enumerable.Range(0, 1000).Select(it => house.Guild.AddTextChannel($"channel-{it}")).ToArray();
        await Parallel.ForEachAsync(channels, new ParallelOptions { MaxDegreeOfParallelism = 50, CancellationToken = TestContext.Current.CancellationToken },
            async (channel, _) => Assert.Equal(200, (await house.Client.SayAsync(channel, "News")).Status));
        Assert.All(channels, channel => Assert.Single(channel.Messages));
        Assert.Equal(1000, house.Server.Calls.Count(call => call.Status == 200));
    }

    [Fact]
    public async Task Kills_in_mid_delivery_lose_nothing_and_repeat_nothing_with_a_nonce()
    {
        await using var house = await House.OpenAsync();
        house.Server.RateLimits.IsOn = false;
        house.Server.Faults.Share(0.2, 11, Fault.CutAfterAccept, call => call.Method == "POST");
        house.Server.Faults.Share(0.2, 12, Fault.CutBeforeAccept, call => call.Method == "POST");
        for (var debt = 0; debt < 40; debt++)
            while (!await SentAsync(house, $"debt-{debt}")) { }

        Assert.Equal(Enumerable.Range(0, 40).Select(it => $"debt-{it}"), house.News.Messages.Select(it => it.Content));
        Assert.Contains(house.Server.Calls, call => call.Status == 0);
    }

    [Fact]
    public async Task The_session_lives_through_twenty_dropped_connections()
    {
        await using var house = await House.OpenAsync();
        var (session, sequence) = ("", 0L);
        for (var life = 0; life < 20; life++)
        {
            using var client = await GatewayClient.ConnectAsync(house.Server);
            if (life == 0) session = (string)(await client.ReadyAsync())["session_id"]!;
            else await client.ResumeAsync(session, sequence);
            var last = await client.HearAsync(life == 0 ? "GUILD_CREATE" : "RESUMED");
            sequence = (long)last["s"]!;
            house.Bot.Gateway.Drop();
        }
        Assert.Equal(1, house.Server.GatewayLog.Count(GatewayEntryKind.Identified));
        Assert.Equal(19, house.Server.GatewayLog.Count(GatewayEntryKind.Resumed));
    }

    private static async Task<bool> SentAsync(House house, string debt)
    {
        try
        {
            return (await house.Client.SendAsync(house.News, new() { ["content"] = debt, ["nonce"] = debt, ["enforce_nonce"] = true })).Status == 200;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
