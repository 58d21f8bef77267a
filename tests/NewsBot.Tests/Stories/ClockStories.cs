using NewsBot.Core.Delivery;

namespace NewsBot.Tests.Stories;

/// <summary>Somebody sets the machine's clock in the midst of posting, an hour either way, and then right again.</summary>
public sealed class ClockStories : IDisposable
{
    private const int Articles = 40;

    private readonly BotHome _home = new("""[ { "Name": "desk", "Follows": [ "everything" ] }, { "Name": "board", "Follows": [ "everything" ] } ]""");

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task Once_the_clock_is_right_again_everything_is_there_once(int hours)
    {
        var clock = new WrongClock();
        await using var bot = await RunningBot.StartAsync(_home, clock);
        Write(0, Articles / 2);
        await bot.PostsAsync("desk", 3);
        clock.Wrong = TimeSpan.FromHours(hours);
        Write(Articles / 2, Articles);
        await Task.Delay(2000, TestContext.Current.CancellationToken);
        clock.Wrong = TimeSpan.Zero;
        foreach (var room in new[] { "desk", "board" })
        {
            var posts = await bot.PostsAsync(room, Articles);
            Assert.Equal(Articles, posts.Count);
            for (var i = 0; i < Articles; i++) Assert.Single(posts, post => post.Contains($"Notice {i:00} of", StringComparison.Ordinal));
        }
        Assert.Equal((0, 0), await bot.Get<IOutbox>().StateAsync(TestContext.Current.CancellationToken) is var state ? (state.Left, state.GivenUp) : default);
    }

    private void Write(int from, int to)
    {
        for (var i = from; i < to; i++) _home.Write($"{i:00}.txt", $"Notice {i:00} of the lower town\n\nThe lower town publishes notice {i} about its {new string((char)('a' + i % 26), 4 + i)} bridges.\n");
    }

    /// <summary>The system's clock, set wrong; its timers run as they do, since they do not go by the time of day.</summary>
    private sealed class WrongClock : TimeProvider
    {
        public TimeSpan Wrong { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Wrong;
    }
}
