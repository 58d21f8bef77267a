using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace NewsBot.Tests.Stories;

/// <summary>A hub as WebSub describes it, on a loopback site; a test may have it behave otherwise.</summary>
internal sealed class TestHub : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly ConcurrentQueue<Dictionary<string, string>> _requests = [];
    private readonly ConcurrentDictionary<string, string> _subscribers = [];

    public TestHub(LoopbackSite site) => site.Pages["/hub"] = TakeAsync;

    /// <summary>What it was asked, in order.</summary>
    public IReadOnlyList<Dictionary<string, string>> Requests => [.. _requests];

    /// <summary>Callbacks that confirmed, with their secrets.</summary>
    public IReadOnlyDictionary<string, string> Subscribers => _subscribers;

    /// <summary>Status of its answer to a request.</summary>
    public int Answer { get; set; } = StatusCodes.Status202Accepted;

    public bool Verifies { get; set; } = true;

    /// <summary>Another topic than was asked for, in the verification.</summary>
    public string? WrongTopic { get; set; }

    public string Lease { get; set; } = "864000";

    public async Task<(HttpStatusCode Status, string Body)> AskAsync(string callback, string mode, string topic, string challenge, string? lease = null)
    {
        var query = $"hub.mode={mode}&hub.topic={Uri.EscapeDataString(topic)}&hub.challenge={challenge}{(lease is null ? "" : $"&hub.lease_seconds={lease}")}";
        using var response = await _client.GetAsync($"{callback}?{query}", TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Brings news to everybody who confirmed.</summary>
    public async Task<HttpStatusCode> PushAsync(string text, string type = "application/rss+xml", string method = "sha256", string? secret = null, string? callback = null)
    {
        var status = HttpStatusCode.NoContent;
        foreach (var (to, own) in callback is null ? _subscribers : new([new(callback, secret ?? "")]))
        {
            var body = Encoding.UTF8.GetBytes(text);
            using var content = new ByteArrayContent(body);
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            using var request = new HttpRequestMessage(HttpMethod.Post, to) { Content = content };
            request.Headers.Add("X-Hub-Signature", $"{method}={Convert.ToHexStringLower(CryptographicOperations.HmacData(new(method.ToUpperInvariant()), Encoding.UTF8.GetBytes(secret ?? own), body))}");
            using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
            status = response.StatusCode;
        }
        return status;
    }

    public void Dispose() => _client.Dispose();

    private async Task TakeAsync(HttpContext context)
    {
        var form = (await context.Request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString());
        _requests.Enqueue(form);
        context.Response.StatusCode = Answer;
        if (Verifies && Answer < 300) _ = VerifyAsync(form);
    }

    private async Task VerifyAsync(Dictionary<string, string> form)
    {
        var challenge = RandomNumberGenerator.GetHexString(32);
        var (status, body) = await AskAsync(form["hub.callback"], form["hub.mode"], WrongTopic ?? form["hub.topic"], challenge, form["hub.mode"] == "subscribe" ? Lease : null);
        if (status != HttpStatusCode.OK || body != challenge) return;
        if (form["hub.mode"] == "subscribe") _subscribers[form["hub.callback"]] = form.GetValueOrDefault("hub.secret", "");
        else _subscribers.TryRemove(form["hub.callback"], out _);
    }
}
