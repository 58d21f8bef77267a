using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NewsBot.Sources.Tests.Polling.Strict;

/// <summary>A real web server whose feeds change with a clock, and which notes everything that a strict feed host would hold against a reader.</summary>
internal sealed class StrictHost : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, StrictFeed> _feeds = [];
    private readonly ConcurrentDictionary<string, byte> _connections = [];
    private readonly ConcurrentQueue<string> _findings = [];
    private readonly TimeProvider _clock;
    private readonly WebApplication _app;
    private int _requests;

    private StrictHost(TimeProvider clock)
    {
        _clock = clock;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Use(next => async connection =>
        {
            _connections.TryAdd(connection.ConnectionId, 0);
            if (_connections.Count > StrictFeed.MostConnections) Find("connections", $"{_connections.Count} connections at once");
            await next(connection);
            _connections.TryRemove(connection.ConnectionId, out _);
        })));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public IReadOnlyList<string> Findings => [.. _findings];

    public int Requests => _requests;

    public static async Task<StrictHost> StartAsync(TimeProvider clock)
    {
        var host = new StrictHost(clock);
        await host._app.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    public Uri Address(string path) => new($"{_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()}/{path}");

    public StrictFeed Feed(string path, Func<StrictFeed, StrictFeed>? with = null) =>
        _feeds[$"/{path}"] = (with ?? (feed => feed))(new StrictFeed { Path = path, Began = _clock.GetUtcNow() });

    /// <summary>The end of a process closes its connections; the end of a test's house leaves them to time.</summary>
    public void ReaderEnded() => _connections.Clear();

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        if (!_feeds.TryGetValue(context.Request.Path, out var feed))
        {
            context.Response.StatusCode = 404;
            return;
        }
        foreach (var finding in feed.Judge(context.Request, _clock.GetUtcNow())) Find(feed.Path, finding);
        await feed.AnswerAsync(context, _clock.GetUtcNow(), Address);
    }

    private void Find(string where, string what) => _findings.Enqueue($"{_clock.GetUtcNow():u} {where}: {what}");
}
