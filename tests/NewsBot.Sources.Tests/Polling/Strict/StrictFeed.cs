using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace NewsBot.Sources.Tests.Polling.Strict;

/// <summary>One feed of a strict host: how it changes, what it says of itself, and what it holds against a reader.</summary>
internal sealed record StrictFeed
{
    public const int MostConnections = 2;

    /// <summary>No reader may ask more often, whatever the feed says.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(5);

    public required string Path { get; init; }

    public required DateTimeOffset Began { get; init; }

    /// <summary>A new article comes so often.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromHours(7);

    public bool HasTag { get; init; } = true;

    public bool HasDate { get; init; } = true;

    public TimeSpan? MaxAge { get; init; }

    public int? TtlMinutes { get; init; }

    public int[] SkipHours { get; init; } = [];

    /// <summary>What else than 200 it answers, by the number of the request and the time since it began.</summary>
    public Func<int, TimeSpan, StrictAnswer?> Trouble { get; init; } = (_, _) => null;

    private readonly Lock _gate = new();
    private string? _tag;
    private string? _modified;
    private DateTimeOffset? _last;
    private DateTimeOffset _notBefore;
    private bool _isGone;
    private int _asked;

    public int Asked => _asked;

    /// <summary>What is wrong with a request; nothing for a polite one.</summary>
    public IReadOnlyList<string> Judge(HttpRequest request, DateTimeOffset now)
    {
        lock (_gate)
        {
            var findings = new List<string>();
            var (tag, modified) = (request.Headers.IfNoneMatch.ToString(), request.Headers.IfModifiedSince.ToString());
            if (tag != (_tag ?? "")) findings.Add(tag.Length == 0 ? "asked without the ETag that was given" : $"bogus ETag {tag}, {_tag} was given");
            if (modified != (_modified ?? "")) findings.Add(modified.Length == 0 ? "asked without the date that was given" : $"bogus date {modified}, {_modified} was given");
            if (_last is { } last && now - last < Least) findings.Add($"asked again after {now - last}");
            if (now < _notBefore) findings.Add($"asked {_notBefore - now} before it was allowed to");
            if (SkipHours.Contains(now.UtcDateTime.Hour) && _last is not null) findings.Add("asked in an hour that is to be skipped");
            if (_isGone) findings.Add("asked after 410");
            if (!request.Headers.UserAgent.ToString().StartsWith("NewsBot/", StringComparison.Ordinal) || !request.Headers.UserAgent.ToString().Contains("(+https://newsroom.example/bot)", StringComparison.Ordinal))
                findings.Add($"the User-Agent is {request.Headers.UserAgent}");
            if (request.Headers.Cookie.Count + request.Headers.Referer.Count + request.Headers.Authorization.Count > 0) findings.Add("headers that nobody asked for");
            if (!request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.Ordinal)) findings.Add("takes no packed answers");
            _last = now;
            _asked++;
            return findings;
        }
    }

    public async Task AnswerAsync(HttpContext context, DateTimeOffset now, Func<string, Uri> address)
    {
        var response = context.Response;
        if (Trouble(_asked, now - Began) is { } trouble)
        {
            response.StatusCode = trouble.Status;
            if (trouble.MovedTo is { } path) response.Headers.Location = address(path).AbsoluteUri;
            if (trouble.RetryAfter is { } wait)
            {
                response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                lock (_gate) _notBefore = now + wait;
            }
            if (trouble.Status == 410) _isGone = true;
            return;
        }
        var newest = (int)((now - Began) / Every);
        var (tag, modified) = (HasTag ? $"W/\"{Path}-{newest}!\"" : null, HasDate ? (Began + (Every * newest)).ToString("r", CultureInfo.InvariantCulture) : null);
        var isSame = (tag is not null || modified is not null) && context.Request.Headers.IfNoneMatch == (tag ?? "") && context.Request.Headers.IfModifiedSince == (modified ?? "");
        if (MaxAge is { } age) response.Headers.CacheControl = $"public, max-age={(int)age.TotalSeconds}";
        if (tag is not null) response.Headers.ETag = tag;
        if (modified is not null) response.Headers.LastModified = modified;
        lock (_gate)
        {
            (_tag, _modified) = (tag, modified);
            _notBefore = now + Longest(MaxAge ?? TimeSpan.Zero, TimeSpan.FromMinutes(TtlMinutes ?? 0));
        }
        if (isSame) response.StatusCode = StatusCodes.Status304NotModified;
        else await response.WriteAsync(Body(newest), context.RequestAborted);
    }

    private string Body(int newest) => $"""
        <rss version="2.0"><channel><title>{Path}</title><link>https://news.example/</link>
        {(TtlMinutes is { } ttl ? $"<ttl>{ttl}</ttl>" : "")}{(SkipHours.Length > 0 ? $"<skipHours>{string.Concat(SkipHours.Select(hour => $"<hour>{hour}</hour>"))}</skipHours>" : "")}
        {string.Concat(Enumerable.Range(0, 12).Select(back => Item(100 + newest - back)))}
        </channel></rss>
        """;

    private string Item(int number) => $"""
        <item><title>Article {number} of {Path}</title><link>https://news.example/{Path}/{number}</link><guid>{Path}-{number}</guid>
        <pubDate>{(Began + (Every * (number - 100))).ToString("r", CultureInfo.InvariantCulture)}</pubDate><description>What article {number} says.</description></item>
        """;

    private static TimeSpan Longest(TimeSpan one, TimeSpan other) => one > other ? one : other;
}

internal sealed record StrictAnswer(int Status, TimeSpan? RetryAfter = null, string? MovedTo = null);
