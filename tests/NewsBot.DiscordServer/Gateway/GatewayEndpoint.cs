using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;

namespace NewsBot.DiscordApi;

/// <summary>Takes websockets under /gateway and /resume.</summary>
internal sealed class GatewayEndpoint(World world, GatewayLog log)
{
    public bool IsOpen { get; set; } = true;

    public async Task HandleAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest || !IsOpen)
        {
            context.Response.StatusCode = IsOpen ? 400 : 503;
            return;
        }
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var query = context.Request.Query;
        using var connection = new Connection(world, log, context, socket, isCompressed: query["compress"] == "zlib-stream");
        await connection.RunAsync(Refusal(query));
    }

    private static int? Refusal(IQueryCollection query)
    {
        if (query["v"] is not ["10"]) return 4012;
        return query["encoding"].ToString() is ("" or "json") && query["compress"].ToString() is ("" or "zlib-stream") ? null : 4002;
    }
}
