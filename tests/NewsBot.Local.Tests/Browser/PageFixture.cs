using System.Globalization;
using Microsoft.Playwright;

namespace NewsBot.Local.Tests.Browser;

/// <summary>One bot with articles and one browser for all tests of the page; each test opens a window of its own.</summary>
public sealed class PageFixture : IAsyncLifetime
{
    public const string Markup = "<img src=x onerror=alert(1)> <script>alert(2)</script> &amp; &lt;i&gt;";

    internal BotProcess Bot { get; } = new();

    internal Chromium Chromium { get; } = new();

    public ValueTask InitializeAsync()
    {
        for (var i = 0; i < 45; i++)
            Bot.Write($"{i:00}.txt", $"Harbour notice number {i}\n\n{Date(i)}\n\nThe harbour office publishes its weekly notice {i} about {Word(i)}.\n");
        Bot.Write("minsk.txt", $"Minsk market reopens\n\n{Date(45)}\n\nTraders are back in the covered market of Minsk.\n");
        Bot.Write("markup.txt", $"{Markup}\n\n{Date(46)}\n\n<b onclick=alert(3)>Not bold</b> and <a href=\"javascript:alert(4)\">no link</a>.\n");
        Bot.Write("wide.txt", $"{new string('w', 200)} 👩‍🚀🏳️‍🌈\n\n{Date(47)}\n\nשלום עולם {new string('x', 300)}\n");
        Bot.Start();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        await Bot.DisposeAsync();
    }

    private static string Date(int number) =>
        new DateTime(2026, 8, 1, 9, 0, 0, DateTimeKind.Utc).AddHours(number).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    // No two notices may look like the same text.
    private static string Word(int number) => new([.. Enumerable.Range(0, 12).Select(i => (char)('a' + ((number * 7) + (i * i)) % 26))]);
}

/// <summary>An open window, and everything that its console complained about.</summary>
internal sealed class Window(IBrowserContext context, IPage page, List<string> complaints) : IAsyncDisposable
{
    public IPage Page => page;

    public ILocator Box => page.GetByRole(AriaRole.Combobox, new() { Name = "Message to the bot" });

    public ILocator Cards => page.Locator(".card");

    public ILocator LastCard => Cards.Last;

    public static async Task<Window> OpenAsync(Chromium chromium, string address, int width = 1280)
    {
        var context = await chromium.OpenAsync(width);
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Dialog += (_, dialog) =>
        {
            complaints.Add($"A dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        // The bot may still be starting.
        for (var i = 0; ; i++)
        {
            try
            {
                await page.GotoAsync(address);
                return new(context, page, complaints);
            }
            catch (PlaywrightException) when (i < 100)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }
    }

    public async Task SayAsync(string line)
    {
        await Box.FillAsync(line);
        await Box.PressAsync("Escape");
        await Box.PressAsync("Enter");
    }

    /// <summary>A room of one's own, so that tests do not get into each other's way.</summary>
    public async Task AddRoomAsync(string name)
    {
        await page.GetByLabel("Add a room").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Connected", new() { Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>Nothing broke the page's policy and nothing failed; a server that is away may be said to be.</summary>
    public void IsClean(bool wasAway = false) =>
        Assert.DoesNotContain(complaints, complaint => !(wasAway && complaint.Contains("Failed to load resource: net::ERR_", StringComparison.Ordinal)));

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
