using System.Text.Json;
using NewsBot.Core.Subscriptions;
using NewsBot.Discord.Protocol;

namespace NewsBot.Discord.Tests.Units;

public sealed class DiscordPlacesTests
{
    private static readonly ChannelRef News = new("discord", "500/41");
    private readonly DiscordPlaces _places;

    public DiscordPlacesTests()
    {
        var guilds = new GuildBook();
        guilds.Know(new(1));
        guilds.Add(JsonSerializer.Deserialize("""
            {"id":"500","owner_id":"3","roles":[{"id":"500","name":"@everyone","permissions":"3072"}],"members":[],
             "channels":[{"id":"41","type":0},{"id":"43","type":15}],"threads":[{"id":"60","type":11,"parent_id":"41","guild_id":"500"}]}
            """, DiscordJson.Default.GuildPayload)!);
        guilds.Add(JsonSerializer.Deserialize("""{"id":"600","owner_id":"3","roles":[],"members":[],"channels":[{"id":"71","type":0}]}""", DiscordJson.Default.GuildPayload)!);
        _places = new(guilds);
    }

    [Theory]
    [InlineData("<#60>", "500/60")]
    [InlineData("43", "500/43")]
    [InlineData("https://discord.com/channels/500/60", "500/60")]
    [InlineData("<#71>", null)]
    [InlineData("#news", null)]
    public async Task A_channel_or_thread_of_the_same_server_is_found_and_none_of_another(string typed, string? place) =>
        Assert.Equal(place, (await _places.FindAsync(News, typed, TestContext.Current.CancellationToken))?.Id);

    [Fact]
    public void A_thread_is_part_of_its_channel_and_a_private_channel_of_nothing()
    {
        Assert.Equal(News, _places.WholeOf(new("discord", "500/60")));
        Assert.Null(_places.WholeOf(News));
        Assert.True(_places.IsPrivate(new("discord", "dm/9")) && !_places.IsPrivate(News));
    }

    [Theory]
    [InlineData("500/41", "77", "https://discord.com/channels/500/41/77")]
    [InlineData("500/43", "60/77", "https://discord.com/channels/500/60/77")]
    [InlineData("dm/9", "77", "https://discord.com/channels/@me/9/77")]
    [InlineData("500/41", "not an id", null)]
    public void A_post_has_a_link_that_opens_it(string channel, string message, string? link) => Assert.Equal(link, _places.LinkOf(new("discord", channel), message));
}
