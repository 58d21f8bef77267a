using System.Globalization;
using System.Text.Json.Nodes;
using NewsBot.Core.Commands;

namespace NewsBot.Tests.Stories;

/// <summary>A site that takes an article back in its feed, through the whole host.</summary>
public sealed class RemovalStories : IAsyncLifetime
{
    private readonly BotHome _home = new("""[ { "Name": "garden", "Follows": [ "everything" ] } ]""");
    private readonly DateTimeOffset _began = TimeProvider.System.GetUtcNow().AddMinutes(-10);
    private NewsSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await NewsSite.StartAsync();
        _home.Change("Sources", "Allow", new JsonArray("127.0.0.1"));
        _home.Change("Sources", "Spacing", "00:00:00");
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _home.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_site_takes_back_is_taken_down_where_it_is_trusted(bool isTrusted)
    {
        await using var bot = await RunningBot.StartAsync(_home);
        Publish(Entry(1));
        var added = await bot.SayAsync($"source add {_site.Address}/feed", Role.Moderator, "garden");
        await bot.SayAsync(Assert.Single(added.Cards[0].Buttons).Line!, Role.Moderator, "garden");
        await Until(async () => (await bot.AskAsync("source list", Role.Moderator, "garden")).Contains("articles: 1", StringComparison.Ordinal));
        if (isTrusted) await bot.SayAsync("source set harbour-gazette trust on", Role.Moderator, "garden");

        Publish(Entry(2), Entry(1));
        await AskedNow(bot);
        Assert.Single(await bot.PostsAsync("garden", 1));

        Publish($"""<at:deleted-entry ref="urn:story:2" when="{Date(5)}"/>""", Entry(3), Entry(1));
        await AskedNow(bot);
        await Until(async () => (await bot.AskAsync("latest", room: "garden")).Contains("Harbour story 3", StringComparison.Ordinal));
        if (isTrusted) await Until(async () => (await bot.PostsAsync("garden")).All(post => !post.Contains("Harbour story 2", StringComparison.Ordinal)));
        var posts = await bot.PostsAsync("garden", isTrusted ? 1 : 2);
        Assert.Equal(isTrusted ? 1 : 2, posts.Count);
        Assert.Equal(!isTrusted, (await bot.AskAsync("latest", room: "garden")).Contains("Harbour story 2", StringComparison.Ordinal));
        Assert.Contains("takes back", await bot.AskAsync("source doctor harbour-gazette", Role.Moderator, "garden"), StringComparison.Ordinal);
    }

    private void Publish(params string[] entries) => _site.Page("/feed", $"""
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"><title>Harbour Gazette</title><id>urn:gazette</id>
        {string.Concat(entries)}</feed>
        """, "application/atom+xml");

    private string Entry(int number) => $"""
        <entry><title>Harbour story {number}</title><id>urn:story:{number}</id><link href="{_site.Address}/story/{number}"/><updated>{Date(number)}</updated>
        <summary>{string.Concat(Enumerable.Repeat($"The ferry of story {number} sails to the island again after the long storm. ", 8))}</summary></entry>
        """;

    private string Date(int minutes) => _began.AddMinutes(minutes).ToString("O", CultureInfo.InvariantCulture);

    // Whoever resumes a source wants to see it asked.
    private static async Task AskedNow(RunningBot bot)
    {
        await bot.SayAsync("source pause harbour-gazette", Role.Moderator, "garden");
        await bot.SayAsync("source resume harbour-gazette", Role.Moderator, "garden");
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 300 && !await holds(); i++) await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.True(await holds());
    }
}
