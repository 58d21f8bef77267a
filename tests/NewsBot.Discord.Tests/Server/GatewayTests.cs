using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using NewsBot.DiscordApi;

namespace NewsBot.Discord.Tests.Server;

/// <summary>The gateway on the wire.</summary>
public sealed class GatewayTests
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch.AddYears(60));

    [Fact]
    public async Task READY_names_the_servers_and_GUILD_CREATE_brings_each()
    {
        await using var house = await House.OpenAsync();
        using var client = await GatewayClient.ConnectAsync(house.Server);
        var ready = await client.ReadyAsync();
        Assert.Equal($"{house.Guild.Id}", (string?)ready["guilds"]![0]!["id"]);
        Assert.Equal($"{house.Bot.Id}", (string?)ready["application"]!["id"]);
        Assert.Empty(ready["private_channels"]!.AsArray());
        var guild = (await client.HearAsync("GUILD_CREATE"))["d"]!;
        Assert.False((bool)guild["unavailable"]!);
        foreach (var list in (string[])["channels", "members", "roles", "threads", "presences", "voice_states", "guild_scheduled_events"]) Assert.IsType<JsonArray>(guild[list]);
    }

    [Theory]
    [InlineData("""{"op":2,"d":{"token":"wrong","intents":1,"properties":{}}}""", 4004)]
    [InlineData("""{"op":2,"d":{"token":"token","intents":1,"properties":{},"shard":[1,1]}}""", 4010)]
    [InlineData("""{"op":2,"d":{"token":"token","intents":1073741824,"properties":{}}}""", 4013)]
    [InlineData("""{"op":2,"d":{"token":"token","intents":32769,"properties":{}}}""", 4014)]
    [InlineData("""{"op":2,"d":{"token":"token"}}""", 4002)]
    [InlineData("""{"op":3,"d":{}}""", 4003)]
    [InlineData("""{"op":99}""", 4001)]
    [InlineData("not json", 4002)]
    public async Task A_wrong_start_is_closed_with_its_code(string payload, int code)
    {
        await using var house = await House.OpenAsync();
        using var client = await GatewayClient.ConnectAsync(house.Server);
        await client.SendAsync(payload);
        Assert.Equal(code, await client.ClosedAsync());
        Assert.Equal(code, house.Server.GatewayLog.All[^1].Code);
    }

    [Fact]
    public async Task Another_version_is_closed_with_4012_and_a_second_identify_with_4005()
    {
        await using var house = await House.OpenAsync();
        using var old = await GatewayClient.ConnectAsync(house.Server, "?v=6&encoding=json");
        Assert.Equal(4012, await old.ClosedAsync());
        using var client = await GatewayClient.ConnectAsync(house.Server);
        await client.ReadyAsync();
        await client.IdentifyAsync();
        Assert.Equal(4005, await client.ClosedAsync());
    }

    [Fact]
    public async Task Long_payloads_and_too_many_are_closed()
    {
        await using var house = await House.OpenAsync();
        using var longs = await GatewayClient.ConnectAsync(house.Server);
        await longs.SendAsync(new string(' ', 4097));
        Assert.Equal(4002, await longs.ClosedAsync());
        using var client = await GatewayClient.ConnectAsync(house.Server);
        await client.ReadyAsync();
        for (var sent = 0; sent < 121; sent++) await client.SendAsync("""{"op":3,"d":{}}""");
        Assert.Equal(4008, await client.ClosedAsync());
    }

    [Fact]
    public async Task More_servers_than_a_shard_may_have_are_closed_with_4011()
    {
        await using var house = await House.OpenAsync(new() { MostGuildsPerShard = 1 });
        house.Server.AddGuild("Second", house.Ann).Invite(house.Bot);
        using var client = await GatewayClient.ConnectAsync(house.Server);
        await client.IdentifyAsync();
        Assert.Equal(4011, await client.ClosedAsync());
    }

    [Fact]
    public async Task Each_shard_hears_of_its_own_servers()
    {
        await using var house = await House.OpenAsync();
        for (var made = 0; made < 9; made++) house.Server.AddGuild($"Guild {made}", house.Ann).Invite(house.Bot);
        var seen = new List<ulong>();
        foreach (var shard in (int[])[0, 1])
        {
            using var client = await GatewayClient.ConnectAsync(house.Server);
            var guilds = (await client.ReadyAsync(shard, 2))["guilds"]!.AsArray().Select(it => ulong.Parse((string)it!["id"]!, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            Assert.All(guilds, guild => Assert.Equal(shard, (int)((guild >> 22) % 2)));
            seen.AddRange(guilds);
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }
        Assert.Equal(10, seen.Distinct().Count());
    }

    [Fact]
    public async Task Identifying_too_quickly_is_refused_with_op_9()
    {
        await using var house = await House.OpenAsync(new() { Clock = _clock });
        using var first = await GatewayClient.ConnectAsync(house.Server);
        await first.ReadyAsync();
        using var second = await GatewayClient.ConnectAsync(house.Server);
        await second.IdentifyAsync();
        var refused = await second.HearAsync();
        Assert.Equal((9, false), ((int)refused!["op"]!, (bool)refused["d"]!));
        _clock.Advance(TimeSpan.FromSeconds(5));
        await second.ReadyAsync();
        Assert.Equal(998, house.Bot.Gateway.IdentifiesLeft);
    }

    [Fact]
    public async Task Past_the_day_s_identifies_the_token_is_worth_nothing()
    {
        await using var house = await House.OpenAsync(new() { Clock = _clock });
        using var connected = await GatewayClient.ConnectAsync(house.Server);
        await connected.ReadyAsync();
        house.Bot.Gateway.SpendIdentifies(999);
        Assert.Equal(0, (int)(await house.Client.GetAsync("gateway/bot")).Body!["session_start_limit"]!["remaining"]!);
        _clock.Advance(TimeSpan.FromSeconds(5));
        using var another = await GatewayClient.ConnectAsync(house.Server);
        await another.IdentifyAsync();
        Assert.Equal(4004, await another.ClosedAsync());
        Assert.Equal(4004, await connected.ClosedAsync());
        Assert.Equal(401, (await house.Client.GetAsync("users/@me")).Status);
    }

    [Fact]
    public async Task A_resume_brings_what_was_missed_and_nothing_else()
    {
        await using var house = await House.OpenAsync();
        string session;
        long sequence;
        using (var client = await GatewayClient.ConnectAsync(house.Server))
        {
            session = (string)(await client.ReadyAsync())["session_id"]!;
            sequence = (long)(await client.HearAsync("GUILD_CREATE"))["s"]!;
            await client.CloseAsync(4999);
        }
        await house.Bot.Gateway.GoneAsync(TestContext.Current.CancellationToken);
        house.Guild.AddTextChannel("missed");
        using var back = await GatewayClient.ConnectAsync(house.Server);
        await back.ResumeAsync(session, sequence);
        var missed = await back.HearAsync();
        Assert.Equal(("CHANNEL_CREATE", "missed"), ((string?)missed!["t"], (string?)missed["d"]!["name"]));
        Assert.Equal("RESUMED", (string?)(await back.HearAsync())!["t"]);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    public async Task A_normal_closing_gives_the_session_up(int code)
    {
        await using var house = await House.OpenAsync();
        string session;
        using (var client = await GatewayClient.ConnectAsync(house.Server))
        {
            session = (string)(await client.ReadyAsync())["session_id"]!;
            await client.CloseAsync(code);
        }
        using var back = await GatewayClient.ConnectAsync(house.Server);
        await back.ResumeAsync(session, 1);
        Assert.Equal("""{"op":9,"d":false,"s":null,"t":null}""", (await back.HearAsync())!.ToJsonString());
    }

    [Fact]
    public async Task A_session_that_waited_too_long_is_gone_and_a_sequence_from_the_future_is_4007()
    {
        await using var house = await House.OpenAsync(new() { Clock = _clock });
        string session;
        using (var client = await GatewayClient.ConnectAsync(house.Server))
        {
            session = (string)(await client.ReadyAsync())["session_id"]!;
            await client.CloseAsync(4999);
        }
        await house.Bot.Gateway.GoneAsync(TestContext.Current.CancellationToken);
        using var future = await GatewayClient.ConnectAsync(house.Server);
        await future.ResumeAsync(session, 99);
        Assert.Equal(4007, await future.ClosedAsync());
        _clock.Advance(TimeSpan.FromMinutes(6));
        using var late = await GatewayClient.ConnectAsync(house.Server);
        await late.ResumeAsync(session, 1);
        Assert.Equal(9, (int)(await late.HearAsync())!["op"]!);
    }

    [Fact]
    public async Task Heartbeats_are_answered_until_the_server_plays_dead()
    {
        await using var house = await House.OpenAsync();
        using var client = await GatewayClient.ConnectAsync(house.Server);
        await client.ReadyAsync();
        await client.HearAsync("GUILD_CREATE");
        await client.SendAsync("""{"op":1,"d":2}""");
        Assert.Equal(11, (int)(await client.HearAsync())!["op"]!);
        house.Bot.Gateway.AnswersHeartbeats = false;
        await client.SendAsync("""{"op":1,"d":2}""");
        await house.Server.GatewayLog.UntilAsync(GatewayEntryKind.Heartbeat, 2, TestContext.Current.CancellationToken);
        house.Bot.Gateway.AskToReconnect();
        Assert.Equal(7, (int)(await client.HearAsync())!["op"]!);
    }

    [Fact]
    public async Task A_bot_without_heartbeat_is_closed_with_4009()
    {
        await using var house = await House.OpenAsync(new() { Clock = _clock });
        using var client = await GatewayClient.ConnectAsync(house.Server);
        var closed = client.ClosedAsync();
        while (!closed.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(21));
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
        Assert.Equal(4009, await closed);
    }

    [Fact]
    public async Task Everything_odd_can_be_sent()
    {
        await using var house = await House.OpenAsync();
        using var client = await GatewayClient.ConnectAsync(house.Server);
        await client.ReadyAsync();
        await client.HearAsync("GUILD_CREATE");
        house.Bot.Gateway.Dispatch("SOMETHING_NEW", new JsonObject { ["a"] = 1 });
        Assert.Equal(3, (int)(await client.HearAsync())!["s"]!);
        house.Bot.Gateway.Invalidate(canResume: true);
        Assert.True((bool)(await client.HearAsync())!["d"]!);
        house.Bot.Gateway.SendRaw("{broken");
        await Assert.ThrowsAnyAsync<System.Text.Json.JsonException>(client.HearAsync);
        house.Bot.Gateway.Close(4000);
        Assert.Equal(4000, await client.ClosedAsync());
    }

    [Fact]
    public async Task Without_the_intent_there_are_no_servers_and_messages_come_only_where_asked_for()
    {
        await using var house = await House.OpenAsync();
        using var client = await GatewayClient.ConnectAsync(house.Server);
        await client.IdentifyAsync(intents: 1 << 9);
        await client.HearAsync("READY");
        house.Ann.Writes(house.News, "Hello");
        Assert.Equal("MESSAGE_CREATE", (string?)(await client.HearAsync())!["t"]);
    }
}
