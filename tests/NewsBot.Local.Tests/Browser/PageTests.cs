using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NewsBot.Local.Tests.Browser;

/// <summary>The page as a person uses it, in a real browser against the real program.</summary>
public sealed class PageTests(PageFixture fixture) : IClassFixture<PageFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Task<Window> OpenAsync(string room = "front-page", int width = 1280) => Window.OpenAsync(fixture.Chromium, $"{fixture.Bot.Address}/#/{room}", width);

    [Fact]
    public async Task I_can_open_it_see_the_posts_and_switch_the_room()
    {
        await using var window = await OpenAsync();
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Minsk market reopens" })).ToBeVisibleAsync();
        await Expect(window.Page.GetByText("Connected", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(window.Page.Locator("time").First).ToContainTextAsync("ago");

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "belarus" }).ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "belarus", Exact = true })).ToBeVisibleAsync();
        await Expect(window.Cards).ToHaveCountAsync(1);
        await Expect(window.LastCard).ToContainTextAsync("Minsk market reopens");
        window.IsClean();
    }

    [Fact]
    public async Task I_can_search_and_press_More_and_the_same_card_turns_its_page()
    {
        await using var window = await OpenAsync();
        await window.AddRoomAsync("search-room");
        await window.SayAsync("/search harbour");
        await Expect(window.LastCard).ToContainTextAsync("Search: harbour");
        await Expect(window.LastCard.Locator("mark").First).ToHaveTextAsync("harbour", new() { IgnoreCase = true });
        await window.LastCard.GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
        await Expect(window.LastCard).ToContainTextAsync("6. ");
        await Expect(window.Cards).ToHaveCountAsync(1);
        await Expect(window.LastCard.GetByRole(AriaRole.Button, new() { Name = "More" })).ToBeFocusedAsync();

        await window.LastCard.Locator(".in-text").First.ClickAsync();
        await Expect(window.Cards).ToHaveCountAsync(2);
        await Expect(window.LastCard).ToContainTextAsync("The harbour office publishes");
        window.IsClean();
    }

    [Fact]
    public async Task A_file_dropped_into_the_folder_appears_by_itself_in_every_open_page()
    {
        await using var one = await OpenAsync();
        await using var other = await OpenAsync();
        foreach (var window in new[] { one, other }) await Expect(window.Page.GetByText("Connected", new() { Exact = true })).ToBeVisibleAsync();
        fixture.Bot.Write("dropped.txt", "Lighthouse shines again\n\nThe old lighthouse at the pier shines again.\n");
        foreach (var window in new[] { one, other })
        {
            await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Lighthouse shines again" })).ToHaveCountAsync(1);
            window.IsClean();
        }
    }

    [Fact]
    public async Task A_page_that_stays_open_over_a_restart_misses_nothing_and_doubles_nothing()
    {
        await using var window = await OpenAsync();
        await Expect(window.Page.GetByText("Connected", new() { Exact = true })).ToBeVisibleAsync();
        await fixture.Bot.StopAsync();
        await Expect(window.Page.GetByText("Reconnecting…")).ToBeVisibleAsync();
        await window.SayAsync("/about");
        await Expect(window.Page.GetByText("NewsBot cannot be reached right now.")).ToBeVisibleAsync();
        fixture.Bot.Write("away.txt", "Posted while nobody looked\n\nThe paper came out all the same.\n");
        fixture.Bot.Start();
        await Expect(window.Page.GetByText("Connected", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Posted while nobody looked" })).ToHaveCountAsync(1);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(window.Page.Locator(".exchange", new() { HasText = "/about" })).ToHaveCountAsync(1);
        await Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" })).ToHaveCountAsync(0);
        await NumbersAreInOrderAsync(window);
        window.IsClean(wasAway: true);
    }

    [Fact]
    public async Task Scrolling_up_brings_the_older_posts_once_each()
    {
        await using var window = await OpenAsync();
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Minsk market reopens" })).ToBeVisibleAsync();
        var oldest = window.Page.GetByRole(AriaRole.Heading, new() { Name = "Harbour notice number 0", Exact = true });
        for (var i = 0; i < 50 && await oldest.CountAsync() == 0; i++)
        {
            await window.Page.Locator("#scroller").EvaluateAsync("scroller => scroller.scrollTop = 0");
            await Task.Delay(100, Stop);
        }
        await Expect(oldest).ToHaveCountAsync(1);
        await NumbersAreInOrderAsync(window);
        window.IsClean();
    }

    [Fact]
    public async Task Text_that_looks_like_markup_stays_text()
    {
        await using var window = await OpenAsync();
        var title = window.Page.GetByRole(AriaRole.Heading, new() { Name = PageFixture.Markup });
        await Expect(title).ToHaveTextAsync(PageFixture.Markup);
        await Expect(window.Page.Locator("#entries script, #entries svg, #entries img, #entries b, #entries [onclick], #entries a[href^='javascript']")).ToHaveCountAsync(0);
        await window.AddRoomAsync("markup-room");
        await window.SayAsync("/search <script>alert(5)</script> \"><svg onload=alert(6)>");
        await Expect(window.Page.Locator(".said").Last).ToContainTextAsync("<svg onload=alert(6)>");
        await Expect(window.Page.Locator("#entries script, #entries svg, #entries img, #entries b, #entries [onclick], #entries a[href^='javascript']")).ToHaveCountAsync(0);
        window.IsClean();
    }

    [Fact]
    public async Task A_private_answer_is_marked_and_gone_after_a_reload_and_a_public_one_stays()
    {
        await using var window = await OpenAsync();
        await window.AddRoomAsync("private-room");
        await window.SayAsync("/latst");
        await Expect(window.Page.Locator(".private")).ToContainTextAsync("Only you see this");
        await Expect(window.Page.Locator(".private")).ToContainTextAsync("Did you mean 'latest'?");
        await window.Page.Locator(".private").GetByRole(AriaRole.Button, new() { Name = "latest" }).ClickAsync();
        await Expect(window.Page.Locator(".exchange")).ToHaveCountAsync(1);
        await window.Page.ReloadAsync();
        await Expect(window.Page.Locator(".exchange")).ToHaveCountAsync(1);
        await Expect(window.Page.Locator(".private")).ToHaveCountAsync(0);
        window.IsClean();
    }

    [Fact]
    public async Task A_new_room_says_what_to_do_and_the_role_switch_lets_me_do_it()
    {
        await using var window = await OpenAsync();
        await window.AddRoomAsync("my-own-room");
        await window.SayAsync("/subscribe everything");
        await Expect(window.LastCard).ToContainTextAsync("for moderators");
        await window.Page.ReloadAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Choose what to follow" }).ClickAsync();
        await Expect(window.Page.GetByLabel("Your role in the chat")).ToHaveValueAsync("moderator");
        await window.Page.Locator(".private").GetByRole(AriaRole.Button, new() { Name = "everything" }).ClickAsync();
        await Expect(window.Page.Locator(".post")).ToHaveCountAsync(1);
        await Expect(window.Page.Locator(".post")).ToContainTextAsync("The newest article of what you follow now");
        window.IsClean();
    }

    [Fact]
    public async Task I_can_do_all_of_it_with_the_keyboard()
    {
        await using var window = await OpenAsync();
        await window.AddRoomAsync("keyboard-room");
        var keyboard = window.Page.Keyboard;
        await Expect(window.Box).ToBeFocusedAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Skip to the message box" }).FocusAsync();
        await keyboard.PressAsync("Enter");
        await Expect(window.Box).ToBeFocusedAsync();

        await keyboard.TypeAsync("/lat");
        await Expect(window.Box).ToHaveAttributeAsync("aria-expanded", "true");
        await keyboard.PressAsync("ArrowDown");
        await Expect(window.Page.Locator("#offers").GetByRole(AriaRole.Option, new() { Selected = true })).ToContainTextAsync("latest");
        await Expect(window.Box).ToHaveAttributeAsync("aria-activedescendant", "offer-0");
        await keyboard.PressAsync("Enter");
        await Expect(window.Box).ToHaveValueAsync("/latest ");
        await keyboard.TypeAsync("bel");
        await Expect(window.Page.Locator("#offers").GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await keyboard.PressAsync("Tab");
        await Expect(window.Box).ToHaveValueAsync("/latest belarus ");
        await keyboard.PressAsync("Enter");
        await Expect(window.LastCard).ToContainTextAsync("1. Minsk market reopens");

        await window.LastCard.Locator(".in-text").First.FocusAsync();
        await keyboard.PressAsync("Enter");
        await Expect(window.LastCard).ToContainTextAsync("Traders are back");
        window.IsClean();
    }

    [Fact]
    public async Task On_a_phone_the_rooms_are_a_drawer_and_nothing_is_wider_than_the_screen()
    {
        await using var window = await OpenAsync(width: 390);
        await Expect(window.Page.Locator(".entry").First).ToBeAttachedAsync();
        Assert.Equal(390, await window.Page.EvaluateAsync<int>("Math.max(document.documentElement.scrollWidth, ...[...document.querySelectorAll('.card')].map(card => card.scrollWidth))"));
        var menu = window.Page.GetByRole(AriaRole.Button, new() { Name = "Rooms" });
        await menu.ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "front-page" })).ToBeFocusedAsync();
        await window.Page.Keyboard.PressAsync("Escape");
        await Expect(menu).ToBeFocusedAsync();
        await menu.ClickAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "belarus" }).ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "belarus", Exact = true })).ToBeVisibleAsync();
        await Expect(window.Page.Locator("#side")).Not.ToBeInViewportAsync();
        window.IsClean();
    }

    [Fact]
    public async Task A_page_with_an_access_key_asks_for_it_first()
    {
        await using var house = await LocalHouse.OpenAsync("a long enough key of mine");
        await house.PostAsync("front-page", "Behind the door", "1");
        await using var window = await Window.OpenAsync(fixture.Chromium, house.Address);
        await window.Page.GetByLabel("Access key").FillAsync("a wrong key");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Open" }).ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "not the access key" })).ToBeVisibleAsync();
        Assert.Equal(0, await window.Cards.CountAsync());
        await window.Page.GetByLabel("Access key").FillAsync("a long enough key of mine");
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(window.LastCard).ToContainTextAsync("Behind the door");
    }

    private static async Task NumbersAreInOrderAsync(Window window)
    {
        var numbers = await window.Page.EvaluateAsync<long[]>("[...document.querySelectorAll('[data-number]')].map(entry => Number(entry.dataset.number))");
        Assert.Equal(numbers.Order().Distinct(), numbers);
        // The room's own numbers have no gap on the page that its book does not have.
        var kept = await window.Page.EvaluateAsync<long[]>($"fetch('/rooms/front-page/entries').then(answer => answer.json()).then(page => page.entries.map(entry => entry.number))");
        Assert.Subset(numbers.ToHashSet(), kept.ToHashSet());
    }
}
