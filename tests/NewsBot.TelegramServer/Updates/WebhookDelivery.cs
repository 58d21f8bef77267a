using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsBot.BotApi;

/// <summary>
/// Posts updates to a webhook: those of one chat one behind another, several chats at once, again and again until a 2xx answer,
/// after a delay that doubles or that the answer's Retry-After names (telegram-bot-api's WebhookActor).
/// </summary>
internal sealed class WebhookDelivery(BotAccount bot, WebhookTarget target) : IDisposable
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(1);

    private readonly Dictionary<long, Queue<PendingUpdate>> _lanes = [];
    private readonly SemaphoreSlim _connections = new(target.MaxConnections);
    private readonly CancellationTokenSource _stopping = new();
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
    private int _failures;

    public WebhookTarget Target => target;

    public int Failures => _failures;

    public void Enqueue(PendingUpdate update)
    {
        lock (_lanes)
        {
            if (_lanes.TryGetValue(update.Lane, out var waiting))
            {
                waiting.Enqueue(update);
                return;
            }
            _lanes[update.Lane] = new([update]);
        }
        _ = Task.Run(() => EmptyAsync(update.Lane, _stopping.Token));
    }

    // The rest is left to whoever is in the middle of a delivery.
    public void Dispose()
    {
        _stopping.Cancel();
        _http.Dispose();
    }

    private async Task EmptyAsync(long lane, CancellationToken stop)
    {
        try
        {
            while (Next(lane) is { } update)
            {
                await DeliverAsync(update, stop);
                bot.Updates.Remove(update.Id);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException || stop.IsCancellationRequested)
        {
            // The webhook was removed: what is left waits for getUpdates or the next webhook.
        }
    }

    private PendingUpdate? Next(long lane)
    {
        lock (_lanes)
        {
            if (_lanes[lane].TryDequeue(out var update)) return update;
            _lanes.Remove(lane);
            return null;
        }
    }

    private async Task DeliverAsync(PendingUpdate update, CancellationToken stop)
    {
        var delay = TimeSpan.FromSeconds(1);
        while (await TryAsync(update, stop) is { } failure)
        {
            bot.Webhook.LastError = (bot.World.Now, failure.Message);
            var pause = Task.Delay(failure.RetryAfter ?? delay, bot.World.Options.Clock, stop);
            Interlocked.Increment(ref _failures);
            await pause;
            delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay;
        }
    }

    private async Task<Failure?> TryAsync(PendingUpdate update, CancellationToken stop)
    {
        await _connections.WaitAsync(stop);
        try
        {
            lock (bot.World.Gate) bot.World.HandedOut.Add(new(bot, update.Id, update.Kind, bot.World.Now, ByWebhook: true));
            using var message = Message(update);
            using var answer = await _http.SendAsync(message, stop);
            if (!answer.IsSuccessStatusCode) return new($"Wrong response from the webhook: {(int)answer.StatusCode} {answer.ReasonPhrase}", RetryAfter(answer));
            await ObeyAsync(await answer.Content.ReadAsStringAsync(stop));
            return null;
        }
        catch (HttpRequestException broken)
        {
            return new(broken.Message, null);
        }
        finally
        {
            _connections.Release();
        }
    }

    private HttpRequestMessage Message(PendingUpdate update)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, target.Url)
        {
            Version = HttpVersion.Version11,
            Content = new StringContent(update.Json.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        if (target.Secret is { } secret) message.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        return message;
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage answer)
    {
        if (!answer.Headers.TryGetValues("Retry-After", out var values)) return null;
        if (!int.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return null;
        return TimeSpan.FromSeconds(seconds) is var asked && asked < LongestRetryAfter ? asked : LongestRetryAfter;
    }

    // "Making requests when getting updates": the answer may name a method to call.
    private async Task ObeyAsync(string body)
    {
        if (!body.TrimStart().StartsWith('{')) return;
        try
        {
            if (JsonNode.Parse(body) is JsonObject call && call["method"] is not null) await bot.World.Call(bot.Token, call);
        }
        catch (JsonException)
        {
            // The answer is for nobody.
        }
    }

    private sealed record Failure(string Message, TimeSpan? RetryAfter);
}
