using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using NewsBot.Core.Chat;

namespace NewsBot.Telegram.Receiving;

/// <summary>
/// Long polling. It reads the answer itself instead of through the SDK, so that updates are kept as they came and one of a kind that nobody knows yet
/// does not take the others with it.
/// </summary>
internal sealed class Polling(IHttpClientFactory http, IOptions<TelegramOptions> options, IInbox inbox, InboxBell bell, INotebook notes)
{
    /// <summary>Seconds that Telegram may hold an empty answer back; it allows 50.</summary>
    private const int Hold = 50;

    private const int MostAtOnce = 100;

    private long? _offset;

    /// <summary>Asks once, and keeps what came before Telegram is told (by the next question's offset) that we have it.</summary>
    public async Task<PollAnswer> AskAsync(CancellationToken stop)
    {
        _offset ??= long.TryParse(await notes.ReadAsync(bell.Inbox, "offset", stop), NumberStyles.Integer, CultureInfo.InvariantCulture, out var kept) ? kept : 0;
        using var client = http.CreateClient(TelegramConnection.HttpName);
        client.Timeout = Timeout.InfiniteTimeSpan;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(TimeSpan.FromSeconds(Hold + 20));
        var body = $$"""{"offset":{{_offset}},"limit":{{MostAtOnce}},"timeout":{{Hold}},"allowed_updates":{{UpdateKinds.AskedNames}}}""";
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync($"{options.Value.BaseUrl.TrimEnd('/')}/bot{options.Value.Token}/getUpdates", content, limit.Token);
        using var json = await ReadAsync(answer, limit.Token);
        if (answer.StatusCode is not HttpStatusCode.OK || json?.RootElement.TryGetProperty("result", out var result) is not true || result.ValueKind is not JsonValueKind.Array)
            return Refusal(answer.StatusCode, json?.RootElement);
        await KeepAsync(result, stop);
        return new(200, null);
    }

    private async Task KeepAsync(JsonElement updates, CancellationToken stop)
    {
        var items = updates.EnumerateArray().Where(update => NumberOf(update) is not null).Select(update => new Incoming(NumberOf(update)!.Value, update.GetRawText())).ToArray();
        if (items.Length == 0) return;
        await inbox.AddAsync(bell.Inbox, items, stop);
        bell.Ring(items.Min(item => item.Number));
        _offset = items.Max(item => item.Number) + 1;
        await notes.WriteAsync(bell.Inbox, "offset", _offset.Value.ToString(CultureInfo.InvariantCulture), stop);
    }

    public static long? NumberOf(JsonElement update) =>
        update.ValueKind is JsonValueKind.Object && update.TryGetProperty("update_id", out var id) && id.TryGetInt64(out var number) ? number : null;

    private static async Task<JsonDocument?> ReadAsync(HttpResponseMessage answer, CancellationToken stop)
    {
        try
        {
            return await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(stop), default, stop);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static PollAnswer Refusal(HttpStatusCode status, JsonElement? body)
    {
        TimeSpan? after = body?.ValueKind is JsonValueKind.Object && body.Value.TryGetProperty("parameters", out var parameters)
            && parameters.TryGetProperty("retry_after", out var seconds) && seconds.TryGetInt32(out var wait) ? TimeSpan.FromSeconds(wait) : null;
        return new(status is HttpStatusCode.OK ? 502 : (int)status, after);
    }
}

/// <param name="Code">200, or the HTTP status of the refusal.</param>
/// <param name="After">How long Telegram asks to wait.</param>
internal readonly record struct PollAnswer(int Code, TimeSpan? After);
