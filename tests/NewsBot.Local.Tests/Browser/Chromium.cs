using Microsoft.Playwright;

namespace NewsBot.Local.Tests.Browser;

/// <summary>Debian's Chromium. Where it is missing the tests are skipped with a sentence, and fail where CI=true.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string? Program = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task<IBrowserContext> OpenAsync(int width = 1280, ColorScheme colours = ColorScheme.Light)
    {
        if (Program is null)
        {
            const string Sentence = "The page is tested in a real browser, and Chromium is not installed: sudo apt-get install chromium.";
            if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(Sentence);
            Assert.Skip(Sentence);
        }
        // Patience, not speed, is tested here: a busy machine may take its time.
        Assertions.SetDefaultExpectTimeout(30_000);
        _playwright ??= await Playwright.CreateAsync();
        _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
        var context = await _browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 844 }, ColorScheme = colours });
        // Patience, not pace: a busy machine is no failure.
        context.SetDefaultTimeout(60_000);
        Assertions.SetDefaultExpectTimeout(60_000);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
