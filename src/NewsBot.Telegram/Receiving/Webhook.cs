using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using NewsBot.Core.Chat;

namespace NewsBot.Telegram.Receiving;

/// <summary>The other way in: Telegram posts updates to us. 200 is said only when the update is in the inbox; anything else makes Telegram try again.</summary>
internal sealed class Webhook(IOptions<TelegramOptions> options, IInbox inbox, InboxBell bell)
{
    public const string Path = "/telegram/updates";

    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    /// <summary>Bytes; an update has some kilobytes.</summary>
    private const int MostBytes = 1024 * 1024;

    /// <summary>What Telegram sends along with each update. Derived from the token, so that it needs no place to be kept.</summary>
    public string Secret { get; } = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Value.Token), "newsbot webhook"u8));

    public string Address => options.Value.PublicUrl.TrimEnd('/') + Path;

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost(Path, TakeAsync);

    private async Task TakeAsync(HttpContext context) => context.Response.StatusCode = await StatusAsync(context.Request, context.RequestAborted);

    private async Task<int> StatusAsync(HttpRequest request, CancellationToken stop)
    {
        if (!IsTelegram(request)) return StatusCodes.Status401Unauthorized;
        if (bell.Inbox.Length == 0) return StatusCodes.Status503ServiceUnavailable;
        if (await BytesAsync(request, stop) is not { } bytes) return StatusCodes.Status413PayloadTooLarge;
        if (Number(bytes) is not { } number) return StatusCodes.Status400BadRequest;
        await inbox.AddAsync(bell.Inbox, [new(number, Encoding.UTF8.GetString(bytes.Span))], stop);
        bell.Ring(number);
        return StatusCodes.Status200OK;
    }

    private bool IsTelegram(HttpRequest request) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(request.Headers[SecretHeader].ToString()), Encoding.UTF8.GetBytes(Secret));

    private static async Task<ReadOnlyMemory<byte>?> BytesAsync(HttpRequest request, CancellationToken stop)
    {
        if (request.ContentLength is not (> 0 and <= MostBytes and var length)) return null;
        var bytes = new byte[length];
        await request.Body.ReadExactlyAsync(bytes, stop);
        return bytes;
    }

    private static long? Number(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var update = JsonDocument.Parse(bytes);
            return Polling.NumberOf(update.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
