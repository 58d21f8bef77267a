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
        if (query["v"] is not ["10"]) world.Do(() => connection.Close(4012));
        else if (query["encoding"].ToString() is not ("" or "json") || query["compress"].ToString() is not ("" or "zlib-stream")) world.Do(() => connection.Close(4002));
        await connection.RunAsync();
    }
}
