using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace NewsBot.Discord.Protocol;

/// <summary>
/// Gives the first answer to an interaction, within three seconds. Over HTTP it becomes the body of our answer; whoever listens on the gateway sends
/// it with <see cref="DiscordRest.AnswerAsync"/>. Null: the handler has answered through that call itself.
/// </summary>
internal delegate Task<InteractionResponse?> InteractionHandler(Interaction interaction, CancellationToken stop);

/// <summary>
/// The other way in: Discord posts interactions to us. Nothing is parsed before the signature over timestamp and raw body holds; Discord sends wrong
/// ones on purpose and removes an address that does not answer them with 401.
/// </summary>
internal sealed class InteractionEndpoint(SignatureKey key, InteractionHandler handler, TimeProvider time)
{
    /// <summary>Bytes. A modal's texts are the largest part: five of 4,000 characters.</summary>
    private const int LargestBody = 256 * 1024;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly SeenInteractions _seen = new(time);

    public async Task HandleAsync(HttpContext context)
    {
        var body = await ReadAsync(context.Request, context.RequestAborted);
        if (body is null)
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        else if (!IsGenuine(context.Request.Headers, body))
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else
            await AnswerAsync(context, body);
    }

    private async Task AnswerAsync(HttpContext context, byte[] body)
    {
        if (Parse(body) is not { } interaction)
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        else if (!_seen.Add(interaction.Id))
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else if (interaction.Type == InteractionKind.Ping)
            await WriteAsync(context.Response, new Pong(), context.RequestAborted);
        else if (await handler(interaction, context.RequestAborted) is { } answer)
            await WriteAsync(context.Response, answer, context.RequestAborted);
        else
            context.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    /// <summary>The clock is only asked once the signature holds, so that a stranger learns nothing of it.</summary>
    private bool IsGenuine(IHeaderDictionary headers, byte[] body)
    {
        var (signature, timestamp) = (headers["X-Signature-Ed25519"].ToString(), headers["X-Signature-Timestamp"].ToString());
        return timestamp.Length is > 0 and <= 20
            && key.Signed(timestamp, body, signature)
            && long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - seconds) <= Window.TotalSeconds;
    }

    private static Interaction? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, DiscordJson.Default.Interaction);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Task WriteAsync(HttpResponse response, InteractionResponse answer, CancellationToken stop)
    {
        response.ContentType = "application/json";
        return response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(answer, DiscordJson.Default.InteractionResponse), stop).AsTask();
    }

    /// <summary>Null when it is too large.</summary>
    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken stop)
    {
        if (request.ContentLength > LargestBody)
            return null;
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LargestBody + 1;
        using var body = new MemoryStream();
        var part = new byte[8192];
        int count;
        while ((count = await request.Body.ReadAsync(part, stop)) > 0)
        {
            body.Write(part, 0, count);
            if (body.Length > LargestBody)
                return null;
        }

        return body.ToArray();
    }
}

internal static class InteractionRoutes
{
    /// <summary>Where the developer portal's "Interactions Endpoint URL" points.</summary>
    public static IEndpointConventionBuilder MapDiscordInteractions(this IEndpointRouteBuilder routes, InteractionEndpoint endpoint, string path = "/discord/interactions") =>
        routes.MapPost(path, (RequestDelegate)endpoint.HandleAsync);
}
