using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsBot.Telegram.Tests.Server;

/// <summary>Somebody's webhook: writes down what is posted to it, and answers what the test says.</summary>
internal sealed class Endpoint : IAsyncDisposable
{
    private readonly WebApplication _host;
    private readonly SemaphoreSlim _arrived = new(0);

    private Endpoint()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _host = builder.Build();
        _host.Run(AnswerAsync);
    }

    public string Address => _host.Urls.First();

    public ConcurrentQueue<(string? Secret, JsonObject Update)> Posts { get; } = [];

    /// <summary>What to answer; 200 with nothing when it is left alone.</summary>
    public Func<HttpContext, JsonObject, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    public static async Task<Endpoint> OpenAsync()
    {
        var endpoint = new Endpoint();
        await endpoint._host.StartAsync(Desk.Stop);
        return endpoint;
    }

    /// <summary>Waits for so many more posts.</summary>
    public async Task ArriveAsync(int count)
    {
        for (var arrived = 0; arrived < count; arrived++)
            Assert.True(await _arrived.WaitAsync(TimeSpan.FromSeconds(30), Desk.Stop), "Nothing more was posted.");
    }

    public IEnumerable<string?> Texts => Posts.Select(it => (string?)it.Update["message"]?["text"]);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _arrived.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var update = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        Posts.Enqueue((context.Request.Headers["X-Telegram-Bot-Api-Secret-Token"], update));
        _arrived.Release();
        await Answer(context, update);
    }
}
