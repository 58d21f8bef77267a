using NewsBot.Core.Subscriptions;
using NewsBot.DiscordApi;
using Channel = NewsBot.DiscordApi.Channel;

namespace NewsBot.Discord.Tests.Stories;

/// <summary>The bot as an app of one's own: in servers where it is not, in the private chats of others, in its own.</summary>
public sealed class InstallStories : IAsyncLifetime
{
    private DiscordHouse _house = null!;
    private Person _ann = null!;
    private Channel _elsewhere = null!;
    private Channel _withBen = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _house = await DiscordHouse.BuildAsync();
        _ann = _house.Server.AddPerson("Ann");
        var ben = _house.Server.AddPerson("Ben");
        // A server whose owner she is, so that no right of hers there can be the reason of a refusal.
        _elsewhere = _house.Server.AddGuild("Gardeners", _ann).AddTextChannel("compost");
        _withBen = _house.Server.AddPrivateChannel(_ann, ben);
        _ann.Installs(_house.Bot);
        await _house.StartBotAsync();
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task I_read_search_and_turn_pages_wherever_I_am()
    {
        for (var i = 1; i <= 12; i++) await _house.KeepAsync($"Ferry notice {i}", $"The ferry of the lower town sails at {i} o'clock.");
        foreach (var place in new[] { _elsewhere, _withBen, _house.Bot.DirectMessagesWith(_ann) })
        {
            var latest = await (await _ann.RunsAsync(place, "latest", ("count", 3))).ReplyAsync(Stop);
            Assert.Contains("Ferry notice", latest.Text);
            Assert.Contains("The ferry of the lower town", (await (await _ann.PressesAsync(latest, "2")).ReplyAsync(Stop)).Text);
            var found = await (await _ann.RunsAsync(place, "search", ("words", "ferry town"))).ReplyAsync(Stop);
            Assert.Equal(CallbackKind.Update, await (await _ann.PressesAsync(found, "More")).AnswerAsync(Stop));
            Assert.Equal(["belarus"], (await _ann.TypesAsync(place, "latest", "topic", "bel")).Select(choice => choice.Value));
        }
    }

    [Fact]
    public async Task Moderators_commands_are_not_offered_there()
    {
        foreach (var place in new[] { _elsewhere, _withBen })
            foreach (var command in new[] { "subscribe", "unsubscribe", "settings", "pause", "topic add", "status" })
                await Assert.ThrowsAsync<InvalidOperationException>(() => _ann.RunsAsync(place, command));
    }

    [Fact]
    public async Task A_client_that_sends_them_all_the_same_is_refused_kindly_and_nothing_is_posted()
    {
        foreach (var place in new[] { _elsewhere, _withBen })
        {
            var about = await (await _ann.RunsAsync(place, "about")).ReplyAsync(Stop);
            foreach (var line in new[] { "subscribe everything", "settings language uk", "pause" })
            {
                var refused = await _ann.ForgesPressAsync(about, line);
                Assert.Contains("is for moderators of this channel", (await refused.ReplyAsync(Stop)).Text);
                Assert.True(refused.IsEphemeral);
            }
        }
        _house.Write("ferry", "Ferry returns", "The ferry sails again.");
        await DiscordHouse.WaitAsync(async () => (await _house.Get<Core.Articles.IArchive>().LatestAsync(new(null, Take: 1), Stop)).Count > 0);
        await _house.SettledAsync();
        Assert.Empty(await _house.Get<ISubscriptions>().StartingWithAsync("discord", "", Stop));
        Assert.All(new[] { _elsewhere, _withBen }, place => Assert.DoesNotContain(place.History, message => message.Text.Contains("Ferry returns", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task In_a_private_chat_with_the_bot_I_choose_for_myself()
    {
        var own = _house.Bot.DirectMessagesWith(_ann);
        Assert.Contains("now follows everything", (await (await _ann.RunsAsync(own, "subscribe", ("topic", "everything"))).ReplyAsync(Stop)).Text);
        Assert.True((await _house.ChannelAsync(own)).FollowsEverything);
    }
}
