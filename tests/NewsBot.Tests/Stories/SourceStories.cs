using System.Text.Json.Nodes;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Core.Sources;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Tests.Stories;

/// <summary>What a moderator does with feeds and sites in chat.</summary>
public sealed class SourceStories : IAsyncLifetime
{
    private readonly BotHome _home = new("""[ { "Name": "garden", "Follows": [] } ]""");
    private NewsSite _site = null!;
    private RunningBot _bot = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await NewsSite.StartAsync();
        _site.Page("/", """<html lang="en"><head><title>Gazette</title><link rel="alternate" type="application/rss+xml" href="/feed"></head><body></body></html>""");
        _site.Feed("/feed", 3, 2, 1);
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

    private Task<string> Ask(string line) => _bot.AskAsync(line, Role.Moderator, "garden");

    private async Task<IReadOnlyList<WebSourceState>> Sources() => await _bot.Get<IWebSources>().AllAsync(TestContext.Current.CancellationToken);

    private async Task<Button> Offered() => Assert.Single(Assert.Single((await _bot.SayAsync($"source add {_site.Host}", Role.Moderator, "garden")).Cards).Buttons);

    private async Task<string> Added()
    {
        await Ask((await Offered()).Line!);
        return Assert.Single(await Sources()).Source.Key;
    }

    [Fact]
    public async Task I_type_a_sites_address_see_what_it_is_and_only_my_press_adds_it()
    {
        var shown = await Ask($"source add {_site.Host}");
        Assert.Contains("Harbour Gazette", shown, StringComparison.Ordinal);
        Assert.Contains("Feed · en · about 3 articles a day", shown, StringComparison.Ordinal);
        Assert.Contains($"{_site.Address}/feed", shown, StringComparison.Ordinal);
        Assert.Contains("Harbour story 3", shown, StringComparison.Ordinal);
        Assert.Contains("The ferry of story 3 sails", shown, StringComparison.Ordinal);
        Assert.Contains("Nothing is added yet", shown, StringComparison.Ordinal);
        Assert.Empty(await Sources());

        var button = await Offered();
        var questions = _site.Asked.Count;
        Assert.Contains("Added Harbour Gazette as harbour-gazette", await Ask(button.Line!), StringComparison.Ordinal);
        var source = Assert.Single(await Sources()).Source;
        Assert.Equal(($"{_site.Address}/feed", WebSourceKind.Feed, new ChannelRef("local", "garden")), (source.Address.AbsoluteUri, source.Kind, source.AddedIn));
        Assert.DoesNotContain(_site.Asked.Skip(questions), path => path == "/");
        Assert.Contains("a source already, as harbour-gazette", await Ask($"source add {_site.Host}"), StringComparison.Ordinal);
        Assert.Contains("a source already, as harbour-gazette", await Ask(button.Line!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_can_ask_why_an_article_of_a_new_source_was_not_posted()
    {
        await Ask("subscribe everything");
        await Added();
        for (var i = 0; i < 600 && !(await Ask("latest 10")).Contains("Harbour story 3", StringComparison.Ordinal); i++) await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.Contains("It stood there when its source was read for the first time", await Ask("why Harbour story 3"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_by_somebody_who_may_not_adds_nothing()
    {
        var button = await Offered();
        Assert.Contains("is for moderators", await _bot.AskAsync(button.Line!, Role.Reader, "garden"), StringComparison.Ordinal);
        var stranger = new Caller(new("local", "garden"), "stranger", Role.Moderator, IsNewsroom: false);
        var refused = await _bot.Get<ICommandBook>().RunAsync(stranger, button.Line!, TestContext.Current.CancellationToken);
        Assert.Contains("newsroom", RunningBot.Text(refused), StringComparison.Ordinal);
        Assert.Empty(await Sources());
    }

    [Fact]
    public async Task The_buttons_line_is_short_enough_for_every_platform_and_outlives_a_restart()
    {
        var button = await Offered();
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(button.Line!), 1, CommandBook.ButtonBytes);
        await _bot.DisposeAsync();
        _bot = await RunningBot.StartAsync(_home);
        Assert.Contains("Added Harbour Gazette", await Ask(button.Line!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_can_list_pause_resume_set_and_remove_a_source()
    {
        var key = await Added();
        Assert.Contains("seeds (seeds)", await Ask("source list"), StringComparison.Ordinal);
        Assert.Contains("harbour-gazette (Harbour Gazette)", await Ask("source list"), StringComparison.Ordinal);
        Assert.Contains("is not asked any more", await Ask($"source pause {key}"), StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(await Sources()).Source.PausedAt);
        Assert.Contains("paused", await Ask("source list"), StringComparison.Ordinal);
        Assert.Contains("is asked again", await Ask($"source resume {key}"), StringComparison.Ordinal);

        Assert.Contains("full: completed", await Ask($"source set {key} text full"), StringComparison.Ordinal);
        Assert.Contains("Europe/Kyiv", await Ask($"source set {key} zone Europe/Kyiv"), StringComparison.Ordinal);
        await Ask($"source set {key} trust on");
        await Ask($"source set {key} images off");
        await Ask($"source set {key} language uk");
        Assert.Contains("belarus, culture", await Ask($"source set {key} topics belarus, culture"), StringComparison.Ordinal);
        Assert.Contains("There is no topic 'gardening'", await Ask($"source set {key} topics gardening"), StringComparison.Ordinal);
        var settings = Assert.Single(await Sources()).Source.Settings;
        Assert.Equal((true, true, false, "uk", "Europe/Kyiv"), (settings.IsTrusted, settings.CompletesText, settings.ShowsImages, settings.Language, settings.Zone));
        Assert.Equal(["belarus", "culture"], settings.Topics);

        Assert.Contains("Remove the source harbour-gazette", await Ask($"source remove {key}"), StringComparison.Ordinal);
        Assert.Single(await Sources());
        Assert.Contains($"source add {_site.Address}/feed", await Ask($"source remove {key} sure:yes"), StringComparison.Ordinal);
        Assert.Empty(await Sources());
    }

    [Fact]
    public async Task A_wrong_name_or_value_is_answered_with_what_to_write()
    {
        await Added();
        Assert.Contains("Did you mean 'harbour-gazette'", await Ask("source pause harbor-gazete"), StringComparison.Ordinal);
        Assert.Contains("Type source list", await Ask("source doctor nothing"), StringComparison.Ordinal);
        Assert.Contains("appsettings.json", await Ask("source pause seeds"), StringComparison.Ordinal);
        Assert.Contains("on or off", await Ask("source set harbour-gazette trust maybe"), StringComparison.Ordinal);
        Assert.Contains("two letters", await Ask("source set harbour-gazette language klingon"), StringComparison.Ordinal);
        Assert.Contains("no time zone", await Ask("source set harbour-gazette zone Mars/North"), StringComparison.Ordinal);
        Assert.Contains("is one of", await Ask("source set harbour-gazette colour red"), StringComparison.Ordinal);
        var completions = await _bot.Get<ICommandBook>().CompleteAsync(new(new("local", "garden"), "tester", Role.Moderator, IsNewsroom: true), "/source pause har", TestContext.Current.CancellationToken);
        Assert.Equal("/source pause harbour-gazette", Assert.Single(completions).Line);
    }

    [Fact]
    public async Task The_doctor_says_how_a_source_does_now()
    {
        var key = await Added();
        Assert.Contains("Nothing is wrong with it", await Ask($"source doctor {key}"), StringComparison.Ordinal);
        _site.Page("/feed", "<html><title>Sign in</title><input type='password'></html>");
        Assert.Contains("a page to sign in at", await Ask($"source doctor {key}"), StringComparison.Ordinal);
        await Ask("settings language uk");
        Assert.Contains("Це сторінка входу", await Ask($"source doctor {key}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_source_says_what_it_is_and_what_to_try()
    {
        _site.Page("/paper", "%PDF-1.7", "application/pdf");
        Assert.Contains("This is a PDF. Give the address of the site", await Ask($"source add {_site.Address}/paper"), StringComparison.Ordinal);
        Assert.Contains("status 404", await Ask($"source add {_site.Address}/nowhere"), StringComparison.Ordinal);
        Assert.Contains("is no web address", await Ask("source add gazette"), StringComparison.Ordinal);
        Assert.Contains("begin with http:// or https://", await Ask("source add file:///etc/passwd"), StringComparison.Ordinal);
        var secret = await Ask("source add http://user:hunter2@example.org/feed");
        Assert.Contains("name or password", secret, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", secret, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_chat_user_can_look_into_the_network_that_the_bot_stands_in()
    {
        _home.Change("Sources", "Allow", new JsonArray());
        await _bot.DisposeAsync();
        _bot = await RunningBot.StartAsync(_home);
        foreach (var typed in new[] { _site.Address, _site.Host, $"feed://{_site.Host}/feed", $"http://localhost:{new Uri(_site.Address).Port}/", "http://169.254.169.254/" })
            Assert.Contains("not asked", await _bot.AskAsync($"source add {typed}", Role.Operator, "garden"), StringComparison.Ordinal);
        Assert.Empty(_site.Asked);
    }
}
