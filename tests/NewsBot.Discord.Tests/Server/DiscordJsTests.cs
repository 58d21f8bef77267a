using NewsBot.DiscordApi;

namespace NewsBot.Discord.Tests.Server;

/// <summary>discord.js knows nothing of us: what it accepts is Discord's protocol and not our own idea of it.</summary>
public sealed class DiscordJsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_logs_in_and_registers_commands_and_is_refused_as_Discord_refuses()
    {
        await using var house = await House.OpenAsync();
        await using var bot = house.DiscordJs();
        var ready = await bot.ToldAsync("ready", Stop);

        Assert.Equal("NewsBot", (string?)ready["user"]);
        Assert.Equal(["Herald"], ready["guilds"]!.AsArray().Select(it => (string)it!));
        Assert.Equal(["news"], ready["channels"]!.AsArray().Select(it => (string)it!));
        Assert.Equal(["latest", "topics", "digest", "rule", "edit", "flood"], house.Bot.Commands.Global.Select(it => it.Name));
        Assert.True((bool)ready["maySend"]!);
        Assert.Equal(50035, (int)ready["refused"]!["code"]!);
        Assert.Contains("content[BASE_TYPE_MAX_LENGTH]: Must be 2000 or fewer in length.", (string)ready["refused"]!["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_answers_a_slash_command_a_button_autocomplete_a_form_and_in_its_own_time()
    {
        await using var house = await House.OpenAsync();
        await using var bot = house.DiscordJs();
        await bot.ToldAsync("ready", Stop);

        var latest = await house.Ann.RunsAsync(house.News, "latest", ("topic", "war"), ("count", 3));
        var reply = await latest.ReplyAsync(Stop);
        Assert.Equal("About war, 3", reply.Content);
        Assert.False(latest.IsEphemeral);

        var page = await (await house.Ann.PressesAsync(reply, "More")).ReplyAsync(Stop);
        Assert.Same(reply, page);
        Assert.Equal("Page of more:2", page.Content);
        Assert.Empty(page.Buttons);

        Assert.Equal(["war", "weather"], (await house.Ann.TypesAsync(house.News, "latest", "topic", "w")).Select(it => it.Name));

        var added = await house.Ann.RunsAsync(house.News, "topics add", ("name", "peace"));
        Assert.Equal("add peace", (await added.ReplyAsync(Stop)).Content);
        Assert.True(added.IsEphemeral);

        var form = await house.Ann.RunsAsync(house.News, "rule");
        Assert.Equal("Words", (await form.ModalAsync(Stop)).Fields[0].Label);
        Assert.Equal("Rule: no sport", (await (await house.Ann.SubmitsAsync(form, ("Words", "no sport"))).ReplyAsync(Stop)).Content);

        var digest = await house.Ann.RunsAsync(house.News, "digest");
        Assert.Equal("Digest\nThree stories", (await digest.ReplyAsync(Stop)).Text);
        Assert.True(digest.IsDeferred);
        Assert.True((await digest.FollowUpAsync(0, Stop)).IsEphemeral);
    }

    [Fact]
    public async Task It_changes_what_it_wrote_and_takes_it_back()
    {
        await using var house = await House.OpenAsync();
        await using var bot = house.DiscordJs();
        await bot.ToldAsync("ready", Stop);

        var run = await house.Ann.RunsAsync(house.News, "edit");
        var edited = await bot.ToldAsync("edited", Stop);
        Assert.Equal(("At ten", 0, 0, true), ((string?)edited["says"], (int)edited["buttons"]!, (int)edited["files"]!, (bool)edited["isLater"]!));
        var deleted = await bot.ToldAsync("deleted", Stop);
        foreach (var late in new[] { "again", "edit" }) Assert.Equal((10008, 404), ((int)deleted[late]!["code"]!, (int)deleted[late]!["status"]!));
        Assert.Equal("Done", (await run.ReplyAsync(Stop)).Content);
        Assert.Empty(house.News.Messages);
    }

    [Fact]
    public async Task It_obeys_a_429_and_the_buckets_headers()
    {
        await using var house = await House.OpenAsync();
        house.Server.RateLimits.Set("POST channels/{channel}/messages", 5, TimeSpan.FromSeconds(1));
        await using var bot = house.DiscordJs();
        await bot.ToldAsync("ready", Stop);

        house.Server.Faults.Next(1, Fault.UserLimit(TimeSpan.FromMilliseconds(300)), call => call.Route == "POST channels/{channel}/messages");
        var flood = await house.Ann.RunsAsync(house.News, "flood");
        await house.News.MessagesAsync(8, Stop);

        Assert.Equal(8, house.News.Messages.Select(it => it.Content).Distinct().Count());
        Assert.True((await flood.ReplyAsync(Stop)).IsEphemeral);
        await bot.ToldAsync("rateLimited", Stop);
        Assert.Single(house.Server.Calls, call => call.Status == 429);
    }

    [Fact]
    public async Task It_sees_servers_and_threads_come_and_go()
    {
        await using var house = await House.OpenAsync();
        await using var bot = house.DiscordJs();
        await bot.ToldAsync("ready", Stop);

        var second = house.Server.AddGuild("Gazette", house.Ann);
        second.AddForum("stories", "war", "sport");
        second.Invite(house.Bot);
        Assert.Equal(1, (int)(await bot.ToldAsync("joined", Stop))["channels"]!);
        second.Remove(house.Bot);
        Assert.Equal("Gazette", (string?)(await bot.ToldAsync("left", Stop))["guild"]);
        house.News.AddThread("talk", house.Ann).Lock();
        Assert.True((bool)(await bot.ToldAsync("threadChanged", Stop))["locked"]!);
    }

    [Fact]
    public async Task The_compressed_gateway_is_one_deflate_stream_with_sync_flushes()
    {
        await using var house = await House.OpenAsync();
        await using var script = NodeScript.Start("stream.mjs", $"ws://{house.Server.Address.Authority}/gateway", "token");
        var told = await script.ToldAsync("stream", Stop);

        Assert.Equal(["10", "READY", "GUILD_CREATE"], told["seen"]!.AsArray().Select(it => it!.ToString()));
        Assert.Equal(3, (int)told["suffixes"]!);
    }
}
