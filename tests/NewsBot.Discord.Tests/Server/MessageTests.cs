using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using NewsBot.DiscordApi;

namespace NewsBot.Discord.Tests.Server;

/// <summary>Messages as the server takes, refuses, keeps and shows them.</summary>
public sealed class MessageTests
{
    private const int V2 = 1 << 15;

    [Fact]
    public async Task A_message_is_kept_with_everything_it_was_sent_with()
    {
        await using var house = await House.OpenAsync();
        var reply = await house.Client.SendAsync(house.News, (JsonObject)JsonNode.Parse("""
            {"content":"Hello","flags":4096,"embeds":[{"title":"A story","description":"Of people","fields":[{"name":"From","value":"Herald"}]}],
             "components":[{"type":1,"components":[{"type":2,"style":5,"label":"Source","url":"https://example.org/a"},{"type":2,"style":1,"label":"Read","custom_id":"read:1"}]}]}
            """)!);

        Assert.Equal(200, reply.Status);
        var message = Assert.Single(house.News.Messages);
        Assert.Equal((string?)reply.Body!["id"], $"{message.Id}");
        Assert.Equal("Hello\nA story\nOf people\nFrom\nHerald\nSource\nRead", message.Text);
        Assert.True(message.IsSilent);
        Assert.Equal(["https://example.org/a", null], message.Buttons.Select(it => it.Url));
    }

    [Fact]
    public async Task An_edit_keeps_what_it_leaves_out_and_adds_a_version()
    {
        await using var house = await House.OpenAsync();
        await house.Client.SendAsync(house.News, new() { ["content"] = "First", ["embeds"] = new JsonArray(new JsonObject { ["title"] = "Stays" }) });
        var message = house.News.Messages[0];
        var reply = await house.Client.PatchAsync($"channels/{house.News.Id}/messages/{message.Id}", new JsonObject { ["content"] = "Second" });

        Assert.NotNull((string?)reply.Body!["edited_timestamp"]);
        Assert.Equal(["First", "Second"], message.Versions.Select(it => it.Content));
        Assert.Equal("Second\nStays", message.Text);
    }

    [Theory]
    [InlineData("""{"content":"TOO LONG 2001"}""", "content", "BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"content":7}""", "content", "STRING_TYPE_CONVERT")]
    [InlineData("""{"content":"a","embeds":[{"title":"TOO LONG 257"}]}""", "embeds.0.title", "BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"content":"a","embeds":[{"title":"a","fields":[{"name":"a"}]}]}""", "embeds.0.fields.0.value", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"content":"a","embeds":[{"title":"a","url":"javascript:alert(1)"}]}""", "embeds.0.url", "URL_TYPE_INVALID_SCHEME")]
    [InlineData("""{"content":"a","embeds":[{"description":"TOO LONG 3500"},{"description":"TOO LONG 3500"}]}""", "embeds", "MAX_EMBED_SIZE_EXCEEDED")]
    [InlineData("""{"content":"a","embeds":[{},{"title":"a"}]}""", "embeds.0.description", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"content":"a","embeds":[{"title":"a"},{"title":"a"},{"title":"a"},{"title":"a"},{"title":"a"},{"title":"a"},{"title":"a"},{"title":"a"},{"title":"a"},{"title":"a"},{"title":"a"}]}""", "embeds", "BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"content":"a","nonce":"TOO LONG 26"}""", "nonce", "BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"content":"a","allowed_mentions":{"parse":["users"],"users":["1"]}}""", "allowed_mentions.users", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE")]
    [InlineData("""{"content":"a","allowed_mentions":{"parse":["all"]}}""", "allowed_mentions.parse.0", "BASE_TYPE_CHOICES")]
    [InlineData("""{"content":"a","components":[{"type":1,"components":[]}]}""", "components.0.components", "BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"content":"a","components":[{"type":1,"components":[{"type":2,"style":1,"label":"a","custom_id":"x"},{"type":2,"style":1,"label":"b","custom_id":"x"}]}]}""", "components.0.components.1.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED")]
    [InlineData("""{"content":"a","components":[{"type":1,"components":[{"type":2,"style":1,"label":"TOO LONG 81","custom_id":"x"}]}]}""", "components.0.components.0.label", "BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"content":"a","components":[{"type":1,"components":[{"type":2,"style":1,"label":"a","custom_id":"TOO LONG 101"}]}]}""", "components.0.components.0.custom_id", "BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"content":"a","components":[{"type":1,"components":[{"type":2,"style":5,"label":"a","url":"ftp://a"}]}]}""", "components.0.components.0.url", "URL_TYPE_INVALID_SCHEME")]
    [InlineData("""{"content":"a","components":[{"type":1,"components":[{"type":3,"custom_id":"x","options":[{"label":"a","value":"1"},{"label":"b","value":"1"}]}]}]}""", "components.0.components.0.options.1.value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED")]
    [InlineData("""{"content":"a","components":[{"type":10,"content":"a"}]}""", "components.0.type", "BASE_TYPE_CHOICES")]
    [InlineData("""{"content":"a","flags":32768,"components":[{"type":10,"content":"a"}]}""", "content", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2")]
    [InlineData("""{"flags":32768,"components":[{"type":10,"content":"TOO LONG 2500"},{"type":17,"components":[{"type":10,"content":"TOO LONG 2500"}]}]}""", "components", "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED")]
    [InlineData("""{"flags":32768,"components":[{"type":9,"components":[{"type":10,"content":"a"}]}]}""", "components.0.accessory", "BASE_TYPE_REQUIRED")]
    public async Task What_Discord_would_refuse_is_refused_in_its_words(string body, string path, string code)
    {
        await using var house = await House.OpenAsync();
        var reply = await house.Client.SendAsync(house.News, (JsonObject)Stretched(JsonNode.Parse(body)!)!);

        Assert.Equal((400, 50035), (reply.Status, reply.Code));
        Assert.Equal(code, reply.Error(path));
        Assert.Empty(house.News.History);
    }

    [Fact]
    public async Task Forty_components_fit_and_no_more()
    {
        await using var house = await House.OpenAsync();
        JsonObject Body(int count) => new() { ["flags"] = V2, ["components"] = new JsonArray([.. Enumerable.Range(0, count).Select(it => new JsonObject { ["type"] = 10, ["content"] = $"{it}" })]) };
        Assert.Equal(200, (await house.Client.SendAsync(house.News, Body(40))).Status);
        Assert.Equal(50035, (await house.Client.SendAsync(house.News, Body(41))).Code);
    }

    [Fact]
    public async Task The_flag_of_components_v2_cannot_be_removed()
    {
        await using var house = await House.OpenAsync();
        await house.Client.SendAsync(house.News, new() { ["flags"] = V2, ["components"] = new JsonArray(new JsonObject { ["type"] = 10, ["content"] = "Text" }) });
        var path = $"channels/{house.News.Id}/messages/{house.News.Messages[0].Id}";
        Assert.Equal("MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG", (await house.Client.PatchAsync(path, new JsonObject { ["flags"] = 0 })).Error("flags"));
        Assert.Equal("MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", (await house.Client.PatchAsync(path, new JsonObject { ["content"] = "Words" })).Error("content"));
    }

    [Fact]
    public async Task Nothing_to_say_is_50006() => await WithHouse(async house => Assert.Equal(50006, (await house.Client.SayAsync(house.News, " ")).Code));

    [Fact]
    public async Task A_bot_that_does_not_forbid_it_pings_whoever_its_text_names()
    {
        await using var house = await House.OpenAsync();
        var readers = house.Guild.AddRole("Readers", mentionable: true);
        var text = $"@everyone {house.Ann.Mention} {readers.Mention}";
        await house.Client.SayAsync(house.News, text);
        Assert.Equal((true, house.Ann.Id, readers.Id), (house.News.Messages[0].Pings.Everyone, house.News.Messages[0].Pings.Users.Single(), house.News.Messages[0].Pings.Roles.Single()));

        await house.Client.SendAsync(house.News, new() { ["content"] = text, ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() } });
        Assert.False(house.News.Messages[1].Pings.Any);

        await house.Client.SendAsync(house.News, new() { ["content"] = text, ["allowed_mentions"] = new JsonObject { ["roles"] = new JsonArray($"{readers.Id}") } });
        Assert.Equal([readers.Id], house.News.Messages[2].Pings.Roles);
        Assert.Empty(house.News.Messages[2].Pings.Users);
        Assert.False(house.News.Messages[2].Pings.Everyone);
    }

    [Fact]
    public async Task A_nonce_gives_the_first_message_for_a_few_minutes_even_after_its_deletion()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(60));
        await using var house = await House.OpenAsync(new() { Clock = clock });
        JsonObject Body(string text, bool enforced = true) => new() { ["content"] = text, ["nonce"] = "debt-1", ["enforce_nonce"] = enforced };
        var first = await house.Client.SendAsync(house.News, Body("One"));
        var again = await house.Client.SendAsync(house.News, Body("Two"));
        Assert.Equal((string?)first.Body!["id"], (string?)again.Body!["id"]);
        Assert.Equal("debt-1", (string?)first.Body["nonce"]);
        Assert.Equal("One", Assert.Single(house.News.Messages).Content);

        await house.Client.DeleteAsync($"channels/{house.News.Id}/messages/{first.Body["id"]}");
        Assert.Equal(10008, (await house.Client.SendAsync(house.News, Body("Three"))).Code);

        clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(200, (await house.Client.SendAsync(house.News, Body("Four"))).Status);
        Assert.Equal(200, (await house.Client.SendAsync(house.News, Body("Five", enforced: false))).Status);
        Assert.Equal(["Four", "Five"], house.News.Messages.Select(it => it.Content));
    }

    [Fact]
    public async Task A_file_comes_as_multipart_and_can_be_fetched()
    {
        await using var house = await House.OpenAsync();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("""{"embeds":[{"image":{"url":"attachment://a.png"}}],"attachments":[{"id":0,"description":"A picture"}]}""", Encoding.UTF8, "application/json"), "payload_json" },
            { new ByteArrayContent([1, 2, 3]) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } }, "files[0]", "a.png" },
        };
        var reply = await house.Client.SendAsync(HttpMethod.Post, $"channels/{house.News.Id}/messages", form);

        var file = Assert.Single(house.News.Messages[0].Attachments);
        Assert.Equal(("a.png", "A picture", "image/png"), (file.Name, file.Description, file.ContentType));
        var fetched = await house.Client.SendAsync(HttpMethod.Get, (string)reply.Body!["attachments"]![0]!["url"]!, null);
        Assert.Equal(3, fetched.Response.Content.Headers.ContentLength ?? (await fetched.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task Messages_are_listed_newest_first_and_deleted_ones_not_at_all()
    {
        await using var house = await House.OpenAsync();
        foreach (var text in (string[])["One", "Two", "Three"]) await house.Client.SayAsync(house.News, text);
        await house.Client.DeleteAsync($"channels/{house.News.Id}/messages/{house.News.Messages[1].Id}");
        var listed = await house.Client.GetAsync($"channels/{house.News.Id}/messages?limit=2");
        Assert.Equal(["Three", "One"], listed.Body!.AsArray().Select(it => (string)it!["content"]!));
    }

    [Fact]
    public async Task Another_s_message_cannot_be_edited_nor_deleted_without_permission()
    {
        await using var house = await House.OpenAsync();
        var message = house.Ann.Writes(house.News, "Mine");
        var path = $"channels/{house.News.Id}/messages/{message.Id}";
        Assert.Equal(50005, (await house.Client.PatchAsync(path, new JsonObject { ["content"] = "Yours" })).Code);
        Assert.Equal(50013, (await house.Client.DeleteAsync(path)).Code);
        house.News.Allow(house.Bot.User, Permissions.ManageMessages);
        Assert.Equal(204, (await house.Client.DeleteAsync(path)).Status);
    }

    [Fact]
    public async Task Old_messages_are_edited_three_times_an_hour()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(60));
        await using var house = await House.OpenAsync(new() { Clock = clock });
        await house.Client.SayAsync(house.News, "Old");
        clock.Advance(TimeSpan.FromHours(2));
        var path = $"channels/{house.News.Id}/messages/{house.News.Messages[0].Id}";
        for (var edit = 0; edit < 3; edit++) Assert.Equal(200, (await house.Client.PatchAsync(path, new JsonObject { ["content"] = $"{edit}" })).Status);
        Assert.Equal((429, 30046), await house.Client.PatchAsync(path, new JsonObject { ["content"] = "4" }) is var reply ? (reply.Status, reply.Code) : default);
    }

    private static async Task WithHouse(Func<House, Task> act)
    {
        await using var house = await House.OpenAsync();
        await act(house);
    }

    /// <summary>"TOO LONG 81" becomes 81 letters.</summary>
    private static JsonNode? Stretched(JsonNode? node) => node switch
    {
        JsonObject it => new JsonObject(it.Select(pair => KeyValuePair.Create(pair.Key, Stretched(pair.Value)))),
        JsonArray it => new JsonArray([.. it.Select(Stretched)]),
        JsonValue it when it.TryGetValue<string>(out var text) && text.StartsWith("TOO LONG ", StringComparison.Ordinal) => new string('x', int.Parse(text.AsSpan(9), System.Globalization.CultureInfo.InvariantCulture)),
        _ => node?.DeepClone(),
    };
}
