namespace NewsBot.Discord.Protocol;

/// <summary>How the REST client behaves. The defaults are Discord's documented limits with a margin (topics/rate-limits).</summary>
internal sealed record RestSettings
{
    public required Secret Token { get; init; }

    /// <summary>With the version, ending in a slash.</summary>
    public Uri BaseUrl { get; init; } = new("https://discord.com/api/v10/");

    /// <summary>Discord asks for "DiscordBot (url, version)" and blocks other shapes.</summary>
    public string UserAgent { get; init; } = "DiscordBot (https://newsbot.invalid, 0.1.0)";

    /// <summary>Requests a second over all routes. Together with <see cref="GlobalBurst"/> no second holds more than the 50 that Discord allows.</summary>
    public int GlobalPerSecond { get; init; } = 49;

    /// <summary>How many requests may start at once after a quiet moment.</summary>
    public int GlobalBurst { get; init; } = 1;

    /// <summary>How long a call may wait for its turn in all; past it the caller gets <see cref="RateLimited"/> and decides.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>After this many 401, 403 and 429 within ten minutes nothing is sent until they are old. Discord bans an address at 10,000.</summary>
    public int InvalidRequestLimit { get; init; } = 1000;

    /// <summary>How long an answer may take once the request is under way.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(20);
}
