using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NewsBot.Core;
using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Sources;
using NewsBot.Core.Subscriptions;
using NewsBot.Sources;
using NewsBot.Storage;

namespace NewsBot.Local.Tests;

/// <summary>The real parts behind a real server on a free port, without the loops: what is posted is what a test posts.</summary>
internal sealed class LocalHouse : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newsbot-local-").FullName;
    private readonly Dictionary<string, string?> _settings;
    private readonly TimeProvider _clock;
    private WebApplication? _app;

    private LocalHouse(Dictionary<string, string?> settings, TimeProvider clock) => (_settings, _clock) = (settings, clock);

    public HttpClient Client { get; private set; } = null!;

    public string Address => Client.BaseAddress!.ToString().TrimEnd('/');

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<LocalHouse> OpenAsync(string? key = null, TimeProvider? clock = null)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Local:Address"] = "http://127.0.0.1:0",
            ["Local:AccessKey"] = key,
            ["Local:Rooms:0:Name"] = "front-page",
            ["Local:Rooms:0:Follows:0"] = "everything",
            ["Local:Rooms:1:Name"] = "garden",
            ["Local:Rooms:1:Follows:0"] = "flowers",
            ["Topics:flowers:Any:0"] = "roses",
        };
        var house = new LocalHouse(settings, clock ?? TimeProvider.System);
        await house.StartAsync();
        return house;
    }

    public T Get<T>() where T : notnull => _app!.Services.GetRequiredService<T>();

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = _folder });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(_settings);
        builder.Services.AddSingleton(_clock);
        builder.Services.AddCore(builder.Configuration).AddStorage(builder.Configuration).AddSources(builder.Configuration);
        builder.Services.RemoveAll<IArticleSource>();
        builder.Services.AddLocal(builder.Configuration);
        _app = builder.Build();
        _app.UseLocalAddress();
        _app.MapLocal();
        await Get<IDatabase>().OpenAsync(Stop);
        await Get<NewsBot.Core.Topics.TopicBook>().ConfigureAsync(Get<Microsoft.Extensions.Options.IOptions<NewsBot.Core.Topics.TopicsOptions>>().Value.ToTopics(), Stop);
        await _app.StartAsync(Stop);
        var address = new Uri(_app.Urls.Single());
        // The next start takes the same port, so that a page that is open finds the server again.
        _settings["Local:Address"] = address.GetLeftPart(UriPartial.Authority);
        Client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = address };
    }

    public async Task StopAsync()
    {
        await _app!.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Client.Dispose();
    }

    public Task<SendOutcome> PostAsync(string room, string title, string key) =>
        Get<IPlatform>().SendAsync(new ChannelRef("local", room), new(new Card { Title = title, Body = "Text." }, key, new()), Stop);

    public Task KeepArticleAsync(string title, string body)
    {
        var content = new ArticleContent { Title = title, Published = new(2026, 9, 1, 9, 0, 0, TimeSpan.Zero), Body = [body] };
        var found = new FoundArticle(title, content);
        var article = new Article(ArticleId.Of(title), "test", title, content, body);
        return Get<IHarvestStore>().StoreAsync("test", [new(new Found.Item(title, "1", found), article, [])], Stop);
    }

    public async Task<JsonNode> GetAsync(string path) => JsonNode.Parse(await Client.GetStringAsync(path, Stop))!;

    public async Task<JsonNode> SayAsync(string room, string line, string role = "reader", string? pressed = null, string? key = null)
    {
        using var answer = await SendAsync($"/rooms/{room}/say", new JsonObject { ["line"] = line, ["role"] = role, ["pressed"] = pressed, ["key"] = key });
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!;
    }

    public Task<HttpResponseMessage> SendAsync(string path, JsonNode body, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return Client.SendAsync(request, Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
