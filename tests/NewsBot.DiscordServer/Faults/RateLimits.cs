using System.Collections.Concurrent;

namespace NewsBot.DiscordApi;

/// <summary>So many calls per window, counted from the window's first call.</summary>
public sealed record RateLimit(int Count, TimeSpan Window);

/// <summary>Settings of the buckets, which may be changed while the server runs.</summary>
public sealed class RateLimits
{
    private readonly ConcurrentDictionary<string, RateLimit> _routes = new()
    {
        ["POST channels/{channel}/messages"] = new(5, TimeSpan.FromSeconds(5)),
        ["PATCH channels/{channel}/messages/{message}"] = new(5, TimeSpan.FromSeconds(5)),
        ["DELETE channels/{channel}/messages/{message}"] = new(5, TimeSpan.FromSeconds(1)),
        ["POST channels/{channel}/messages/{message}/crosspost"] = new(10, TimeSpan.FromHours(1)),
        ["POST webhooks/{application}/{token}"] = new(5, TimeSpan.FromSeconds(2)),
        ["PATCH webhooks/{application}/{token}/messages/{message}"] = new(5, TimeSpan.FromSeconds(2)),
        ["GET gateway/bot"] = new(2, TimeSpan.FromSeconds(5)),
    };

    /// <summary>False: no call is ever refused for its number, and no header says how many are left.</summary>
    public bool IsOn { get; set; } = true;

    /// <summary>Calls per second of one bot; answers to interactions are not counted.</summary>
    public int GlobalPerSecond { get; set; } = 50;

    /// <summary>For routes without a limit of their own.</summary>
    public RateLimit Others { get; set; } = new(50, TimeSpan.FromSeconds(1));

    /// <summary>Gives a route another limit, such as <c>Set("POST channels/{channel}/messages", 1, 5 s)</c>.</summary>
    public void Set(string route, int count, TimeSpan window) => _routes[route] = new(count, window);

    internal RateLimit Of(string route) => _routes.GetValueOrDefault(route, Others);
}

/// <summary>What one call found: the headers to tell, and whether it is refused.</summary>
internal sealed record Toll(string Bucket, RateLimit Limit, int Remaining, DateTimeOffset Reset, TimeSpan ResetAfter, string? RefusedBy)
{
    public bool IsRefused => RefusedBy is not null;
}

/// <summary>Counts calls. Call with the world's gate held.</summary>
internal sealed class Buckets(RateLimits limits, TimeProvider clock)
{
    private readonly Dictionary<(ulong Bot, string Route, string Resource), (int Used, DateTimeOffset Reset)> _buckets = [];
    private readonly Dictionary<ulong, (int Used, DateTimeOffset Reset)> _global = [];

    public Toll? Pay(ulong bot, Route route, IReadOnlyDictionary<string, string> path)
    {
        if (!limits.IsOn || route.Template.StartsWith("interactions/", StringComparison.Ordinal)) return null;
        var now = clock.GetUtcNow();
        var limit = limits.Of(route.Name);
        var resource = string.Join('/', path.Where(it => it.Key is "channel" or "guild" or "token").Select(it => it.Value));
        var key = (bot, route.Name, resource);
        var here = Open(_buckets.GetValueOrDefault(key), now, limit.Window);
        var everywhere = Open(_global.GetValueOrDefault(bot), now, TimeSpan.FromSeconds(1));
        Toll Told(int used, DateTimeOffset reset, string? refused) => new(Name(route), limit, Math.Max(0, limit.Count - used), reset, reset - now, refused);
        if (route.NeedsBot && everywhere.Used >= limits.GlobalPerSecond) return Told(here.Used, everywhere.Reset, "global");
        if (here.Used >= limit.Count) return Told(here.Used, here.Reset, "user");
        if (route.NeedsBot) _global[bot] = (everywhere.Used + 1, everywhere.Reset);
        _buckets[key] = (here.Used + 1, here.Reset);
        return Told(here.Used + 1, here.Reset, null);
    }

    /// <summary>Bucket names look random, and say nothing about the resource.</summary>
    public static string Name(Route route) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(route.Name)))[..32];

    private static (int Used, DateTimeOffset Reset) Open((int Used, DateTimeOffset Reset) window, DateTimeOffset now, TimeSpan length) => now < window.Reset ? window : (0, now + length);
}

/// <summary>401, 403 and 429 answers of the last 10 minutes; Discord bans an address at 10,000.</summary>
internal sealed class InvalidRequests(TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private readonly Queue<DateTimeOffset> _times = [];
    private readonly Lock _gate = new();

    public int Count
    {
        get
        {
            lock (_gate)
            {
                while (_times.TryPeek(out var first) && clock.GetUtcNow() - first >= Window) _times.Dequeue();
                return _times.Count;
            }
        }
    }

    public void Add()
    {
        lock (_gate) _times.Enqueue(clock.GetUtcNow());
    }
}
