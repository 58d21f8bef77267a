using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NewsBot.DiscordApi;

namespace NewsBot.Discord.Tests.Server;

internal sealed record ApiReply(int Status, JsonNode? Body, HttpResponseMessage Response)
{
    public int Code => (int?)Body?["code"] ?? 0;

    public string Header(string name) => string.Join(',', Response.Headers.GetValues(name));

    /// <summary>The first error code at a place of the tree, such as <c>embeds.0.title</c>.</summary>
    public string? Error(string path) => (string?)path.Split('.').Aggregate(Body!["errors"], (at, step) => at?[step])?["_errors"]?[0]?["code"];
}

/// <summary>Plain HTTP, so that the server's own rules are seen without any client's help.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler());

    public ApiClient(DiscordServer server)
    {
        _client.BaseAddress = server.Api;
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("Tests/1.0");
        _client.DefaultRequestHeaders.Authorization = new("Bot", "token");
    }

    public System.Net.Http.Headers.HttpRequestHeaders Headers => _client.DefaultRequestHeaders;

    public Task<ApiReply> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<ApiReply> PostAsync(string path, JsonNode? body) => SendAsync(HttpMethod.Post, path, body is null ? null : JsonContent.Create(body));

    public Task<ApiReply> PatchAsync(string path, JsonNode body) => SendAsync(HttpMethod.Patch, path, JsonContent.Create(body));

    public Task<ApiReply> PutAsync(string path, JsonNode body) => SendAsync(HttpMethod.Put, path, JsonContent.Create(body));

    public Task<ApiReply> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null);

    public async Task<ApiReply> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType == "application/json" ? JsonNode.Parse(text) : null, response);
    }

    /// <summary>Create Message in a channel.</summary>
    public Task<ApiReply> SendAsync(Channel channel, JsonObject body) => PostAsync($"channels/{channel.Id}/messages", body);

    public Task<ApiReply> SayAsync(Channel channel, string content) => SendAsync(channel, new JsonObject { ["content"] = content });

    public void Dispose() => _client.Dispose();
}
