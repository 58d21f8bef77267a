using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;
using NewsBot.Storage;

namespace NewsBot.Tests.Kill;

/// <summary>
/// Nothing lost and nothing said twice, shown with the real process: 500 articles go to 5 rooms while the bot is killed 30 times
/// at random moments (in a short run: 250 and 12). The articles arrive while it runs, so that readings are cut off as well as posts.
/// </summary>
public sealed class KillTests
{
    private static readonly string[] Everything = ["everything"];

    private const int Rooms = 5;

    private static readonly int Articles = LongRun.Times(full: 500, shortened: 250);
    private static readonly int Kills = LongRun.Times(full: 30, shortened: 12);

    [Fact]
    public async Task Kills_at_random_moments_lose_nothing_and_repeat_nothing()
    {
        var stop = TestContext.Current.CancellationToken;
        var rooms = Enumerable.Range(1, Rooms).Select(i => $"room-{i}").ToArray();
        using var home = new BotHome(JsonSerializer.Serialize(rooms.Select(room => new { Name = room, Follows = Everything })));
        var seed = Random.Shared.Next();
        TestContext.Current.SendDiagnosticMessage($"Random seed {seed}");
        var random = new Random(seed);

        var written = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var bot = new BotProcess(home.Folder, "run");
            for (var until = (kill + 1) * Articles / Kills; written < until; written++) WriteArticle(home, written);
            // Every fourth is killed while it starts, the others in the midst of work.
            if (kill % 4 > 0) await bot.PrintsAsync("Open http", stop);
            await Task.Delay(random.Next(0, kill % 4 > 0 ? 700 : 1500), stop);
            Assert.False(bot.HasExited, $"The bot stopped by itself: {bot.Output}");
            await bot.KillAsync();
        }
        for (; written < Articles; written++) WriteArticle(home, written);

        using (var bot = new BotProcess(home.Folder, "run"))
        {
            await SettledAsync(home, stop);
            bot.Terminate();
            Assert.Equal(0, await bot.ExitAsync(TimeSpan.FromSeconds(20)));
        }
        await CheckAsync(home, rooms, stop);
    }

    private static void WriteArticle(BotHome home, int number) =>
        home.Write($"{number:000}.txt", $"Notice number {number} of the lower town\n\nThe lower town publishes notice {number} about its {Folded(number)} bridges.\n");

    private static string Folded(int number) => new(Enumerable.Range(0, 12).Select(i => (char)('a' + (number * 7 + i * i) % 26)).ToArray());

    private static async Task SettledAsync(BotHome home, CancellationToken stop)
    {
        using var parts = BotHost.BuildParts(home.Folder);
        var outbox = parts.Services.GetRequiredService<IOutbox>();
        await parts.Services.GetRequiredService<IDatabase>().OpenAsync(stop);
        for (var i = 0; i < 600; i++)
        {
            if (await outbox.StateAsync(stop) is { Owed: 0 } state && state.Paid == Articles * Rooms) return;
            await Task.Delay(200, stop);
        }
        Assert.Fail($"Not all was posted in two minutes: {await outbox.StateAsync(stop)}");
    }

    private static async Task CheckAsync(BotHome home, string[] rooms, CancellationToken stop)
    {
        using var parts = BotHost.BuildParts(home.Folder);
        await parts.Services.GetRequiredService<IDatabase>().OpenAsync(stop);
        var book = parts.Services.GetRequiredService<IRoomBook>();
        foreach (var room in rooms)
        {
            var posts = await book.AfterAsync(room, 0, 10_000, stop);
            Assert.Equal(Articles, posts.Count);
            for (var i = 0; i < Articles; i++)
                Assert.Single(posts, post => post.Text.Contains($"Notice number {i} of", StringComparison.Ordinal));
        }
    }
}
