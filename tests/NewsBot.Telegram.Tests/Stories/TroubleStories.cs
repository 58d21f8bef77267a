using System.Net;
using System.Text;
using NewsBot.BotApi;
using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;

namespace NewsBot.Telegram.Tests.Stories;

/// <summary>What goes wrong between here and Telegram, and what is left of it when it is over.</summary>
public sealed class TroubleStories : IAsyncLifetime
{
    private TelegramHouse _house = null!;
    private Person _ann = null!;
    private ChatRoom _chat = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _house = await TelegramHouse.BuildAsync();
        _ann = _house.Server.AddPerson("Ann", languageCode: "en");
        _chat = _house.Server.PrivateChat(_ann);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_post_that_may_have_arrived_is_left_and_told()
    {
        await StartAsync();
        _house.Server.Faults.Next(Fault.DropAfter, 1, call => call.IsSend);
        _house.Write("ferry", "Ferry returns", "The ferry sails again.");
        var state = await _house.SettledAsync(1);
        Assert.Equal((0, 1), (state.Paid, state.Left));
        Assert.Single(_chat.FromBots);
        _house.SetList("Operators", $"{_ann.Id}");
        await _house.StopBotAsync();
        await _house.StartBotAsync();
        Assert.Contains("1 with an unknown fate", (await _ann.Types(_chat, "/status").AnswerAsync(Stop)).Text);
    }

    [Fact]
    public async Task An_operator_may_prefer_twice_to_never()
    {
        _house.Set("DoubtfulPosts", "resend");
        await StartAsync();
        _house.Server.Faults.Next(Fault.DropBefore, 1, call => call.IsSend);
        _house.Write("ferry", "Ferry returns", "The ferry sails again.");
        Assert.Equal(1, (await _house.SettledAsync(1)).Paid);
        Assert.Single(_chat.FromBots);
    }

    [Theory]
    [MemberData(nameof(CertainFailures))]
    public async Task A_failure_that_says_it_was_not_sent_is_tried_again(string name, Fault fault)
    {
        Assert.NotEmpty(name);
        await StartAsync();
        _house.Server.Faults.Next(fault, 2, call => call.IsSend);
        _house.Write("ferry", "Ferry returns", "The ferry sails again.");
        var state = await _house.SettledAsync(1);
        Assert.Equal((1, 0, 0), (state.Paid, state.Left, state.GivenUp));
        Assert.Single(_chat.FromBots);
    }

    public static TheoryData<string, Fault> CertainFailures => new()
    {
        { "500", Fault.ServerError },
        { "502", Fault.BadGateway },
        { "429", Fault.TooManyRequests(1) },
    };

    [Fact]
    public async Task One_chat_in_a_flood_wait_costs_the_others_nothing()
    {
        await StartAsync();
        var others = Enumerable.Range(0, 40).Select(i => _house.Server.PrivateChat(_house.Server.AddPerson($"Reader {i}"))).ToArray();
        foreach (var other in others) await _house.FollowAsync(other);
        _chat.FloodWait(TimeSpan.FromHours(12));
        _house.Write("ferry", "Ferry returns", "The ferry sails again.");
        foreach (var other in others) await other.MessagesAsync(1, Stop);
        Assert.Empty(_chat.FromBots);
        Assert.Single(_house.Server.Calls, call => call.IsSend && call.Room == _chat);
    }

    [Fact]
    public async Task A_flood_wait_of_half_a_day_survives_a_restart_and_nobody_is_asked_meanwhile()
    {
        await StartAsync();
        var all = Enumerable.Range(0, 10).Select(i => _house.Server.PrivateChat(_house.Server.AddPerson($"Reader {i}"))).Append(_chat).ToArray();
        foreach (var chat in all) await _house.FollowAsync(chat);
        _house.Bot.FloodWait(TimeSpan.FromHours(12));
        _house.Write("ferry", "Ferry returns", "The ferry sails again.");
        await _house.Server.CallAsync(call => call.IsSend && _house.Server.Calls.Count(other => other.IsSend && other.Code == 429) >= 3, Stop);
        await Task.Delay(500, Stop);
        await _house.StopBotAsync();
        var asked = _house.Server.Calls.Count(call => call.IsSend);
        Assert.InRange(asked, 3, all.Length);

        await _house.StartBotAsync();
        await Task.Delay(1500, Stop);
        Assert.Equal(asked, _house.Server.Calls.Count(call => call.IsSend));
        Assert.Equal(all.Length, (await _house.Get<IOutbox>().StateAsync(Stop)).Owed);
    }

    [Fact]
    public async Task A_wrong_token_stops_Telegram_alone_with_one_sentence()
    {
        _house.Set("Token", "123456789:wrong");
        await _house.StartBotAsync(waits: false);
        var platform = _house.Get<TelegramPlatform>();
        for (var i = 0; i < 200 && platform.State.Why?.Contains("does not accept", StringComparison.Ordinal) != true; i++) await Task.Delay(50, Stop);
        Assert.Contains("does not accept the token", platform.State.Why);
        var asked = _house.Server.Calls.Count;
        await Task.Delay(1500, Stop);
        Assert.Equal(asked, _house.Server.Calls.Count);

        using var client = new HttpClient(new SocketsHttpHandler());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"{_house.Address}/", Stop)).StatusCode);
        using var ready = await client.GetAsync($"{_house.Address}/health/ready", Stop);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "telegram\n"), (ready.StatusCode, await ready.Content.ReadAsStringAsync(Stop)));
    }

    [Fact]
    public async Task While_Telegram_cannot_be_reached_posts_wait_and_then_come()
    {
        await StartAsync();
        await _house.Server.GoDownAsync();
        for (var i = 0; i < 200 && _house.Get<TelegramPlatform>().State.IsUp; i++) await Task.Delay(50, Stop);
        Assert.False(_house.Get<TelegramPlatform>().State.IsUp);
        _house.Write("ferry", "Ferry returns", "The ferry sails again.");
        await Task.Delay(500, Stop);
        await _house.Server.ComeBackAsync(Stop);
        await _chat.MessagesAsync(1, Stop);
        Assert.Equal((1, 0), ((await _house.SettledAsync(1)).Paid, (await _house.SettledAsync(1)).Left));
    }

    [Fact]
    public async Task An_update_that_nobody_can_read_is_skipped_and_the_next_one_answered()
    {
        _house.SetList("Operators", $"{_ann.Id}");
        await StartAsync();
        _house.Bot.HandOut(new() { ["message"] = "not an object" });
        _house.Bot.HandOut(new() { ["something_new"] = new System.Text.Json.Nodes.JsonObject { ["x"] = 1 } });
        _house.Bot.HandOut(new() { ["message"] = new System.Text.Json.Nodes.JsonObject { ["message_id"] = "x" } });
        Assert.Contains("I post new articles", (await _ann.Types(_chat, "/about").AnswerAsync(Stop)).Text);
        Assert.Contains("telegram: updates that it could not read, 2 since the start", (await _ann.Types(_chat, "/status").AnswerAsync(Stop)).Text);
    }

    [Fact]
    public async Task What_was_asked_while_the_bot_was_away_is_answered_once_when_it_is_back()
    {
        await StartAsync();
        await _house.StopBotAsync();
        var asked = _ann.Types(_chat, "/about");
        await _house.StartBotAsync();
        await asked.AnswerAsync(Stop);
        await _house.StopBotAsync();
        await _house.StartBotAsync();
        await _ann.Types(_chat, "/help").AnswerAsync(Stop);
        Assert.Single(_chat.FromBots, message => message.Text.Contains("I post new articles", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_a_public_address_updates_are_delivered_and_without_it_they_are_fetched_again()
    {
        var port = FreePort();
        _house.SetLocal("Address", $"http://127.0.0.1:{port}");
        _house.Set("PublicUrl", $"http://127.0.0.1:{port}");
        await StartAsync();
        Assert.Contains("I post new articles", (await _ann.Types(_chat, "/about").AnswerAsync(Stop)).Text);
        Assert.DoesNotContain(_house.Server.Calls, call => call.Is("getUpdates"));
        using var client = new HttpClient(new SocketsHttpHandler());
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(client, port, "{}", null));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(client, port, "{}", new string('a', 64)));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(client, port, "{", _house.Bot.Webhook.Secret));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(client, port, "{}", _house.Bot.Webhook.Secret));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(client, port, new string(' ', 1_100_000), _house.Bot.Webhook.Secret));
        await _house.StopBotAsync();

        _house.Set("PublicUrl", "");
        await _house.StartBotAsync();
        Assert.Null(_house.Bot.Webhook.Url);
        Assert.Contains("I post new articles", (await _ann.Types(_chat, "/about").AnswerAsync(Stop)).Text);
    }

    [Fact]
    public async Task The_same_update_delivered_twice_is_answered_once()
    {
        var port = FreePort();
        _house.SetLocal("Address", $"http://127.0.0.1:{port}");
        _house.Set("PublicUrl", $"http://127.0.0.1:{port}");
        await StartAsync();
        using var client = new HttpClient(new SocketsHttpHandler());
        var update = $$$"""{"update_id":777,"message":{"message_id":5,"date":1,"chat":{"id":{{{_chat.Id}}},"type":"private"},"from":{"id":{{{_ann.Id}}},"is_bot":false,"first_name":"Ann"},"text":"/about"}}""";
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.OK, await PostAsync(client, port, update, _house.Bot.Webhook.Secret));
        await _chat.MessagesAsync(1, Stop);
        await _ann.Types(_chat, "/help").AnswerAsync(Stop);
        Assert.Single(_chat.FromBots, message => message.Text.Contains("I post new articles", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_programs_that_ask_for_the_same_updates_are_told_in_one_line()
    {
        await StartAsync();
        using var conflict = _house.Server.Faults.Always(Fault.Refuse(409, "Conflict: terminated by other getUpdates request"), call => call.Is("getUpdates"));
        for (var i = 0; i < 300 && _house.Get<TelegramPlatform>().State.IsUp; i++) await Task.Delay(50, Stop);
        Assert.Contains("Another program", _house.Get<TelegramPlatform>().State.Why);
    }

    private async Task StartAsync()
    {
        await _house.StartBotAsync();
        await _house.FollowAsync(_chat);
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, int port, string body, string? secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{port}/telegram/updates") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (secret is not null) request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        using var answer = await client.SendAsync(request, Stop);
        return answer.StatusCode;
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
