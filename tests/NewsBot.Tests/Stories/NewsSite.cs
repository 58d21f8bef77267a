using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsBot.Tests.Stories;

/// <summary>A small news site with a feed, over real HTTP on this computer; what it publishes can be changed while it runs.</summary>
internal sealed class NewsSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, (string Body, string Type)> _pages = [];
    private readonly ConcurrentQueue<string> _asked = [];

    private NewsSite(WebApplication app) => _app = app;

    public string Address { get; private set; } = "";

    public string Host => new Uri(Address).Authority;

    /// <summary>Paths in the order in which they were asked for.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    public static async Task<NewsSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new NewsSite(builder.Build());
        site._app.Run(site.AnswerAsync);
        await site._app.StartAsync(TestContext.Current.CancellationToken);
        site.Address = site._app.Urls.First();
        return site;
    }

    public void Page(string path, string body, string type = "text/html; charset=utf-8") => _pages[path] = (body, type);

    public void Gone(string path) => _pages.TryRemove(path, out _);

    /// <param name="numbers">Of the stories in it, newest first.</param>
    public void Feed(string path, params int[] numbers) => Page(path, $"""
        <rss version="2.0"><channel><title>Harbour Gazette</title><link>{Address}/</link><language>en</language>
        {string.Concat(numbers.Select(number => $"""
            <item><title>Harbour story {number}</title><link>{Address}/story/{number}</link><guid isPermaLink="false">story-{number}</guid>
            <pubDate>{new DateTime(2026, 11, 1, 10, 15, 0, DateTimeKind.Utc).AddHours(number * 7):R}</pubDate>
            <description>{string.Concat(Enumerable.Repeat($"The ferry of story {number} sails to the island again after the long storm. ", 8))}</description></item>
            """))}
        </channel></rss>
        """, "application/rss+xml");

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext call)
    {
        var path = call.Request.Path.Value ?? "/";
        _asked.Enqueue(path);
        if (!_pages.TryGetValue(path, out var page))
        {
            call.Response.StatusCode = 404;
            return;
        }
        var tag = $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(page.Body)))[..16]}\"";
        call.Response.Headers.ETag = tag;
        if (call.Request.Headers.IfNoneMatch == tag)
        {
            call.Response.StatusCode = 304;
            return;
        }
        call.Response.ContentType = page.Type;
        await call.Response.WriteAsync(page.Body);
    }
}
