using System.Text.Json.Nodes;
using NewsBot.DiscordApi;

namespace NewsBot.Discord.Tests.Server;

/// <summary>Who may do what: tokens, permissions, kinds of channels.</summary>
public sealed class RightsTests
{
    [Fact]
    public async Task A_wrong_token_is_401_and_a_missing_user_agent_403()
    {
        await using var house = await House.OpenAsync();
        house.Client.Headers.Authorization = new("Bot", "wrong");
        var reply = await house.Client.GetAsync("users/@me");
        Assert.Equal(401, reply.Status);
        Assert.Equal("""{"message":"401: Unauthorized","code":0}""", reply.Body!.ToJsonString());

        house.Client.Headers.UserAgent.Clear();
        Assert.Equal((403, 40333), await house.Client.GetAsync("users/@me") is var anonymous ? (anonymous.Status, anonymous.Code) : default);
        Assert.Equal(2, house.Server.InvalidRequests);
        Assert.DoesNotContain(house.Server.Calls, call => call.ToString().Contains("wrong", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_channel_that_is_hidden_is_50001_and_one_that_is_closed_50013()
    {
        await using var house = await House.OpenAsync();
        house.News.Deny(house.Guild.Everyone, Permissions.SendMessages);
        Assert.Equal(50013, (await house.Client.SayAsync(house.News, "Hello")).Code);
        house.News.Allow(house.Bot.User, Permissions.SendMessages);
        Assert.Equal(200, (await house.Client.SayAsync(house.News, "Hello")).Status);
        house.News.Deny(house.Guild.Everyone, Permissions.ViewChannel);
        Assert.Equal(50001, (await house.Client.SayAsync(house.News, "Hello")).Code);
        house.Guild.Grant(house.Bot, Permissions.Administrator);
        Assert.Equal(200, (await house.Client.SayAsync(house.News, "Hello")).Status);
        house.News.Delete();
        Assert.Equal(10003, (await house.Client.SayAsync(house.News, "Hello")).Code);
    }

    [Fact]
    public async Task Overwrites_of_roles_add_up_before_those_of_the_member_and_administrators_stand_above()
    {
        await using var house = await House.OpenAsync();
        var bob = house.Server.AddPerson("Bob");
        var (muted, loud) = (house.Guild.AddRole("Muted"), house.Guild.AddRole("Loud"));
        house.Guild.Join(bob, muted, loud);
        house.News.Deny(muted, Permissions.SendMessages);
        Assert.False(house.Guild.Member(bob).Permissions(house.News).HasFlag(Permissions.SendMessages));
        house.News.Allow(loud, Permissions.SendMessages);
        Assert.True(house.Guild.Member(bob).Permissions(house.News).HasFlag(Permissions.SendMessages));
        house.News.Deny(bob, Permissions.SendMessages);
        Assert.False(house.Guild.Member(bob).Permissions(house.News).HasFlag(Permissions.SendMessages));
        house.Guild.SetRoles(bob, house.Guild.AddRole("Chief", Permissions.Administrator));
        Assert.True(house.Guild.Member(bob).Permissions(house.News).HasFlag(Permissions.SendMessages));
    }

    [Fact]
    public async Task Without_EMBED_LINKS_embeds_are_refused()
    {
        await using var house = await House.OpenAsync();
        house.News.Deny(house.Guild.Everyone, Permissions.EmbedLinks);
        Assert.Equal(50013, (await house.Client.SendAsync(house.News, new() { ["embeds"] = new JsonArray(new JsonObject { ["title"] = "a" }) })).Code);
    }

    [Fact]
    public async Task A_forum_takes_posts_with_its_own_tags_and_no_messages()
    {
        await using var house = await House.OpenAsync();
        var forum = house.Guild.AddForum("stories", "war", "sport");
        Assert.Equal(50008, (await house.Client.SayAsync(forum, "Hello")).Code);
        JsonObject Post(string name, params ulong[] tags) => new() { ["name"] = name, ["applied_tags"] = new JsonArray([.. tags.Select(tag => (JsonNode)$"{tag}")]), ["message"] = new JsonObject { ["content"] = "Text" } };

        var reply = await house.Client.PostAsync($"channels/{forum.Id}/threads", Post("A story", forum.Tags[0].Id));
        Assert.Equal(201, reply.Status);
        var post = Assert.Single(forum.Threads);
        Assert.Equal(("A story", "war", "Text"), (post.Name, post.AppliedTags[0].Name, post.Messages[0].Content));
        Assert.Equal((string?)reply.Body!["id"], (string?)reply.Body["message"]!["id"]);

        Assert.Equal("BASE_TYPE_BAD_LENGTH", (await house.Client.PostAsync($"channels/{forum.Id}/threads", Post(new('x', 101)))).Error("name"));
        Assert.Equal("CHANNEL_UNKNOWN_TAG", (await house.Client.PostAsync($"channels/{forum.Id}/threads", Post("A", 1))).Error("applied_tags.0"));
        forum.RequiresTag = true;
        Assert.Equal(40067, (await house.Client.PostAsync($"channels/{forum.Id}/threads", Post("A"))).Code);
        Assert.Single(forum.Threads);
    }

    [Fact]
    public async Task Sending_opens_an_archived_thread_and_not_a_locked_one()
    {
        await using var house = await House.OpenAsync();
        var thread = house.News.AddThread("talk", house.Ann);
        thread.Archive();
        Assert.Equal(200, (await house.Client.SayAsync(thread, "Hello")).Status);
        Assert.False(thread.IsArchived);
        thread.Lock();
        Assert.Equal(160005, (await house.Client.SayAsync(thread, "Hello")).Code);
        Assert.Equal(50013, (await house.Client.PatchAsync($"channels/{thread.Id}", new JsonObject { ["archived"] = false, ["locked"] = false })).Code);
    }

    [Fact]
    public async Task A_thread_starts_at_a_message_once()
    {
        await using var house = await House.OpenAsync();
        var message = house.Ann.Writes(house.News, "Talk here");
        var path = $"channels/{house.News.Id}/messages/{message.Id}/threads";
        Assert.Equal($"{message.Id}", (string?)(await house.Client.PostAsync(path, new JsonObject { ["name"] = "Talk" })).Body!["id"]);
        Assert.Equal(160004, (await house.Client.PostAsync(path, new JsonObject { ["name"] = "Talk" })).Code);
    }

    [Fact]
    public async Task Only_announcements_are_published_and_each_once()
    {
        await using var house = await House.OpenAsync();
        var announcements = house.Guild.AddAnnouncementChannel("wire");
        await house.Client.SayAsync(announcements, "Hello");
        await house.Client.SayAsync(house.News, "Hello");
        Assert.Equal(50024, (await house.Client.PostAsync($"channels/{house.News.Id}/messages/{house.News.Messages[0].Id}/crosspost", null)).Code);
        var path = $"channels/{announcements.Id}/messages/{announcements.Messages[0].Id}/crosspost";
        Assert.Equal(1, (int)(await house.Client.PostAsync(path, null)).Body!["flags"]!);
        Assert.True(announcements.Messages[0].IsCrossposted);
        Assert.Equal(40033, (await house.Client.PostAsync(path, null)).Code);
    }

    [Fact]
    public async Task Private_messages_need_a_common_server_and_a_willing_reader()
    {
        await using var house = await House.OpenAsync();
        var stranger = house.Server.AddPerson("Stranger");
        var opened = await house.Client.PostAsync("users/@me/channels", new JsonObject { ["recipient_id"] = $"{house.Ann.Id}" });
        var channel = house.Bot.DirectMessagesWith(house.Ann);
        Assert.Equal($"{channel.Id}", (string?)opened.Body!["id"]);
        Assert.Equal(200, (await house.Client.SayAsync(channel, "Hello")).Status);
        house.Ann.AcceptsDirectMessages = false;
        Assert.Equal(50007, (await house.Client.SayAsync(channel, "Hello")).Code);
        Assert.Equal(50278, (await house.Client.SayAsync(house.Bot.DirectMessagesWith(stranger), "Hello")).Code);
    }

    [Fact]
    public async Task A_bot_that_was_removed_sees_nothing_of_the_server()
    {
        await using var house = await House.OpenAsync();
        Assert.Equal("Herald", (string?)(await house.Client.GetAsync($"guilds/{house.Guild.Id}")).Body!["name"]);
        house.Guild.Remove(house.Bot);
        Assert.Equal(10004, (await house.Client.GetAsync($"guilds/{house.Guild.Id}")).Code);
        Assert.Equal(50001, (await house.Client.SayAsync(house.News, "Hello")).Code);
    }

    [Fact]
    public async Task A_channel_fails_as_a_test_wants_it()
    {
        await using var house = await House.OpenAsync();
        house.News.RefuseNext(ApiError.SlowMode, ApiError.ChannelWriteLimit);
        Assert.Equal((429, 20016), await house.Client.SayAsync(house.News, "a") is var slow ? (slow.Status, slow.Code) : default);
        Assert.Equal(20028, (await house.Client.SayAsync(house.News, "a")).Code);
        house.News.Refuse(ApiError.BlockedByAutoMod);
        Assert.Equal(200000, (await house.Client.SayAsync(house.News, "a")).Code);
        house.News.Refuse(null);
        Assert.Equal(200, (await house.Client.SayAsync(house.News, "a")).Status);
    }
}
