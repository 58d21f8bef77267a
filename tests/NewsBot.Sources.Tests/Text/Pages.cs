using NewsBot.Core.Articles;
using NewsBot.Sources.Text;

namespace NewsBot.Sources.Tests.Text;

/// <summary>Short ways to read a page in a test.</summary>
internal static class Pages
{
    public static readonly DateTimeOffset FileTime = new(2025, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly PageReader Reader = In(TimeZoneInfo.Utc);

    public static PageReader In(TimeZoneInfo zone) => new(new(zone, new LanguageGuesser()));

    public static ArticleContent Read(string text) => Reader.Read(text, FileTime).Content ?? throw new InvalidOperationException("No article in it.");

    public static string Fixture(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "fixtures", "text", name));
}
