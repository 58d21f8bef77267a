using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;
using NewsBot.Core.Sources;

namespace NewsBot.Tests;

/// <summary>The real bot with its page and its database in a home of its own, for the tests of one platform.</summary>
/// <param name="section">The platform's section of the settings.</param>
internal sealed class BotHouse(string section) : IAsyncDisposable
{
    private readonly BotHome _home = new("[]");
    private WebApplication? _app;

    public string Folder => _home.Folder;

    public string Seeds => _home.Seeds;

    public string Address => _app!.Urls.First();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Set(string setting, JsonNode value) => _home.Change(section, setting, value);

    public void SetLocal(string setting, JsonNode value) => _home.Change("Local", setting, value);

    public void SetSources(string setting, JsonNode value) => _home.Change("Sources", setting, value);

    public void SetList(string setting, params string[] values) => Set(setting, new JsonArray([.. values.Select(value => (JsonNode)value)]));

    public async Task StartAsync()
    {
        _app = BotHost.BuildWithPage(_home.Folder);
        await _app.StartAsync(Stop);
    }

    public async Task StopAsync()
    {
        if (_app is null) return;
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _app = null;
    }

    public T Get<T>() where T : notnull => typeof(T) != typeof(IPlatform) && typeof(IPlatform).IsAssignableFrom(typeof(T))
        ? (T)_app!.Services.GetServices<IPlatform>().First(platform => platform is T)
        : _app!.Services.GetRequiredService<T>();

    /// <summary>Puts an article into the folder that the bot reads; fields without a value are left out.</summary>
    public void Write(string name, string title, string body, params (string Field, string? Value)[] fields)
    {
        var lines = fields.Where(field => field.Value is not null).Select(field => $"{field.Field}: {field.Value}").ToArray();
        _home.Write($"{name}.txt", $"{string.Join('\n', lines)}{(lines.Length > 0 ? "\n\n" : "")}{title}\n\n{body}\n");
    }

    /// <summary>Keeps an article without posting it anywhere.</summary>
    public async Task<Article> KeepAsync(string title, string body)
    {
        var content = new ArticleContent { Title = title, Published = new(2026, 9, 1, 9, 0, 0, TimeSpan.Zero), Body = [body] };
        var article = new Article(ArticleId.Of(title), "test", title, content, body);
        await Get<IHarvestStore>().StoreAsync("test", [new(new Found.Item(title, "1", new(title, content)), article, [])], Stop);
        return article;
    }

    /// <summary>Waits until nothing is owed to anybody that may be spoken to.</summary>
    public async Task<OutboxState> SettledAsync(int paid = 0)
    {
        var outbox = Get<IOutbox>();
        for (var i = 0; i < 1200; i++)
        {
            if (await outbox.StateAsync(Stop) is { Owed: 0 } state && state.Paid + state.Left + state.GivenUp >= paid) return state;
            await Task.Delay(50, Stop);
        }
        throw new TimeoutException($"Not all was posted in a minute: {await outbox.StateAsync(Stop)}");
    }

    public static async Task WaitAsync(Func<Task<bool>> isSo)
    {
        for (var i = 0; i < 600; i++)
        {
            if (await isSo()) return;
            await Task.Delay(50, Stop);
        }
        Assert.Fail("It did not become so in half a minute.");
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _home.Dispose();
    }
}
