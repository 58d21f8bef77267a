using System.Text.Json.Nodes;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Core.Sources;
using NewsBot.Core.Topics;
using NewsBot.Sources.Opml;

namespace NewsBot.Tests.Stories;

/// <summary>A newsroom brings its feeds along from another reader, and takes them away again.</summary>
public sealed class OpmlStories : IAsyncLifetime
{
    // Nobody answers there; the bot asks no feed at an import.
    private const string List = """
        <opml version="2.0"><head><title>Mine</title></head><body>
          <outline text="Harbour">
            <outline text="Harbour Times" type="rss" xmlUrl="http://127.0.0.1:9/harbour?key=geheim"/>
            <outline text="Ferry Gazette" type="rss" xmlUrl="http://127.0.0.1:9/ferry"/>
          </outline>
          <outline text="Belarus"><outline text="Minsk Daily" xmlUrl="http://127.0.0.1:9/minsk"/></outline>
          <outline text="Only a page" htmlUrl="http://127.0.0.1:9/"/>
        </body></opml>
        """;

    private readonly BotHome _home = new();
    private LoopbackSite _site = null!;
    private RunningBot _bot = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await LoopbackSite.StartAsync();
        _site.Says("/list.opml", "text/x-opml", List);
        _home.Change("Sources", "Allow", new JsonArray("127.0.0.1"));
        _home.Change("Sources", "Spacing", "00:00:00");
        _bot = await RunningBot.StartAsync(_home);
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _site.DisposeAsync();
        _home.Dispose();
    }

    [Fact]
    public async Task I_see_what_a_list_would_add_and_press_the_button()
    {
        var shown = await _bot.SayAsync($"source import {_site.Address("/list.opml")}", Role.Moderator);
        var text = RunningBot.Text(shown);
        Assert.Contains("This list would add 3 feeds", text);
        Assert.Contains("Harbour (new): 2 feeds", text);
        Assert.Contains("Belarus: 1 feed more", text);
        Assert.Contains("Only a page: It names a page but no feed", text);
        Assert.DoesNotContain("geheim", text);
        Assert.Empty(await Sources());

        Assert.Contains("Added 3 feeds", RunningBot.Text(await Press(shown)));
        Assert.Equal(["ferry-gazette", "harbour-times", "minsk-daily"], (await Sources()).Select(source => source.Key));
        Assert.All(await Sources(), source => Assert.Equal(new("local", "front-page"), source.AddedIn));
        Assert.Contains("There is nothing to add", await Ask($"source import {_site.Address("/list.opml")}"));
    }

    [Fact]
    public async Task Folders_become_topics_and_a_topic_with_words_keeps_them()
    {
        var words = (await _bot.Get<TopicBook>().FindAsync("belarus", Stop))!.Rule;
        await Press(await _bot.SayAsync($"source import {_site.Address("/list.opml")}", Role.Moderator));
        Assert.Equal(["ferry-gazette", "harbour-times"], (await _bot.Get<TopicBook>().FindAsync("harbour", Stop))!.Rule.Sources.Order());
        Assert.Equivalent(words, (await _bot.Get<TopicBook>().FindAsync("belarus", Stop))!.Rule);
        Assert.Equal(["belarus"], (await Sources()).Single(source => source.Key == "minsk-daily").Settings.Topics);
    }

    [Fact]
    public async Task A_list_that_changed_before_I_pressed_is_shown_again()
    {
        var shown = await _bot.SayAsync($"source import {_site.Address("/list.opml")}", Role.Moderator);
        _site.Says("/list.opml", "text/x-opml", List.Replace("/ferry", "/casino", StringComparison.Ordinal));
        Assert.Contains("has changed since", RunningBot.Text(await Press(shown)));
        Assert.Empty(await Sources());
    }

    [Fact]
    public async Task What_is_no_list_or_not_there_is_said_in_a_sentence()
    {
        _site.Says("/page", "text/html", "<!doctype html><title>Hello</title><p>Hello");
        Assert.Contains("This is a web page and not a list of feeds", await Ask($"source import {_site.Address("/page")}"));
        Assert.Contains("There is nothing at that address", await Ask($"source import {_site.Address("/missing")}"));
        Assert.Contains("Only addresses that begin with http", await Ask("source import file:///etc/passwd"));
        Assert.Contains("not on the public internet", await Ask("source import http://10.1.2.3/list.opml"));
        Assert.Contains("before the @", await Ask("source import http://me:pw@127.0.0.1/list.opml"));
    }

    [Fact]
    public async Task Readers_cannot_import()
    {
        Assert.Contains("is for moderators", await _bot.AskAsync($"source import {_site.Address("/list.opml")}"));
        Assert.Contains("is for moderators", await _bot.AskAsync("source export"));
        Assert.Empty(_site.Asked);
    }

    [Fact]
    public async Task The_sources_are_listed_by_topic_without_the_keys_in_their_addresses()
    {
        Assert.Contains("There are no feeds yet", await Ask("source export"));
        await Press(await _bot.SayAsync($"source import {_site.Address("/list.opml")}", Role.Moderator));
        var text = await Ask("source export");
        Assert.Contains("Harbour\nFerry Gazette: http://127.0.0.1:9/ferry\nHarbour Times: http://127.0.0.1:9/harbour", text);
        Assert.DoesNotContain("geheim", text);
    }

    [Fact]
    public async Task What_is_exported_is_imported_the_same_elsewhere()
    {
        await Press(await _bot.SayAsync($"source import {_site.Address("/list.opml")}", Role.Moderator));
        using var file = new MemoryStream();
        Assert.Equal(3, await _bot.Get<OpmlExport>().WriteAsync(file, Stop));
        using var other = new BotHome();
        await using var there = await RunningBot.StartAsync(other);
        var plan = await there.Get<OpmlImport>().PlanAsync(file.ToArray(), null, Stop);
        Assert.Empty(plan.Problems);
        await there.Get<OpmlImport>().AddAsync(plan, null, Stop);
        using var again = new MemoryStream();
        await there.Get<OpmlExport>().WriteAsync(again, Stop);
        Assert.Equal(Outlines(file), Outlines(again));
    }

    private static string[] Outlines(MemoryStream file) =>
        [.. System.Text.Encoding.UTF8.GetString(file.ToArray()).Split('\n').Where(line => line.Contains("<outline", StringComparison.Ordinal))];

    private async Task<IReadOnlyList<WebSource>> Sources() => [.. (await _bot.Get<IWebSources>().AllAsync(Stop)).Select(state => state.Source)];

    private Task<string> Ask(string line) => _bot.AskAsync(line, Role.Moderator);

    private Task<Reply> Press(Reply shown) => _bot.SayAsync(Assert.Single(Assert.Single(shown.Cards).Buttons).Line!, Role.Moderator);
}
