using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsBot.Tests.Stories;

/// <summary>A site on loopback: each path answers what the test says; what is not there is 404.</summary>
internal sealed class LoopbackSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _asked = [];

    private LoopbackSite(WebApplication app) => _app = app;

    public ConcurrentDictionary<string, Func<HttpContext, Task>> Pages { get; } = [];

    /// <summary>Method and path of every request, in order.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    public static async Task<LoopbackSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new LoopbackSite(builder.Build());
        site._app.Run(site.HandleAsync);
        await site._app.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    public string Address(string path) => $"{_app.Urls.First()}{path}";

    public void Says(string path, string type, string text, params (string Name, string Value)[] headers) => Pages[path] = context =>
    {
        context.Response.ContentType = type;
        foreach (var (name, value) in headers) context.Response.Headers.Append(name, value);
        return context.Response.WriteAsync(text);
    };

    public int Count(string request) => _asked.Count(asked => asked == request);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        _asked.Enqueue($"{context.Request.Method} {context.Request.Path}");
        if (Pages.TryGetValue(context.Request.Path, out var page)) await page(context);
        else context.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
