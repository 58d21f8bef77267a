using System.Net;
using System.Text;
using global::Telegram.Bot;
using global::Telegram.Bot.Exceptions;
using NewsBot.BotApi;

namespace NewsBot.Telegram.Tests.Server;

/// <summary>What goes wrong on demand, and whether the message was delivered all the same.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData(nameof(Fault.DropBefore), false)]
    [InlineData(nameof(Fault.DropAfter), true)]
    [InlineData(nameof(Fault.BrokenJson), true)]
    [InlineData(nameof(Fault.BadGateway), false)]
    [InlineData(nameof(Fault.GatewayTimeoutAfter), true)]
    public async Task A_call_fails_in_a_way_that_does_not_say_what_came_of_it(string name, bool isDelivered)
    {
        await using var desk = await Desk.OpenAsync();
        desk.Server.Faults.Next(Named(name));

        // No ApiRequestException: nothing that Telegram itself has said.
        await Assert.ThrowsAsync<RequestException>(() => SendAsync(desk));

        Assert.Equal(isDelivered ? 1 : 0, desk.Chat.Messages.Count);
        Assert.Equal(isDelivered, Assert.Single(desk.Server.Calls).WasAccepted);
        await SendAsync(desk);
    }

    [Theory]
    [InlineData(nameof(Fault.ServerError), 500)]
    [InlineData(nameof(Fault.Blocked), 403)]
    [InlineData(nameof(Fault.CannotParse), 400)]
    public async Task A_call_is_refused_on_demand(string name, int code)
    {
        await using var desk = await Desk.OpenAsync();
        desk.Server.Faults.Next(Named(name), count: 2);

        for (var time = 0; time < 2; time++) Assert.Equal(code, (await Assert.ThrowsAsync<ApiRequestException>(() => SendAsync(desk))).ErrorCode);

        await SendAsync(desk);
        Assert.Single(desk.Chat.Messages);
    }

    [Theory]
    [InlineData(nameof(Fault.Silence), 0)]
    [InlineData(nameof(Fault.SilenceAfter), 1)]
    public async Task A_call_may_never_be_answered(string name, int delivered)
    {
        await using var desk = await Desk.OpenAsync();
        desk.Server.Faults.Next(Named(name));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Desk.Stop);

        var call = desk.Client.SendMessage(desk.Chat.Id, "x", cancellationToken: patience.Token);
        await desk.Server.CallAsync(it => it.IsSend && it.WasAccepted == (delivered > 0), Desk.Stop);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(delivered, desk.Chat.Messages.Count);
    }

    [Fact]
    public async Task A_slow_answer_comes_after_the_message()
    {
        await using var desk = await Desk.OpenAsync();
        desk.Server.Faults.Next(Fault.Slow(TimeSpan.FromMilliseconds(20)));
        desk.Server.Faults.Next(Fault.Slow(TimeSpan.FromHours(1)));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Desk.Stop);

        await SendAsync(desk, "soon");
        var late = desk.Client.SendMessage(desk.Chat.Id, "late", cancellationToken: patience.Token);
        await desk.Chat.MessageAsync(it => it.Text == "late", Desk.Stop);

        Assert.Equal([200, 0], desk.Server.Calls.Select(it => it.Code));
        Assert.False(late.IsCompleted);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => late);
    }

    [Fact]
    public async Task A_fault_waits_for_the_call_that_is_meant()
    {
        await using var desk = await Desk.OpenAsync();
        desk.Server.Faults.Next(Fault.TooManyRequests(7), where: call => call["text"] == "two");

        await SendAsync(desk, "one");
        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => SendAsync(desk, "two"));
        await SendAsync(desk, "two");

        Assert.Equal(7, refused.Parameters!.RetryAfter);
    }

    [Fact]
    public async Task A_share_of_calls_fails_the_same_ones_in_every_run()
    {
        var runs = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            await using var desk = await Desk.OpenAsync(new() { Limits = SendingLimits.None });
            using (desk.Server.Faults.Share(0.3, Fault.ServerError, seed: 7))
                for (var sent = 0; sent < 50; sent++)
                    await SendAsync(desk).ContinueWith(_ => { }, Desk.Stop, TaskContinuationOptions.None, TaskScheduler.Default);
            await SendAsync(desk);
            runs.Add(string.Concat(desk.Server.Calls.Select(call => call.Code == 500 ? 'x' : '.')));
        }
        Assert.Equal(runs[0], runs[1]);
        Assert.InRange(runs[0].Count(it => it == 'x'), 5, 25);
        Assert.EndsWith(".", runs[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json", """{"chat_id":"@the_news","text":"Hello & all"}""")]
    [InlineData("application/x-www-form-urlencoded", "chat_id=%40the_news&text=Hello+%26+all")]
    [InlineData("multipart/form-data; boundary=\"--x\"", "----x\r\nContent-Disposition: form-data; name=chat_id\r\n\r\n@the_news\r\n----x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nHello & all\r\n----x--\r\n")]
    [InlineData(null, "?chat_id=@the_news&text=Hello%20%26%20all")]
    public async Task Parameters_come_in_every_way_that_the_Bot_API_knows(string? type, string body)
    {
        await using var desk = await Desk.OpenAsync();
        var channel = desk.Server.AddChannel("News", "the_news").Join(desk.Bot, AdminRights.PostMessages);
        using var http = new HttpClient(new SocketsHttpHandler(), disposeHandler: true);
        var address = $"{desk.Server.Address}/bot{Desk.Token}/sendmessage";
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (type is not null) content.Headers.TryAddWithoutValidation("Content-Type", type);

        using var answer = type is null ? await http.GetAsync(new Uri(address + body), Desk.Stop) : await http.PostAsync(new Uri(address), content, Desk.Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Hello & all", Assert.Single(channel.Messages).Text);
    }

    [Fact]
    public async Task A_429_says_when_in_a_header_too()
    {
        await using var desk = await Desk.OpenAsync();
        desk.Chat.FloodWait(TimeSpan.FromHours(1));
        using var http = new HttpClient(new SocketsHttpHandler(), disposeHandler: true);

        using var answer = await http.GetAsync(new Uri($"{desk.Server.Address}/bot{Desk.Token}/sendMessage?chat_id={desk.Chat.Id}&text=x"), Desk.Stop);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(59), TimeSpan.FromHours(1));
    }

    private static Task<global::Telegram.Bot.Types.Message> SendAsync(Desk desk, string text = "x") => desk.Client.SendMessage(desk.Chat.Id, text, cancellationToken: Desk.Stop);

    private static Fault Named(string name) => (Fault)typeof(Fault).GetProperty(name)!.GetValue(null)!;
}
