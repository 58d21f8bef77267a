using NewsBot.Core.Chat;
using NewsBot.DiscordApi;
using Channel = NewsBot.DiscordApi.Channel;

namespace NewsBot.Discord.Tests;

/// <summary>What goes on from a story answers its first post, where the bot may answer.</summary>
public sealed class ReplyStories : IAsyncLifetime
{
    private DiscordHouse _house = null!;
    private Channel _news = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _house = await DiscordHouse.BuildAsync();
        var guild = _house.Server.AddGuild("Readers", _house.Server.AddPerson("Olga"));
        guild.Invite(_house.Bot, DiscordStories.Rights);
        _news = guild.AddTextChannel("news");
        await _house.StartBotAsync();
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Where_the_bot_may_not_read_what_was_said_before_the_news_comes_all_the_same()
    {
        var first = Assert.IsType<SendOutcome.Sent>(await PostAsync("Ferry runs aground"));
        _news.Deny(_house.Bot.User, Permissions.ReadMessageHistory);
        Assert.IsType<SendOutcome.Sent>(await PostAsync("Ferry is afloat again", first.MessageId));
        Assert.Equal(2, _news.Messages.Count);
        Assert.Null(_news.Messages[1].ReplyTo);
        // Where it may not write at all, that is still said.
        _news.Deny(_house.Bot.User, Permissions.SendMessages);
        Assert.IsType<SendOutcome.Closed>(await PostAsync("Ferry sails", first.MessageId));
    }

    private Task<SendOutcome> PostAsync(string title, string? follows = null) =>
        _house.Get<DiscordPlatform>().SendAsync(DiscordHouse.RefOf(_news), new(new() { Title = title }, title, new()) { Follows = follows }, Stop);
}
