using Microsoft.Extensions.DependencyInjection;
using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;
using NewsBot.Storage;

namespace NewsBot.Tests.Kill;

/// <summary>The bot is killed in the midst of correcting what it posted: in the end every post says what its file says, and none is there twice.</summary>
public sealed class CorrectionKillTests
{
    private static readonly int Articles = LongRun.Times(full: 200, shortened: 40);
    private static readonly int Kills = LongRun.Times(full: 20, shortened: 5);

    [Fact]
    public async Task Kills_in_the_midst_of_corrections_leave_every_post_right()
    {
        var stop = TestContext.Current.CancellationToken;
        using var home = new BotHome("""[ { "Name": "room-1", "Follows": [ "everything" ] }, { "Name": "room-2", "Follows": [ "everything" ] } ]""");
        foreach (var (limit, most) in new[] { ("ChangesAnHour", 1_000_000), ("MostFromSource", 0), ("MostInTenMinutes", 0) }) home.Change("Delivery", limit, most);
        for (var i = 0; i < Articles; i++) Write(home, i, 0);
        await RunAsync(home, stop);
        var posts = await PostsAsync(home, stop);
        Assert.Equal(2 * Articles, posts.Count);

        for (var kill = 1; kill <= Kills; kill++)
        {
            using var bot = new BotProcess(home.Folder, "run");
            await bot.PrintsAsync("Open http", stop);
            for (var i = 0; i < Articles; i++) Write(home, i, kill);
            await Task.Delay(Random.Shared.Next(0, 1500), stop);
            await bot.KillAsync();
        }
        await RunAsync(home, stop);
        var corrected = await PostsAsync(home, stop);
        Assert.Equal(posts.Count, corrected.Count);
        foreach (var (before, after) in posts.Zip(corrected))
        {
            Assert.Contains($"costs {new string('9', Kills)} coins", after, StringComparison.Ordinal);
            Assert.Contains("Corrected", after, StringComparison.Ordinal);
            Assert.DoesNotContain("Corrected", before, StringComparison.Ordinal);
        }
    }

    // Longer each time, since a file of the same size and age is not read again.
    private static void Write(BotHome home, int number, int times) =>
        home.Write($"{number:000}.txt", $"Notice number {number} of the lower town\n\nNotice {number} {new string((char)('a' + number % 26), number + 3)} costs {new string('9', times)} coins, says the office of bridges.\n");

    private static async Task RunAsync(BotHome home, CancellationToken stop)
    {
        using var bot = new BotProcess(home.Folder, "run");
        await bot.PrintsAsync("Open http", stop);
        using var parts = BotHost.BuildParts(home.Folder);
        await parts.Services.GetRequiredService<IDatabase>().OpenAsync(stop);
        var outbox = parts.Services.GetRequiredService<IOutbox>();
        // The last reading may still be under way.
        for (int i = 0, quiet = 0; i < 600 && quiet < 10; i++)
        {
            quiet = await outbox.StateAsync(stop) is { Owed: 0, Paid: > 0 } ? quiet + 1 : 0;
            await Task.Delay(200, stop);
        }
        bot.Terminate();
        Assert.Equal(0, await bot.ExitAsync(TimeSpan.FromSeconds(20)));
    }

    private static async Task<IReadOnlyList<string>> PostsAsync(BotHome home, CancellationToken stop)
    {
        using var parts = BotHost.BuildParts(home.Folder);
        await parts.Services.GetRequiredService<IDatabase>().OpenAsync(stop);
        var book = parts.Services.GetRequiredService<IRoomBook>();
        var posts = new List<string>();
        foreach (var room in new[] { "room-1", "room-2" }) posts.AddRange((await book.AfterAsync(room, 0, 10_000, stop)).Select(entry => entry.Text));
        return posts;
    }
}
