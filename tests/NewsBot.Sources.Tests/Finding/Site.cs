using NewsBot.Core.Sources;
using NewsBot.Sources.Finding;
using NewsBot.Sources.Tests.Web;
using NewsBot.Sources.Text;

namespace NewsBot.Sources.Tests.Finding;

/// <summary>A site over a real socket, and a finder that looks at it as the bot does.</summary>
internal sealed class Site : IAsyncDisposable
{
    public const string Validator = "ETag: \"a1\"\r\n";

    private readonly Outing _outing;
    private readonly Dictionary<string, Func<string>> _answers = [];

    public Site(bool isAllowed = true)
    {
        _outing = new(allowLoopback: isAllowed);
        Server = RawServer.ByPath(path => _answers.TryGetValue(path, out var answer) ? answer() : "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        Finder = new(_outing.Fetcher, new(_outing.Fetcher, new LanguageGuesser(), _outing.Clock), _outing.Clock);
    }

    public RawServer Server { get; }

    public SourceFinder Finder { get; }

    public DateTimeOffset Now => _outing.Clock.GetUtcNow();

    /// <summary>Paths that were asked for, in order.</summary>
    public IEnumerable<string> Asked => Server.Asked.Select(request => request.Split(' ')[1]);

    public static string Rss(string items, string title = "The Harbour Gazette", string more = "") =>
        $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>{title}</title><link>https://gazette.example/</link><language>en-GB</language>{more}{items}</channel></rss>";

    public static string Item(int number, string? date = null, string? guid = null, string? link = null, string? text = null) =>
        $"<item><title>Harbour story {number}</title><link>{link ?? $"https://gazette.example/{number}"}</link><guid isPermaLink=\"false\">{guid ?? $"g{number}"}</guid>"
        + $"<pubDate>{date ?? $"{20 - number:00} Nov 2026 0{number % 10}:15:00 GMT"}</pubDate><description>{text ?? string.Concat(Enumerable.Repeat("The ferry to the island sails again after the storm. ", 12))}</description></item>";

    public Site With(string path, string body, string headers = "Content-Type: text/html\r\n") => Answering(path, RawServer.Ok(body, headers));

    public Site WithFeed(string path, string? body = null, string headers = $"Content-Type: application/rss+xml\r\n{Validator}") =>
        Answering(path, RawServer.Ok(body ?? Rss(Item(1) + Item(2) + Item(3)), headers));

    public Site Answering(string path, params string[] answers)
    {
        var at = -1;
        _answers[path] = () => answers[Math.Min(++at, answers.Length - 1)];
        return this;
    }

    public async Task<SourcePreview> FoundAsync(string path = "/") => Assert.IsType<FindOutcome.Source>(await FindAsync(Server.Address(path).AbsoluteUri)).Preview;

    public async Task<Remark> NothingAsync(string path = "/") => await NothingTypedAsync(Server.Address(path).AbsoluteUri);

    public async Task<Remark> NothingTypedAsync(string typed) => Assert.IsType<FindOutcome.Nothing>(await FindAsync(typed)).Why;

    /// <summary>Looks, while the clock runs ten times as fast as people's.</summary>
    public async Task<FindOutcome> FindAsync(string typed)
    {
        var finding = Finder.FindAsync(typed, TestContext.Current.CancellationToken);
        while (await Task.WhenAny(finding, Task.Delay(100, TestContext.Current.CancellationToken)) != finding) _outing.Clock.Advance(TimeSpan.FromSeconds(1));
        return await finding;
    }

    public async ValueTask DisposeAsync()
    {
        _outing.Dispose();
        await Server.DisposeAsync();
    }
}
