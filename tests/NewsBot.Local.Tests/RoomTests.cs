using System.Net;
using System.Text.Json.Nodes;
using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Local.Tests;

public sealed class RoomTests : IAsyncLifetime
{
    private LocalHouse _house = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _house = await LocalHouse.OpenAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task The_first_start_makes_the_rooms_with_what_they_follow()
    {
        Assert.Equal(["front-page", "garden"], await RoomsAsync());
        var subscriptions = _house.Get<ISubscriptions>();
        Assert.True((await subscriptions.FindAsync(new("local", "front-page"), Stop)).FollowsEverything);
        Assert.Equal(["flowers"], (await subscriptions.FindAsync(new("local", "garden"), Stop)).Follows);
    }

    [Fact]
    public async Task A_later_start_leaves_the_rooms_as_people_arranged_them()
    {
        var subscriptions = _house.Get<ISubscriptions>();
        await subscriptions.SaveAsync(new(new("local", "front-page")), Stop);
        await _house.StopAsync();
        await _house.StartAsync();
        Assert.False((await _house.Get<ISubscriptions>().FindAsync(new("local", "front-page"), Stop)).FollowsEverything);
    }

    [Theory]
    [InlineData("My Town", "my-town")]
    [InlineData(" Київ ", "київ")]
    [InlineData("東京", "東京")]
    public async Task I_can_add_a_room(string typed, string expected)
    {
        using var answer = await _house.SendAsync("/rooms", new JsonObject { ["name"] = typed });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(["front-page", "garden", expected], await RoomsAsync());
        Assert.Empty((JsonArray)(await _house.GetAsync($"/rooms/{Uri.EscapeDataString(expected)}/entries"))["entries"]!);
    }

    [Theory]
    [InlineData("", "A room needs a name")]
    [InlineData("a/b", "lower-case letters, digits and hyphens")]
    [InlineData("<b>", "lower-case letters, digits and hyphens")]
    [InlineData("..", "lower-case letters, digits and hyphens")]
    [InlineData("\ud800", "lower-case letters, digits and hyphens")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "at most 40 characters")]
    [InlineData("garden", "is there already")]
    public async Task A_room_that_cannot_be_is_refused_in_one_sentence(string name, string expected)
    {
        using var answer = await _house.SendAsync("/rooms", new JsonObject { ["name"] = name });
        Assert.False(answer.IsSuccessStatusCode);
        Assert.Contains(expected, await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_send_with_the_same_key_posts_nothing()
    {
        var first = Assert.IsType<SendOutcome.Sent>(await _house.PostAsync("garden", "Roses bloom", "a@local:garden"));
        var again = Assert.IsType<SendOutcome.Sent>(await _house.PostAsync("garden", "Roses bloom", "a@local:garden"));
        Assert.Equal(first.MessageId, again.MessageId);
        Assert.Single(await EntriesAsync("garden"));
    }

    [Fact]
    public async Task Older_entries_come_in_pages_without_gap_or_overlap()
    {
        for (var i = 0; i < 70; i++) await _house.PostAsync("garden", $"Post {i}", $"{i}");
        var titles = new List<string>();
        var (before, hasOlder) = (0L, true);
        while (hasOlder)
        {
            var page = await _house.GetAsync($"/rooms/garden/entries?before={before}");
            var entries = (JsonArray)page["entries"]!;
            titles.InsertRange(0, entries.Select(entry => (string)entry!["post"]!["cards"]![0]!["title"]!));
            hasOlder = (bool)page["hasOlder"]!;
            before = (long)entries[0]!["number"]!;
        }
        Assert.Equal(Enumerable.Range(0, 70).Select(i => $"Post {i}"), titles);
    }

    [Fact]
    public async Task A_public_answer_is_kept_for_everyone_and_a_private_one_for_nobody()
    {
        await _house.KeepArticleAsync("Roses bloom early", "The roses bloom three weeks early.");
        var found = await _house.SayAsync("garden", "/search roses");
        Assert.Equal("kept", (string?)found["kind"]);
        var mistake = await _house.SayAsync("garden", "/latst");
        Assert.Equal("private", (string?)mistake["kind"]);
        var entry = Assert.Single(await EntriesAsync("garden"))!;
        Assert.Equal("/search roses", (string?)entry["post"]!["said"]);
        Assert.Equal((long?)found["number"], (long?)entry["number"]);
    }

    [Fact]
    public async Task A_page_turned_by_a_button_takes_the_card_s_place_and_is_not_kept()
    {
        for (var i = 0; i < 7; i++) await _house.KeepArticleAsync($"Roses, part {i}", "The roses bloom early.");
        var first = await _house.SayAsync("garden", "/search roses");
        var more = ((JsonArray)first["post"]!["cards"]![0]!["buttons"]!)[^1]!;
        Assert.Equal("More", (string?)more["label"]);
        var second = await _house.SayAsync("garden", (string)more["line"]!, pressed: "More");
        Assert.Equal("turned", (string?)second["kind"]);
        Assert.Single(await EntriesAsync("garden"));
    }

    [Fact]
    public async Task The_same_remark_sent_again_is_kept_once()
    {
        await _house.KeepArticleAsync("Roses bloom early", "The roses bloom three weeks early.");
        var first = await _house.SayAsync("garden", "/latest", key: "k1");
        var again = await _house.SayAsync("garden", "/latest", key: "k1");
        Assert.Equal((long?)first["number"], (long?)again["number"]);
        Assert.Single(await EntriesAsync("garden"));
    }

    [Fact]
    public async Task The_role_is_taken_from_each_request()
    {
        Assert.Contains("for moderators", (await _house.SayAsync("garden", "/subscribe everything")).ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("now follows everything", (await _house.SayAsync("garden", "/subscribe everything", "moderator")).ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("for moderators", (await _house.SayAsync("garden", "/pause", "emperor")).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Completion_offers_commands_and_then_live_values()
    {
        async Task<string[]> Offers(string line, string role) =>
            [.. ((JsonArray)(await _house.GetAsync($"/rooms/garden/complete?line={Uri.EscapeDataString(line)}&role={role}"))["completions"]!).Select(offer => (string)offer!["line"]!)];
        Assert.Contains("/latest", await Offers("/", "reader"));
        Assert.DoesNotContain("/subscribe", await Offers("/", "reader"));
        Assert.Equal(["/subscribe flowers"], await Offers("/subscribe fl", "moderator"));
    }

    private async Task<string[]> RoomsAsync() => [.. ((JsonArray)(await _house.GetAsync("/rooms"))["rooms"]!).Select(room => (string)room!["name"]!)];

    private async Task<JsonArray> EntriesAsync(string room) => (JsonArray)(await _house.GetAsync($"/rooms/{room}/entries"))["entries"]!;
}
