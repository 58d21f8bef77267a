using NewsBot.Core.Commands;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Tests.Stories;

/// <summary>Where inside a chat a topic goes, and channels that share one subscription.</summary>
public sealed class PlaceStories : IDisposable
{
    private readonly BotHome _home = new("""[ { "Name": "desk", "Follows": [] }, { "Name": "garden", "Follows": [] }, { "Name": "money", "Follows": [] } ]""");

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_topic_goes_to_its_own_place_and_an_article_of_two_routed_topics_only_to_the_first()
    {
        await using var bot = await RunningBot.StartAsync(_home);
        Task<string> Ask(string line) => bot.AskAsync(line, Role.Moderator, "desk");
        Assert.Contains("does not follow Culture yet", await Ask("route add culture garden"), StringComparison.Ordinal);
        await Ask("settings language uk");
        await Ask("settings language en");
        await Ask("settings zone Europe/Kyiv");
        await Ask("subscribe everything");
        Assert.Contains("From now on Culture goes to garden", await Ask("route add culture garden"), StringComparison.Ordinal);
        Assert.Contains("From now on Economy goes to money", await Ask("route add economy #money"), StringComparison.Ordinal);
        Assert.Contains("Type this in the forum topic or thread itself", await Ask("route add culture cellar"), StringComparison.Ordinal);
        Assert.Contains("Type this in the forum topic or thread itself", await Ask("route add culture here"), StringComparison.Ordinal);
        Assert.Contains("that is this channel itself", await Ask("route add culture desk"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Culture goes to garden\nEconomy goes to money", await Ask("route list"), StringComparison.Ordinal);
        // The place speaks as the channel does.
        Assert.Contains("Europe/Kyiv", await bot.AskAsync("settings", Role.Moderator, "garden"), StringComparison.Ordinal);

        _home.Write("a.txt", "Museum opens at night\n\nThe museum stays open until midnight.\n");
        _home.Write("b.txt", "Inflation slows\n\nInflation fell for the third month.\n");
        _home.Write("c.txt", "Festival budget approved\n\nThe festival has its budget.\n");
        _home.Write("d.txt", "Fog over the valley\n\nDrivers are asked to slow down.\n");
        Assert.Contains("Fog over the valley", Assert.Single(await bot.PostsAsync("desk", 1)), StringComparison.Ordinal);
        Assert.Equal(2, (await bot.PostsAsync("garden", 2)).Count);
        Assert.Contains("Inflation slows", Assert.Single(await bot.PostsAsync("money", 1)), StringComparison.Ordinal);

        await Ask("route remove culture");
        _home.Write("e.txt", "Theatre reopens\n\nThe theatre has a new roof.\n");
        Assert.Equal(2, (await bot.PostsAsync("desk", 2)).Count);
    }

    [Fact]
    public async Task Two_channels_share_one_subscription_by_a_code_that_works_once()
    {
        await using var bot = await RunningBot.StartAsync(_home);
        Task<string> Ask(string line, string room) => bot.AskAsync(line, Role.Moderator, room);
        await Ask("subscribe culture", "desk");
        var code = (await Ask("outlet new", "desk")).Split(' ')[^1];
        Assert.Contains("made here", await Ask($"outlet join {code}", "desk"), StringComparison.Ordinal);
        Assert.Contains("shares its subscription with local:desk: culture", await Ask($"outlet join {code.ToLowerInvariant()}", "garden"), StringComparison.Ordinal);
        Assert.Contains("not good", await Ask($"outlet join {code}", "money"), StringComparison.Ordinal);
        Assert.Contains("local:desk\nlocal:garden (this one)", await Ask("outlet show", "garden"), StringComparison.Ordinal);

        await Ask("subscribe economy", "garden");
        Assert.Equal(["culture", "economy"], (await bot.Get<ISubscriptions>().FindAsync(new("local", "desk"), TestContext.Current.CancellationToken)).Follows);
        _home.Write("a.txt", "Inflation slows\n\nInflation fell for the third month.\n");
        foreach (var room in new[] { "desk", "garden" }) Assert.Single(await bot.PostsAsync(room, 1));
        Assert.Contains("on its own again", await Ask("outlet leave", "garden"), StringComparison.Ordinal);
        Assert.Contains("shares its subscription with none", await Ask("outlet show", "desk"), StringComparison.Ordinal);
    }
}
