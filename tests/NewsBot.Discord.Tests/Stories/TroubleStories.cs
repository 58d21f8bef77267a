using System.Net;
using System.Text;
using NewsBot.Core.Delivery;
using NewsBot.DiscordApi;
using Channel = NewsBot.DiscordApi.Channel;

namespace NewsBot.Discord.Tests.Stories;

/// <summary>What goes wrong between here and Discord, and what is left of it when it is over.</summary>
public sealed class TroubleStories : IAsyncLifetime
{
    private DiscordHouse _house = null!;
    private Person _owner = null!;
    private Guild _guild = null!;
    private Channel _news = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _house = await DiscordHouse.BuildAsync();
        _owner = _house.Server.AddPerson("Olena");
        _guild = _house.Server.AddGuild("Herald readers", _owner);
        _guild.Invite(_house.Bot, DiscordStories.Rights);
        _news = _guild.AddTextChannel("news");
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Theory]
    [MemberData(nameof(Cuts))]
    public async Task Cut_off_before_or_after_Discord_took_it_a_post_arrives_once(string name, Fault fault)
    {
        Assert.NotEmpty(name);
        await _house.StartBotAsync();
        await _house.FollowAsync(_news);
        _house.Server.Faults.Next(1, fault, IsSend);
        _house.Write("ferry", "Ferry returns", "The ferry sails again.");
        var state = await _house.SettledAsync(1);
        Assert.Equal((1, 0, 0), (state.Paid, state.Left, state.GivenUp));
        Assert.Single(_news.History);
    }

    private static bool IsSend(Call call) => call.Method == "POST" && call.Route.EndsWith("/messages", StringComparison.Ordinal);

    public static TheoryData<string, Fault> Cuts => new()
    {
        { "before", Fault.CutBeforeAccept },
        { "after", Fault.CutAfterAccept },
        { "500", Fault.ServerError },
        { "502", Fault.BadGateway },
    };

    [Fact]
    public async Task What_Discord_sends_and_nobody_knows_is_counted_in_status()
    {
        _house.SetList("Operators", $"{_owner.Id}");
        await _house.StartBotAsync();
        var first = await _owner.RunsAsync(_news, "about");
        await first.ReplyAsync(Stop);
        for (var i = 0; i < 2; i++)
            _house.Bot.Gateway.Dispatch("INTERACTION_CREATE", System.Text.Json.Nodes.JsonNode.Parse($$"""
                { "id": "{{first.Id + 1 + (ulong)i}}", "application_id": "{{_house.Bot.Id}}", "type": 77, "token": "t", "version": 1, "channel_id": "{{_news.Id}}", "user": { "id": "{{_owner.Id}}", "username": "x" } }
                """)!);
        await DiscordHouse.WaitAsync(async () =>
            (await (await _owner.RunsAsync(_news, "status")).ReplyAsync(Stop)).Text.Contains("discord: interactions of a kind that it does not know, 2 since the start", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ten_posts_an_hour_are_published_and_a_restart_does_not_begin_anew()
    {
        var breaking = _guild.AddAnnouncementChannel("breaking");
        await _house.StartBotAsync();
        await _house.FollowAsync(breaking);
        for (var i = 1; i <= 6; i++) _house.Write($"one{i}", $"Ferry notice {i}", "The ferry sails again.");
        await breaking.MessagesAsync(6, Stop);
        await _house.SettledAsync(6);
        await _house.StopBotAsync();
        await _house.StartBotAsync();
        for (var i = 7; i <= 12; i++) _house.Write($"two{i}", $"Harbour notice {i}", "The harbour opens again.");
        await breaking.MessagesAsync(12, Stop);
        await _house.SettledAsync(12);
        Assert.Equal(10, breaking.Messages.Count(message => message.IsCrossposted));
    }

    [Fact]
    public async Task A_command_that_takes_long_is_promised_in_time_and_answered_when_it_is_done()
    {
        await _house.StartBotAsync();
        await using var blocker = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_house.Folder, "data", "newsbot.db")};Pooling=False");
        await blocker.OpenAsync(Stop);
        // Somebody else writes for a while: the database is real, and so is the waiting.
        await using var begin = blocker.CreateCommand();
        begin.CommandText = "begin immediate";
        await begin.ExecuteNonQueryAsync(Stop);
        var asked = await _owner.RunsAsync(_news, "subscribe", ("topic", "everything"));
        Assert.Equal(CallbackKind.DeferredReply, await asked.AnswerAsync(Stop));
        Assert.False(asked.HasFailed);
        begin.CommandText = "rollback";
        await begin.ExecuteNonQueryAsync(Stop);
        Assert.Contains("now follows everything", (await asked.ReplyAsync(Stop)).Text);
    }

    [Fact]
    public async Task An_interaction_that_is_over_ends_quietly()
    {
        using var bot = new NewsBot.Tests.Kill.BotProcess(_house.Folder, "run");
        await _house.Bot.Gateway.ReadyAsync(stop: Stop);
        await DiscordHouse.WaitAsync(() => Task.FromResult(_house.Bot.Commands.Writes > 0));
        _house.Server.Faults.Next(1, Fault.Slow(TimeSpan.FromSeconds(1)), call => call.Route.Contains("callback", StringComparison.Ordinal));
        var asked = await _owner.RunsAsync(_news, "about");
        asked.Expire();
        Assert.Contains("I post new articles", (await (await _owner.RunsAsync(_news, "about")).ReplyAsync(Stop)).Text);
        await Task.Delay(1500, Stop);
        bot.Terminate();
        Assert.Equal(0, await bot.ExitAsync(TimeSpan.FromSeconds(20)));
        Assert.DoesNotContain("WARNING", bot.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_token_stops_Discord_alone_with_one_sentence()
    {
        _house.Set("Token", "wrong.token.here");
        await _house.StartBotAsync(waits: false);
        var platform = _house.Get<DiscordPlatform>();
        for (var i = 0; i < 200 && platform.State.Why?.Contains("does not accept", StringComparison.Ordinal) != true; i++) await Task.Delay(50, Stop);
        Assert.Contains("does not accept the token", platform.State.Why);
        var asked = _house.Server.Calls.Count;
        await Task.Delay(1500, Stop);
        Assert.Equal(asked, _house.Server.Calls.Count);
        using var client = new HttpClient(new SocketsHttpHandler());
        using var ready = await client.GetAsync($"{_house.Address}/health/ready", Stop);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "discord\n"), (ready.StatusCode, await ready.Content.ReadAsStringAsync(Stop)));
    }

    [Fact]
    public async Task A_storm_of_429_delays_and_loses_nothing()
    {
        await _house.StartBotAsync();
        await _house.FollowAsync(_news);
        _house.Server.Faults.Share(0.5, 7, Fault.UserLimit(TimeSpan.FromSeconds(0.3)), IsSend);
        for (var i = 0; i < 8; i++) _house.Write($"{i}", $"Notice {i}", $"The lower town says {i}.");
        var state = await _house.SettledAsync(8);
        Assert.Equal((8, 0, 0), (state.Paid, state.Left, state.GivenUp));
        Assert.Equal(8, _news.History.Count);
    }

    [Fact]
    public async Task Interactions_can_come_by_HTTP_and_no_gateway_is_needed_then()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        _house.SetLocal("Address", $"http://127.0.0.1:{port}");
        _house.Set("PublicKey", _house.Server.PublicKey);
        _house.Set("PublicUrl", $"http://127.0.0.1:{port}");
        await _house.StartBotAsync(waits: false);
        for (var i = 0; i < 300 && _house.Bot.Commands.Writes == 0; i++) await Task.Delay(50, Stop);
        var url = new Uri($"http://127.0.0.1:{port}/discord/interactions");
        Assert.Equal(200, (await _house.Server.PingAsync(url, stop: Stop)).Status);
        Assert.Equal(401, (await _house.Server.PingAsync(url, Signing.Wrong, stop: Stop)).Status);
        _house.Server.InteractionsUrl = url;
        var about = await _owner.RunsAsync(_news, "about");
        Assert.Contains("I post new articles", (await about.ReplyAsync(Stop)).Text);
        Assert.Contains("now follows everything", (await (await _owner.RunsAsync(_news, "subscribe", ("topic", "everything"))).ReplyAsync(Stop)).Text);
        _house.Write("ferry", "Ferry returns", "The ferry sails again.");
        await _news.MessageAsync(message => message.Text.Contains("Ferry returns", StringComparison.Ordinal), Stop);
    }

    [Fact]
    public async Task Whatever_goes_wrong_the_token_is_written_nowhere()
    {
        using var bot = new NewsBot.Tests.Kill.BotProcess(_house.Folder, "run");
        await bot.PrintsAsync("connected as", Stop);
        await _house.Bot.Gateway.ReadyAsync(stop: Stop);
        await DiscordHouse.WaitAsync(() => Task.FromResult(_house.Bot.Commands.Writes > 0));
        await (await _owner.RunsAsync(_news, "subscribe", ("topic", "everything"))).ReplyAsync(Stop);
        foreach (var (fault, i) in new[] { Fault.CutBeforeAccept, Fault.CutAfterAccept, Fault.ServerError, Fault.BadGateway, Fault.UserLimit(TimeSpan.FromSeconds(0.2)) }.Select((fault, i) => (fault, i)))
        {
            _house.Server.Faults.Next(2, fault);
            _house.Write($"{i}", $"Notice {i}", $"The lower town says {i}.");
            await _owner.RunsAsync(_news, "status");
            await Task.Delay(400, Stop);
            _house.Server.Faults.Clear();
        }
        _house.Bot.Gateway.Drop();
        await Task.Delay(800, Stop);
        bot.Terminate();
        Assert.Equal(0, await bot.ExitAsync(TimeSpan.FromSeconds(20)));
        var secret = DiscordHouse.Token.Split('.')[2];
        Assert.DoesNotContain(secret, bot.Output, StringComparison.Ordinal);
        foreach (var interaction in _house.Server.Interactions) Assert.DoesNotContain(interaction.Token, bot.Output, StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(_house.Folder, "data")).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
            Assert.DoesNotContain(secret, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, Stop)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archived_thread_opens_again_by_a_post_and_a_locked_one_waits()
    {
        var thread = _news.AddThread("Ferries", _owner);
        await _house.StartBotAsync();
        await _house.FollowAsync(thread);
        thread.Archive();
        _house.Write("ferry", "Ferry returns", "The ferry sails again.");
        await thread.MessageAsync(message => message.Text.Contains("Ferry returns", StringComparison.Ordinal), Stop);
        thread.Lock();
        _house.Write("bridge", "Bridge opens", "The bridge opens.");
        await DiscordHouse.WaitAsync(async () => (await _house.ChannelAsync(thread)).PausedWhy is "The thread is locked.");
        Assert.Equal(1, await _house.Get<IOutbox>().OwedAsync(DiscordHouse.RefOf(thread), Stop));
    }
}
