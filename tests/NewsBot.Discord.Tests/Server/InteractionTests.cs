using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using NewsBot.DiscordApi;

namespace NewsBot.Discord.Tests.Server;

/// <summary>Interactions: what may answer them, and until when.</summary>
public sealed class InteractionTests
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch.AddYears(60));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_answer_is_given_once_and_within_three_seconds()
    {
        await using var house = await OpenAsync();
        var asked = await house.Ann.RunsAsync(house.News, "latest");
        Assert.Equal(204, (await AnswerAsync(house, asked, Text("Hello"))).Status);
        Assert.Equal(40060, (await AnswerAsync(house, asked, Text("Hello"))).Code);
        Assert.Equal("Hello", (await asked.ReplyAsync(Stop)).Content);

        var late = await house.Ann.RunsAsync(house.News, "latest");
        _clock.Advance(TimeSpan.FromSeconds(3));
        await late.FailureAsync(Stop);
        Assert.Equal((404, 10062), await AnswerAsync(house, late, Text("Hello")) is var reply ? (reply.Status, reply.Code) : default);
        await Assert.ThrowsAsync<TimeoutException>(() => late.ReplyAsync(Stop));
    }

    [Fact]
    public async Task After_the_first_answer_fifteen_minutes_remain()
    {
        await using var house = await OpenAsync();
        var asked = await house.Ann.RunsAsync(house.News, "latest");
        var webhook = $"webhooks/{house.Bot.Id}/{asked.Token}";
        Assert.Equal(10015, (await house.Client.PostAsync(webhook, new JsonObject { ["content"] = "Too early" })).Code);
        await AnswerAsync(house, asked, """{"type":5,"data":{"flags":64}}""");
        Assert.True(asked is { IsDeferred: true, IsEphemeral: true });
        await house.Client.PatchAsync(webhook + "/messages/@original", new JsonObject { ["content"] = "Done" });
        Assert.Equal("Done", (await asked.ReplyAsync(Stop)).Content);
        var more = await house.Client.PostAsync(webhook, new JsonObject { ["content"] = "More", ["flags"] = 64 });
        Assert.Equal("More", (await asked.FollowUpAsync(0, Stop)).Content);
        Assert.Empty(house.News.Messages);
        Assert.Equal(10008, (await house.Client.GetAsync($"channels/{house.News.Id}/messages/{more.Body!["id"]}")).Code);
        Assert.Equal(204, (await house.Client.DeleteAsync(webhook + "/messages/@original")).Status);
        Assert.Equal(10008, (await house.Client.GetAsync(webhook + "/messages/@original")).Code);

        _clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal((401, 50027), await house.Client.PostAsync(webhook, new JsonObject { ["content"] = "Too late" }) is var reply ? (reply.Status, reply.Code) : default);
    }

    [Fact]
    public async Task A_token_can_be_made_to_expire_at_once()
    {
        await using var house = await OpenAsync();
        var asked = await house.Ann.RunsAsync(house.News, "latest");
        await AnswerAsync(house, asked, Text("Hello"));
        asked.Expire();
        Assert.Equal(50027, (await house.Client.PatchAsync($"webhooks/{house.Bot.Id}/{asked.Token}/messages/@original", new JsonObject { ["content"] = "a" })).Code);
    }

    [Fact]
    public async Task Context_menus_bring_their_target()
    {
        await using var house = await OpenAsync();
        await house.Client.PostAsync($"applications/{house.Bot.Id}/commands", new JsonObject { ["name"] = "Save it", ["type"] = 3 });
        var asked = await house.Ann.RunsOnAsync(house.Ann.Writes(house.News, "Hello"), "Save it");
        await AnswerAsync(house, asked, Text("Saved"));
        Assert.Equal("Saved", (await asked.ReplyAsync(Stop)).Content);
    }

    [Fact]
    public async Task An_update_that_was_put_off_is_shown_when_it_comes()
    {
        await using var house = await OpenAsync();
        await house.Client.SendAsync(house.News, (JsonObject)JsonNode.Parse("""{"content":"1","components":[{"type":1,"components":[{"type":2,"style":1,"label":"More","custom_id":"more"}]}]}""")!);
        foreach (var page in (string[])["2", "3"])
        {
            var pressed = await house.Ann.PressesAsync(house.News.Messages[0], "More");
            await AnswerAsync(house, pressed, """{"type":6}""");
            var shown = pressed.ReplyAsync(Stop);
            Assert.False(shown.IsCompleted);
            await house.Client.PatchAsync($"webhooks/{house.Bot.Id}/{pressed.Token}/messages/@original", new JsonObject { ["content"] = page });
            Assert.Equal(page, (await shown).Content);
        }
    }

    [Fact]
    public async Task An_answer_must_fit_the_question()
    {
        await using var house = await OpenAsync();
        var asked = await house.Ann.RunsAsync(house.News, "latest");
        Assert.Equal("INTERACTION_CALLBACK_TYPE_INVALID", (await AnswerAsync(house, asked, """{"type":7,"data":{"content":"a"}}""")).Error("type"));
        Assert.Equal(50035, (await AnswerAsync(house, asked, Text(new string('x', 2001)))).Code);
        Assert.Null(asked.Answer);
        var typed = await house.Ann.StartsTypingAsync(house.News, "latest", "topic", "w");
        Assert.Equal("INTERACTION_CALLBACK_TYPE_INVALID", (await AnswerAsync(house, typed, """{"type":5}""")).Error("type"));
        var choices = new JsonArray([.. Enumerable.Range(0, 26).Select(it => new JsonObject { ["name"] = $"{it}", ["value"] = $"{it}" })]);
        Assert.Equal("BASE_TYPE_BAD_LENGTH", (await AnswerAsync(house, typed, new JsonObject { ["type"] = 8, ["data"] = new JsonObject { ["choices"] = choices } }.ToJsonString())).Error("data.choices"));
    }

    [Fact]
    public async Task A_client_cannot_send_what_Discord_s_client_would_not_offer()
    {
        await using var house = await OpenAsync();
        var bob = house.Server.AddPerson("Bob");
        await Assert.ThrowsAsync<InvalidOperationException>(() => bob.RunsAsync(house.News, "latest"));
        house.Guild.Join(bob);
        await Assert.ThrowsAsync<InvalidOperationException>(() => bob.RunsAsync(house.News, "settings"));
        house.Guild.OpenCommand("settings");
        Assert.Equal("/settings", (await bob.RunsAsync(house.News, "settings")).What);
        await Assert.ThrowsAsync<InvalidOperationException>(() => bob.RunsAsync(house.News, "latest", ("count", 11)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => bob.RunsAsync(house.News, "latest", ("count", "many")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => bob.RunsAsync(house.News, "latest", ("colour", "red")));
        house.News.Deny(house.Guild.Everyone, Permissions.UseApplicationCommands);
        await Assert.ThrowsAsync<InvalidOperationException>(() => bob.RunsAsync(house.News, "latest"));
    }

    [Fact]
    public async Task The_event_carries_who_where_and_with_which_rights()
    {
        await using var house = await OpenAsync();
        using var client = await GatewayClient.ConnectAsync(house.Server);
        _clock.Advance(TimeSpan.FromSeconds(5));
        await client.ReadyAsync();
        await house.Ann.RunsAsync(house.News, "latest", ("topic", "war"));
        var sent = (await client.HearAsync("INTERACTION_CREATE"))["d"]!;
        Assert.Equal((2, $"{house.Guild.Id}", $"{house.News.Id}", $"{house.Ann.Id}"), ((int)sent["type"]!, (string?)sent["guild_id"], (string?)sent["channel_id"], (string?)sent["member"]!["user"]!["id"]));
        Assert.True(((Permissions)ulong.Parse((string)sent["member"]!["permissions"]!, System.Globalization.CultureInfo.InvariantCulture)).HasFlag(Permissions.Administrator));
        Assert.Equal("war", (string?)sent["data"]!["options"]![0]!["value"]);
        Assert.NotNull(sent["app_permissions"]);

        await house.Ann.RunsAsync(house.Bot.DirectMessagesWith(house.Ann), "latest");
        var privately = (await client.HearAsync("INTERACTION_CREATE"))["d"]!;
        Assert.Equal($"{house.Ann.Id}", (string?)privately["user"]!["id"]);
        Assert.Null(privately["member"]);
    }

    [Fact]
    public async Task Nobody_connected_means_the_application_did_not_respond()
    {
        await using var house = await House.OpenAsync();
        await house.Client.PutAsync($"applications/{house.Bot.Id}/commands", new JsonArray(new JsonObject { ["name"] = "latest", ["description"] = "a" }));
        Assert.True((await house.Ann.RunsAsync(house.News, "latest")).HasFailed);
    }

    [Fact]
    public async Task Buttons_and_menus_are_used_as_shown_or_forged()
    {
        await using var house = await OpenAsync();
        await house.Client.SendAsync(house.News, (JsonObject)JsonNode.Parse("""
            {"content":"Choose","components":[
             {"type":1,"components":[{"type":2,"style":1,"label":"More","custom_id":"more"},{"type":2,"style":1,"label":"Off","custom_id":"off","disabled":true}]},
             {"type":1,"components":[{"type":3,"custom_id":"topic","placeholder":"Topic","options":[{"label":"War","value":"w"},{"label":"Sport","value":"s"}]}]}]}
            """)!);
        var message = house.News.Messages[0];
        Assert.Equal("more", (await house.Ann.PressesAsync(message, "More")).What);
        await Assert.ThrowsAsync<InvalidOperationException>(() => house.Ann.PressesAsync(message, "Off"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => house.Ann.SelectsAsync(message, "Topic", "Weather"));
        Assert.Equal(["s"], (await house.Ann.SelectsAsync(message, "Topic", "Sport")).Values);
        Assert.Equal("steal", (await house.Ann.ForgesPressAsync(message, "steal")).What);

        var pressed = await house.Ann.PressesAsync(message, "More");
        await AnswerAsync(house, pressed, """{"type":7,"data":{"content":"More of it","components":[]}}""");
        Assert.Same(message, await pressed.ReplyAsync(Stop));
        Assert.Equal(2, message.Versions.Count);
    }

    private static string Text(string content) => new JsonObject { ["type"] = 4, ["data"] = new JsonObject { ["content"] = content } }.ToJsonString();

    private static Task<ApiReply> AnswerAsync(House house, Interaction asked, string body) => house.Client.PostAsync($"interactions/{asked.Id}/{asked.Token}/callback", JsonNode.Parse(body));

    /// <summary>A bot that is connected (and says nothing) with two commands.</summary>
    private async Task<House> OpenAsync()
    {
        var house = await House.OpenAsync(new() { Clock = _clock });
        await house.Client.PutAsync($"applications/{house.Bot.Id}/commands", JsonNode.Parse("""
            [{"name":"latest","description":"News","options":[{"type":3,"name":"topic","description":"Of what","autocomplete":true},{"type":4,"name":"count","description":"How many","min_value":1,"max_value":10}]},
             {"name":"settings","description":"Settings","default_member_permissions":"32"}]
            """)!);
        using var client = await GatewayClient.ConnectAsync(house.Server);
        await client.ReadyAsync();
        await client.CloseAsync(4999);
        await house.Bot.Gateway.GoneAsync(Stop);
        return house;
    }
}
