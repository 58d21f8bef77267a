using System.Collections.Concurrent;

namespace NewsBot.Sources.Web;

/// <summary>Asks a site's robots.txt before a page of it is read; feeds are published to be read by programs and are not asked for.</summary>
internal sealed class Robots(Fetcher fetcher, TimeProvider clock)
{
    private const int MostSites = 2_000;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    // A site that could not be asked is asked again sooner.
    private static readonly TimeSpan KeptUnreachable = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Site> _sites = [];

    /// <summary>Whether we may read the page. A site whose robots.txt cannot be had (5xx, no connection) is left alone; one that has none (4xx) is open.</summary>
    public async Task<bool> AllowsAsync(Uri page, CancellationToken stop)
    {
        var site = page.GetLeftPart(UriPartial.Authority);
        var now = clock.GetUtcNow();
        if (_sites.TryGetValue(site, out var kept) && kept.Until > now) return kept.Rules.Allows(page);
        var (rules, reached) = await AskAsync(new(site + "/robots.txt"), stop);
        if (_sites.Count >= MostSites) Tidy(now);
        _sites[site] = new(rules, now + (reached ? Kept : KeptUnreachable));
        return rules.Allows(page);
    }

    private async Task<(RobotsRules Rules, bool Reached)> AskAsync(Uri address, CancellationToken stop)
    {
        using var result = await fetcher.FetchAsync(new(address) { Accept = "text/plain, */*;q=0.5", Bytes = RobotsRules.MostBytes, CutAtLimit = true }, stop);
        return result switch
        {
            FetchResult.Fetched fetched => (RobotsRules.Parse(fetched.Body.Memory.Span, UserAgent.Product), true),
            // 429 is no invitation, though RFC 9309 counts it among the 4xx.
            FetchResult.Refused { Status: >= 400 and < 500 and not 429 } => (RobotsRules.AllowAll, true),
            _ => (RobotsRules.DisallowAll, false),
        };
    }

    private void Tidy(DateTimeOffset now)
    {
        foreach (var (site, kept) in _sites)
            if (kept.Until <= now) _sites.TryRemove(site, out _);
        if (_sites.Count >= MostSites) _sites.Clear();
    }

    private sealed record Site(RobotsRules Rules, DateTimeOffset Until);
}
