using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NewsBot.Discord.Tests.Protocol;

/// <summary>A loopback server that does what a test's script says: HTTP at any path, and a gateway at /gateway.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ScriptedServer(WebApplication app) => _app = app;

    public Uri Http { get; private init; } = null!;

    public Uri BaseUrl => new(Http, "/api/v10/");

    public Uri Gateway => new UriBuilder(Http) { Scheme = "ws", Path = "/gateway" }.Uri;

    public static async Task<ScriptedServer> StartAsync(RequestDelegate http, Func<GatewayPeer, Task>? gateway = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.UseWebSockets();
        app.Run(context => context.WebSockets.IsWebSocketRequest && gateway is not null ? ServeAsync(context, gateway) : http(context));
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new(app) { Http = new Uri(address) };
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private static async Task ServeAsync(HttpContext context, Func<GatewayPeer, Task> gateway)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await using var peer = new GatewayPeer(socket, context);
        try
        {
            await gateway(peer);
            await peer.GoodbyeAsync();
        }
        catch (Exception problem) when (problem is WebSocketException or OperationCanceledException or IOException)
        {
            // The client went away, which many scripts are about.
        }
    }
}
