using Microsoft.Playwright;
using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;
using static Microsoft.Playwright.Assertions;

namespace NewsBot.Local.Tests.Browser;

/// <summary>A page that is open while a post is corrected and taken back.</summary>
public sealed class CorrectionPageTests : IAsyncLifetime
{
    private static readonly ChannelRef Garden = new("local", "garden");

    private readonly Chromium _chromium = new();
    private LocalHouse _house = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _house = await LocalHouse.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task A_correction_takes_the_place_of_the_post_and_is_told_in_one_line_and_a_withdrawn_post_goes()
    {
        var first = Assert.IsType<SendOutcome.Sent>(await _house.PostAsync("garden", "Roses bloom on Monday", "1"));
        await _house.PostAsync("garden", "Tulips bloom", "2");
        await using var window = await Window.OpenAsync(_chromium, $"{_house.Address}/#/garden");
        await Expect(window.Cards).ToHaveCountAsync(2);
        await Expect(window.Page.GetByText("Connected", new() { Exact = true })).ToBeVisibleAsync();

        await EditAsync(first.MessageId, new() { Title = "Roses bloom on Tuesday", Body = "Text.", Footer = "A. Writer\nCorrected 14:05" }, "Corrected 14:05");
        await Expect(window.Cards.First).ToContainTextAsync("Roses bloom on Tuesday");
        await Expect(window.Cards.First).ToContainTextAsync("Corrected 14:05");
        await Expect(window.Page.Locator("#teller")).ToHaveTextAsync("Corrected 14:05: Roses bloom on Tuesday");
        await Expect(window.Page.Locator(".entry.corrected")).ToHaveCountAsync(1);
        await Expect(window.Cards).ToHaveCountAsync(2);

        await _house.Get<IPlatform>().WithdrawAsync(Garden, first.MessageId, new(new Card { Body = "Withdrawn." }, "w", new()), Stop);
        await Expect(window.Cards).ToHaveCountAsync(1);
        await Expect(window.LastCard).ToContainTextAsync("Tulips bloom");
        window.IsClean();
    }

    private Task<SendOutcome> EditAsync(string id, Card card, string note) => _house.Get<IPlatform>().EditAsync(Garden, id, new(card, "e", new(), Correction: note), Stop);
}
