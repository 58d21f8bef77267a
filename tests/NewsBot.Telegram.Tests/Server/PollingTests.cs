using System.Text.Json.Nodes;
using global::Telegram.Bot;
using global::Telegram.Bot.Exceptions;
using global::Telegram.Bot.Types.Enums;
using NewsBot.BotApi;

namespace NewsBot.Telegram.Tests.Server;

public sealed class PollingTests
{
    [Fact]
    public async Task An_update_comes_again_until_it_is_confirmed()
    {
        await using var desk = await Desk.OpenAsync();
        desk.Ann.Types(desk.Chat, "one");
        desk.Ann.Types(desk.Chat, "two");

        var first = await desk.Client.GetUpdates(limit: 1, cancellationToken: Desk.Stop);
        var again = await desk.Client.GetUpdates(cancellationToken: Desk.Stop);
        var rest = await desk.Client.GetUpdates(again[0].Id + 1, cancellationToken: Desk.Stop);

        Assert.Equal(["one"], first.Select(it => it.Message!.Text));
        Assert.Equal(["one", "two"], again.Select(it => it.Message!.Text));
        Assert.Equal(["two"], rest.Select(it => it.Message!.Text));
        Assert.Equal(1, desk.Bot.PendingUpdates);
        Assert.Equal(4, desk.Server.HandedOut.Count);
    }

    [Fact]
    public async Task A_negative_offset_forgets_what_is_before()
    {
        await using var desk = await Desk.OpenAsync();
        foreach (var word in (string[])["one", "two", "three"]) desk.Ann.Types(desk.Chat, word);

        Assert.Equal("three", Assert.Single(await desk.Client.GetUpdates(-1, cancellationToken: Desk.Stop)).Message!.Text);
        Assert.Equal(1, desk.Bot.PendingUpdates);
    }

    [Fact]
    public async Task A_long_poll_ends_when_something_arrives()
    {
        await using var desk = await Desk.OpenAsync();
        var poll = desk.Client.GetUpdates(timeout: 50, cancellationToken: Desk.Stop);
        await desk.Server.CallAsync(call => call.Is("getUpdates"), Desk.Stop);

        desk.Ann.Types(desk.Chat, "now");

        Assert.Equal("now", Assert.Single(await poll).Message!.Text);
    }

    [Fact]
    public async Task Of_two_pollers_the_older_is_sent_away()
    {
        await using var desk = await Desk.OpenAsync();
        var older = desk.Client.GetUpdates(timeout: 50, cancellationToken: Desk.Stop);
        await desk.Server.CallAsync(call => call.Is("getUpdates"), Desk.Stop);

        var newer = desk.Client.GetUpdates(timeout: 50, cancellationToken: Desk.Stop);

        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => older);
        Assert.Equal((409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"), (refused.ErrorCode, refused.Message));
        desk.Ann.Types(desk.Chat, "hello");
        Assert.Single(await newer);
    }

    [Fact]
    public async Task Only_what_was_asked_for_is_kept_and_the_wish_is_remembered()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.Client.GetUpdates(allowedUpdates: [UpdateType.Message], cancellationToken: Desk.Stop);
        desk.Ann.Blocks(desk.Bot);
        desk.Ann.Types(desk.Chat, "back again");

        Assert.Equal([UpdateType.Message], (await desk.Client.GetUpdates(cancellationToken: Desk.Stop)).Select(it => it.Type));
    }

    [Fact]
    public async Task Updates_are_kept_for_a_day()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        await using var desk = await Desk.OpenAsync(new() { Clock = clock });
        desk.Ann.Types(desk.Chat, "old");
        clock.Advance(TimeSpan.FromHours(25));
        desk.Ann.Types(desk.Chat, "new");

        Assert.Equal(["new"], (await desk.Client.GetUpdates(cancellationToken: Desk.Stop)).Select(it => it.Message!.Text));
    }

    [Fact]
    public async Task A_test_can_hand_out_updates_of_its_own_making()
    {
        await using var desk = await Desk.OpenAsync();
        var id = desk.Bot.HandOut(new() { ["brand_new_kind"] = new JsonObject { ["a"] = 1 } });

        var update = Assert.Single(await desk.Client.GetUpdates(cancellationToken: Desk.Stop));

        Assert.Equal((id, UpdateType.Unknown), (update.Id, update.Type));
    }

    [Fact]
    public async Task A_wrong_token_is_refused()
    {
        await using var desk = await Desk.OpenAsync();
        using var http = new HttpClient(new SocketsHttpHandler(), disposeHandler: true);
        var stranger = new TelegramBotClient(new TelegramBotClientOptions("654321:wrong", desk.Server.Address) { RetryCount = 0 }, http);

        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => stranger.GetMe(Desk.Stop));

        Assert.Equal((401, "Unauthorized"), (refused.ErrorCode, refused.Message));
    }

    [Fact]
    public async Task What_it_knows_outlives_an_outage()
    {
        await using var desk = await Desk.OpenAsync();
        desk.Ann.Types(desk.Chat, "before");
        var address = desk.Server.Address;

        await desk.Server.GoDownAsync();
        await Assert.ThrowsAsync<RequestException>(() => desk.Client.GetMe(Desk.Stop));
        await desk.Server.ComeBackAsync(Desk.Stop);

        Assert.Equal(address, desk.Server.Address);
        Assert.Equal("before", Assert.Single(await desk.Client.GetUpdates(cancellationToken: Desk.Stop)).Message!.Text);
    }
}
