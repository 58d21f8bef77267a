using NewsBot.DiscordApi;
using Channel = NewsBot.DiscordApi.Channel;

namespace NewsBot.Discord.Tests.Stories;

/// <summary>Three shards at once: a server belongs to one of them, and each goes its own way.</summary>
public sealed class ShardStories : IAsyncLifetime
{
    private const int Shards = 3;
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(300);

    private readonly Channel[] _places = new Channel[Shards];
    private DiscordHouse _house = null!;
    private Person _owner = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _house = await DiscordHouse.BuildAsync(new DiscordServerOptions { RecommendedShards = Shards, MaxConcurrency = 1, IdentifyWindow = Window });
        _owner = _house.Server.AddPerson("Olena");
        while (_places.Contains(null!))
        {
            var guild = _house.Server.AddGuild("Herald readers", _owner);
            if (_places[ShardOf(guild)] is not null) continue;
            guild.Invite(_house.Bot, DiscordStories.Rights);
            _places[ShardOf(guild)] = guild.AddTextChannel("news");
        }
        await _house.StartBotAsync(waits: false);
        await _house.Bot.Gateway.ReadyAsync(Shards, Stop);
        await DiscordHouse.WaitAsync(() => Task.FromResult(_house.Bot.Commands.Writes > 0));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public void Each_shard_identifies_once_in_its_turn()
    {
        var identified = _house.Server.GatewayLog.All.Where(entry => entry.Kind is GatewayEntryKind.Identified).ToArray();
        Assert.Equal([0, 1, 2], identified.Select(entry => entry.Shard).Order());
        Assert.All(identified.Zip(identified.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= Window, "Two identifies stood closer than Discord allows."));
        Assert.Equal(0, _house.Server.GatewayLog.Count(GatewayEntryKind.SessionRefused));
        Assert.Equal([0, 1, 2], _house.Bot.Gateway.Shards);
    }

    [Fact]
    public async Task Every_shard_answers_hears_of_its_servers_and_gets_its_posts()
    {
        foreach (var place in _places)
            Assert.Contains("now follows everything", (await (await _owner.RunsAsync(place, "subscribe", ("topic", "everything"))).ReplyAsync(Stop)).Text);
        _house.Write("ferry", "Ferry returns", "The ferry sails again.");
        foreach (var place in _places) await place.MessageAsync(message => message.Text.Contains("Ferry returns", StringComparison.Ordinal), Stop);
        foreach (var place in _places) place.Deny(_house.Bot.User, Permissions.SendMessages);
        foreach (var place in _places)
            await DiscordHouse.WaitAsync(async () => (await _house.ChannelAsync(place)).PausedWhy?.Contains("Send Messages", StringComparison.Ordinal) == true);
        Assert.Contains("I post new articles", (await (await _owner.RunsAsync(_house.Bot.DirectMessagesWith(_owner), "about")).ReplyAsync(Stop)).Text);
    }

    [Fact]
    public async Task One_shard_resumes_while_the_others_go_on()
    {
        _house.Bot.Gateway.Drop(1);
        // What is asked while it is away is answered when it is back, and nobody else waits for that.
        var asked = await _owner.RunsAsync(_places[1], "about");
        foreach (var other in new[] { _places[0], _places[2] })
            Assert.Contains("I post new articles", (await (await _owner.RunsAsync(other, "about")).ReplyAsync(Stop)).Text);
        Assert.Equal(1, (await _house.Server.GatewayLog.UntilAsync(GatewayEntryKind.Resumed, stop: Stop)).Shard);
        Assert.Contains("I post new articles", (await asked.ReplyAsync(Stop)).Text);
        Assert.Equal(Shards, _house.Server.GatewayLog.Count(GatewayEntryKind.Identified));
        Assert.Equal(1, _house.Get<Discord.Protocol.Gateway>().Counts.Resumes);
    }

    [Fact]
    public async Task After_a_restart_every_shard_resumes()
    {
        foreach (var place in _places) await (await _owner.RunsAsync(place, "about")).ReplyAsync(Stop);
        await _house.StopBotAsync();
        await _house.StartBotAsync(waits: false);
        await _house.Server.GatewayLog.UntilAsync(GatewayEntryKind.Resumed, Shards, Stop);
        Assert.Equal([0, 1, 2], _house.Server.GatewayLog.All.Where(entry => entry.Kind is GatewayEntryKind.Resumed).Select(entry => entry.Shard).Order());
        foreach (var place in _places) Assert.Contains("I post new articles", (await (await _owner.RunsAsync(place, "about")).ReplyAsync(Stop)).Text);
        Assert.Equal(Shards, _house.Server.GatewayLog.Count(GatewayEntryKind.Identified));
    }

    private static int ShardOf(Guild guild) => (int)((guild.Id >> 22) % Shards);
}
