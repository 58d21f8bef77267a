using System.Text.Json.Nodes;

namespace NewsBot.Discord.Tests.Server;

/// <summary>Registration of commands.</summary>
public sealed class CommandTests
{
    [Theory]
    [InlineData("""{"name":"Latest","description":"a"}""", "name", "APPLICATION_COMMAND_INVALID_NAME")]
    [InlineData("""{"name":"two words","description":"a"}""", "name", "APPLICATION_COMMAND_INVALID_NAME")]
    [InlineData("""{"name":"a"}""", "description", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"name":"a","description":"a","name_localizations":{"xx":"a"}}""", "name_localizations.xx", "LOCALE_INVALID")]
    [InlineData("""{"name":"a","description":"a","options":[{"type":3,"name":"a","description":"a"},{"type":3,"name":"b","description":"a","required":true}]}""", "options.1.required", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID")]
    [InlineData("""{"name":"a","description":"a","options":[{"type":3,"name":"a","description":"a"},{"type":3,"name":"a","description":"a"}]}""", "options.1.name", "APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE")]
    [InlineData("""{"name":"a","description":"a","options":[{"type":1,"name":"a","description":"a"},{"type":3,"name":"b","description":"a"}]}""", "options", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID")]
    [InlineData("""{"name":"a","description":"a","options":[{"type":1,"name":"a","description":"a","options":[{"type":1,"name":"b","description":"a"}]}]}""", "options.0.options", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID")]
    [InlineData("""{"name":"a","description":"a","options":[{"type":5,"name":"a","description":"a","autocomplete":true}]}""", "options.0.autocomplete", "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_TYPE_INVALID")]
    public async Task A_command_that_Discord_would_refuse_is_refused(string command, string path, string code)
    {
        await using var house = await House.OpenAsync();
        var reply = await house.Client.PutAsync($"applications/{house.Bot.Id}/commands", new JsonArray(JsonNode.Parse(command)));
        Assert.Equal((400, 50035), (reply.Status, reply.Code));
        Assert.Equal(code, reply.Error($"0.{path}"));
        Assert.Empty(house.Bot.Commands.Global);
    }

    [Fact]
    public async Task Eight_thousand_characters_and_a_hundred_commands_fit_and_no_more()
    {
        await using var house = await House.OpenAsync();
        var path = $"applications/{house.Bot.Id}/commands";
        JsonArray Options(int count) => [.. Enumerable.Range(0, count).Select(it => new JsonObject
        {
            ["type"] = 3, ["name"] = $"o{it}", ["description"] = "a", ["choices"] = new JsonArray([.. Enumerable.Range(0, 25).Select(choice => new JsonObject { ["name"] = new string('x', 50), ["value"] = $"{choice:D50}" })]),
        })];
        Assert.Equal(201, (await house.Client.PostAsync(path, new JsonObject { ["name"] = "a", ["description"] = "a", ["options"] = Options(3) })).Status);
        Assert.Equal(50035, (await house.Client.PostAsync(path, new JsonObject { ["name"] = "b", ["description"] = "a", ["options"] = Options(4) })).Code);
        JsonArray Commands(int count) => [.. Enumerable.Range(0, count).Select(it => new JsonObject { ["name"] = $"c{it}", ["description"] = "a" })];
        Assert.Equal(50035, (await house.Client.PutAsync(path, Commands(101))).Code);
        Assert.Equal(100, (await house.Client.PutAsync(path, Commands(100))).Body!.AsArray().Count);
    }

    [Fact]
    public async Task A_command_keeps_its_id_when_it_is_written_again()
    {
        await using var house = await House.OpenAsync();
        var path = $"applications/{house.Bot.Id}/guilds/{house.Guild.Id}/commands";
        JsonObject Command(string description) => new() { ["name"] = "latest", ["description"] = description };
        var first = await house.Client.PostAsync(path, Command("One"));
        var again = await house.Client.PutAsync(path, new JsonArray(Command("Two")));
        Assert.Equal((string?)first.Body!["id"], (string?)again.Body![0]!["id"]);
        var changed = await house.Client.PatchAsync($"{path}/{first.Body["id"]}", new JsonObject { ["description"] = "Three" });
        Assert.Equal(("latest", "Three"), ((string?)changed.Body!["name"], (string?)changed.Body["description"]));
        Assert.Equal(204, (await house.Client.DeleteAsync($"{path}/{first.Body["id"]}")).Status);
        Assert.Equal(10063, (await house.Client.GetAsync($"{path}/{first.Body["id"]}")).Code);
        Assert.Equal(4, house.Bot.Commands.Writes);
    }
}
