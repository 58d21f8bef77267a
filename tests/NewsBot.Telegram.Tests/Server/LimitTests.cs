using System.Diagnostics;
using global::Telegram.Bot;
using global::Telegram.Bot.Exceptions;
using Microsoft.Extensions.Time.Testing;
using NewsBot.BotApi;

namespace NewsBot.Telegram.Tests.Server;

/// <summary>How fast a bot may send, by a clock that the test holds.</summary>
public sealed class LimitTests
{
    private readonly FakeTimeProvider _clock = new(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_private_chat_takes_a_little_burst_and_then_one_message_a_second()
    {
        await using var desk = await Desk.OpenAsync(new() { Clock = _clock });
        for (var sent = 0; sent < 3; sent++) await SendAsync(desk, desk.Chat);

        Assert.Equal(1, await WaitAsync(desk, desk.Chat));
        _clock.Advance(TimeSpan.FromSeconds(1));
        await SendAsync(desk, desk.Chat);
        Assert.Equal(1, await WaitAsync(desk, desk.Chat));
        Assert.Equal(4, desk.Chat.Messages.Count);
    }

    [Fact]
    public async Task A_group_takes_20_messages_a_minute()
    {
        await using var desk = await Desk.OpenAsync(new() { Clock = _clock });
        var group = desk.Server.AddGroup("Kitchen").Join(desk.Bot);
        for (var sent = 0; sent < 20; sent++) await SendAsync(desk, group);

        Assert.Equal(3, await WaitAsync(desk, group));
        _clock.Advance(TimeSpan.FromSeconds(3));
        await SendAsync(desk, group);
    }

    [Fact]
    public async Task A_bot_may_send_30_messages_a_second_to_different_chats()
    {
        await using var desk = await Desk.OpenAsync(new() { Clock = _clock });
        var chats = Enumerable.Range(0, 100).Select(n => desk.Server.PrivateChat(desk.Server.AddPerson($"Reader {n}"))).ToList();
        foreach (var chat in chats[..35]) await SendAsync(desk, chat);

        Assert.Equal(1, await WaitAsync(desk, chats[35]));
        _clock.Advance(TimeSpan.FromSeconds(1));
        foreach (var chat in chats[35..65]) await SendAsync(desk, chat);
        Assert.Equal(1, await WaitAsync(desk, chats[65]));
    }

    [Fact]
    public async Task Stars_pay_for_more()
    {
        await using var desk = await Desk.OpenAsync(new() { Clock = _clock, Limits = new() { BotBurst = 1 } });
        desk.Bot.Stars = 0.1m;
        await SendAsync(desk, desk.Chat);

        await desk.Client.SendMessage(desk.Chat.Id, "x", allowPaidBroadcast: true, cancellationToken: Desk.Stop);
        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => desk.Client.SendMessage(desk.Chat.Id, "x", allowPaidBroadcast: true, cancellationToken: Desk.Stop));

        Assert.Equal((0m, "Bad Request: BALANCE_TOO_LOW"), (desk.Bot.Stars, refused.Message));
    }

    [Fact]
    public async Task A_flood_wait_holds_for_the_chat_or_the_bot_until_it_is_over()
    {
        await using var desk = await Desk.OpenAsync(new() { Clock = _clock, Limits = SendingLimits.None });
        var group = desk.Server.AddGroup("Kitchen").Join(desk.Bot);

        group.FloodWait(TimeSpan.FromHours(12));
        Assert.Equal(43_200, await WaitAsync(desk, group));
        await SendAsync(desk, desk.Chat);
        desk.Bot.FloodWait(TimeSpan.FromSeconds(5));
        Assert.Equal(5, await WaitAsync(desk, desk.Chat));
        _clock.Advance(TimeSpan.FromHours(12));
        await SendAsync(desk, group);
        await SendAsync(desk, desk.Chat);
    }

    [Fact]
    public async Task Everybody_gets_one_of_2000_messages_that_come_at_once()
    {
        await using var desk = await Desk.OpenAsync(new() { Limits = SendingLimits.None });
        var chats = Enumerable.Range(0, 2000).Select(n => desk.Server.PrivateChat(desk.Server.AddPerson($"Reader {n}"))).ToList();
        var began = Stopwatch.GetTimestamp();

        await Parallel.ForEachAsync(chats, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Desk.Stop }, async (chat, _) => await SendAsync(desk, chat));

        TestContext.Current.TestOutputHelper?.WriteLine($"2000 messages in {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms");
        Assert.All(chats, chat => Assert.Single(chat.Messages));
        Assert.Equal(2000, (await desk.Server.SentAsync(2000, Desk.Stop)).Count);
        Assert.Equal(2000, desk.Server.Calls.Count(call => call is { IsSend: true, Code: 200, WasAccepted: true }));
    }

    private static Task<global::Telegram.Bot.Types.Message> SendAsync(Desk desk, ChatRoom room) => desk.Client.SendMessage(room.Id, "x", cancellationToken: Desk.Stop);

    private static async Task<int?> WaitAsync(Desk desk, ChatRoom room)
    {
        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => SendAsync(desk, room));
        Assert.Equal((429, $"Too Many Requests: retry after {refused.Parameters!.RetryAfter}"), (refused.ErrorCode, refused.Message));
        return refused.Parameters.RetryAfter;
    }
}
