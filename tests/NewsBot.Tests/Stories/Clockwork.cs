using System.Globalization;
using Microsoft.Extensions.Time.Testing;

namespace NewsBot.Tests.Stories;

/// <summary>A clock in one's own hand, for a bot whose loops go by it.</summary>
internal sealed class Clockwork(string start)
{
    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.Parse(start, CultureInfo.InvariantCulture));

    public async Task JumpAsync(string to)
    {
        Clock.SetUtcNow(DateTimeOffset.Parse(to, CultureInfo.InvariantCulture));
        await RunAsync(10);
    }

    /// <summary>Lets this many seconds pass, with time between for what they set off.</summary>
    public async Task RunAsync(int seconds)
    {
        for (var i = 0; i < seconds; i++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            Clock.Advance(TimeSpan.FromSeconds(1));
        }
        await Task.Delay(50, TestContext.Current.CancellationToken);
    }

    public async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 150 && !await holds(); i++) await RunAsync(2);
        Assert.True(await holds());
    }

    /// <summary>Waits for this many posts, and a while longer to see that no more come.</summary>
    public async Task<IReadOnlyList<string>> PostsAsync(RunningBot bot, string room, int count)
    {
        await UntilAsync(async () => (await bot.PostsAsync(room)).Count >= count);
        await RunAsync(10);
        var posts = await bot.PostsAsync(room);
        Assert.Equal(count, posts.Count);
        return posts;
    }
}
