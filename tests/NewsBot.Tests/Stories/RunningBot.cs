using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Tests.Stories;

/// <summary>The real host with SQLite in a temporary folder and the Local platform, and someone who chats with it.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IHost _app;

    private RunningBot(IHost app) => _app = app;

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public static async Task<RunningBot> StartAsync(BotHome home, TimeProvider? clock = null)
    {
        var app = BotHost.BuildWithoutPage(home.Folder, clock: clock);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    public Task<Reply> SayAsync(string line, Role role = Role.Reader, string room = "front-page") =>
        Get<ICommandBook>().RunAsync(new(new("local", room), "tester", role, IsNewsroom: true), line, TestContext.Current.CancellationToken);

    /// <summary>The text of the whole reply, as a person would read it.</summary>
    public async Task<string> AskAsync(string line, Role role = Role.Reader, string room = "front-page") => Text(await SayAsync(line, role, room));

    public static string Text(Reply reply) => string.Join("\n", reply.Cards.Select(card =>
        string.Join("\n", new[] { card.Title, card.Body.ToString(), string.Join("\n", card.Fields.Select(field => $"{field.Name}: {field.Value}")), card.Footer }.Where(part => !string.IsNullOrEmpty(part)))));

    public async Task<IReadOnlyList<string>> PostsAsync(string room) =>
        (await Get<IRoomBook>().AfterAsync(room, 0, 10_000, TestContext.Current.CancellationToken)).Select(entry => entry.Text).ToArray();

    /// <summary>Waits until a room holds this many posts, and a moment longer to see that no more come.</summary>
    public async Task<IReadOnlyList<string>> PostsAsync(string room, int count)
    {
        var deadline = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while ((await PostsAsync(room)).Count < count && Environment.TickCount64 < deadline) await Task.Delay(50, TestContext.Current.CancellationToken);
        await Task.Delay(300, TestContext.Current.CancellationToken);
        return await PostsAsync(room);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        _app.Dispose();
    }
}
