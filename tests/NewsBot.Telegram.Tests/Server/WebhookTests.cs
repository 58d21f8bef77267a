using global::Telegram.Bot;
using global::Telegram.Bot.Exceptions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using NewsBot.BotApi;

namespace NewsBot.Telegram.Tests.Server;

public sealed class WebhookTests
{
    [Fact]
    public async Task Updates_are_posted_with_the_secret_and_are_done_with_2xx()
    {
        await using var endpoint = await Endpoint.OpenAsync();
        await using var desk = await Desk.OpenAsync();
        desk.Ann.Types(desk.Chat, "before");

        await desk.Client.SetWebhook($"{endpoint.Address}/hook", secretToken: "s3cret_-", maxConnections: 5, cancellationToken: Desk.Stop);
        desk.Ann.Types(desk.Chat, "after");
        await endpoint.ArriveAsync(2);

        Assert.Equal(["before", "after"], endpoint.Texts);
        Assert.All(endpoint.Posts, post => Assert.Equal("s3cret_-", post.Secret));
        Assert.All(desk.Server.HandedOut, it => Assert.True(it.ByWebhook));
        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => desk.Client.GetUpdates(cancellationToken: Desk.Stop));
        Assert.StartsWith("Conflict: can't use getUpdates method while webhook is active", refused.Message, StringComparison.Ordinal);
        var info = await desk.Client.GetWebhookInfo(Desk.Stop);
        Assert.Equal(($"{endpoint.Address}/hook", 5), (info.Url, info.MaxConnections));
    }

    [Fact]
    public async Task One_chat_s_updates_keep_their_order_while_another_chat_is_stuck()
    {
        await using var endpoint = await Endpoint.OpenAsync();
        await using var desk = await Desk.OpenAsync();
        var bens = desk.Server.PrivateChat(desk.Server.AddPerson("Ben"));
        var stuck = new TaskCompletionSource();
        endpoint.Answer = (_, update) => (string?)update["message"]?["text"] == "slow" ? stuck.Task : Task.CompletedTask;
        await desk.Client.SetWebhook(endpoint.Address, cancellationToken: Desk.Stop);

        desk.Ann.Types(desk.Chat, "slow");
        desk.Ann.Types(desk.Chat, "waits");
        bens.Person!.Types(bens, "passes");
        await endpoint.ArriveAsync(2);
        Assert.DoesNotContain("waits", endpoint.Texts);

        stuck.SetResult();
        await endpoint.ArriveAsync(1);
        Assert.Equal("waits", endpoint.Texts.Last());
    }

    [Fact]
    public async Task A_failed_delivery_comes_again_after_a_growing_delay_or_the_one_that_was_asked_for()
    {
        var clock = new FakeTimeProvider();
        await using var endpoint = await Endpoint.OpenAsync();
        await using var desk = await Desk.OpenAsync(new() { Clock = clock });
        endpoint.Answer = (context, _) =>
        {
            if (endpoint.Posts.Count < 4) context.Response.StatusCode = 503;
            if (endpoint.Posts.Count == 3) context.Response.Headers.RetryAfter = "600";
            return Task.CompletedTask;
        };
        await desk.Client.SetWebhook(endpoint.Address, cancellationToken: Desk.Stop);
        desk.Ann.Types(desk.Chat, "x");
        await endpoint.ArriveAsync(1);

        foreach (var seconds in (int[])[1, 2, 600])
        {
            await FailsAsync(endpoint.Posts.Count);
            clock.Advance(TimeSpan.FromSeconds(seconds - 0.5));
            Assert.False(await Arrives(TimeSpan.FromMilliseconds(30)));
            clock.Advance(TimeSpan.FromSeconds(1));
            await endpoint.ArriveAsync(1);
        }
        Assert.Equal("Wrong response from the webhook: 503 Service Unavailable", (await desk.Client.GetWebhookInfo(Desk.Stop)).LastErrorMessage);

        // The delay begins when the answer has been read, a moment after it was written.
        async Task FailsAsync(int times)
        {
            while (desk.Bot.Webhook.Failures < times) await Task.Delay(TimeSpan.FromMilliseconds(2), Desk.Stop);
        }

        async Task<bool> Arrives(TimeSpan within)
        {
            var before = endpoint.Posts.Count;
            await Task.Delay(within, Desk.Stop);
            return endpoint.Posts.Count > before;
        }
    }

    [Fact]
    public async Task What_was_not_delivered_waits_for_the_next_poll()
    {
        await using var endpoint = await Endpoint.OpenAsync();
        await using var desk = await Desk.OpenAsync();
        endpoint.Answer = (context, _) => Task.FromResult(context.Response.StatusCode = 500);
        await desk.Client.SetWebhook(endpoint.Address, cancellationToken: Desk.Stop);
        desk.Ann.Types(desk.Chat, "x");
        await endpoint.ArriveAsync(1);

        await desk.Client.DeleteWebhook(cancellationToken: Desk.Stop);

        Assert.Equal("x", Assert.Single(await desk.Client.GetUpdates(cancellationToken: Desk.Stop)).Message!.Text);
    }

    [Fact]
    public async Task An_answer_may_name_a_method_to_call()
    {
        await using var endpoint = await Endpoint.OpenAsync();
        await using var desk = await Desk.OpenAsync();
        endpoint.Answer = (context, _) => context.Response.WriteAsJsonAsync(new { method = "sendMessage", chat_id = desk.Ann.Id, text = "Hello" });
        await desk.Client.SetWebhook(endpoint.Address, cancellationToken: Desk.Stop);

        Assert.Equal("Hello", (await desk.Ann.Types(desk.Chat, "/start").AnswerAsync(Desk.Stop)).Text);
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/", null, "bad webhook: An HTTPS URL must be provided for webhook")]
    [InlineData("http://127.0.0.1:1/", "not allowed!", "secret token contains unallowed characters")]
    public async Task A_webhook_must_be_usable(string url, string? secret, string why)
    {
        await using var desk = await Desk.OpenAsync();
        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => desk.Client.SetWebhook(url, secretToken: secret, cancellationToken: Desk.Stop));
        Assert.Equal($"Bad Request: {why}", refused.Message);
    }
}
