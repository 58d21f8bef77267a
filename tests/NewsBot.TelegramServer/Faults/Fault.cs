using System.Text.Json.Nodes;

namespace NewsBot.BotApi;

/// <summary>Something that goes wrong with a call; give it to <see cref="FaultPlan"/>.</summary>
public abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>The connection breaks before the server did anything: nothing is sent.</summary>
    public static Fault DropBefore { get; } = new Dropped(IsAccepted: false);

    /// <summary>The server does what was asked (the message IS delivered), and then the connection breaks.</summary>
    public static Fault DropAfter { get; } = new Dropped(IsAccepted: true);

    /// <summary>The server takes the call, does nothing, and never answers.</summary>
    public static Fault Silence { get; } = new Hushed(IsAccepted: false);

    /// <summary>The server does what was asked and never answers.</summary>
    public static Fault SilenceAfter { get; } = new Hushed(IsAccepted: true);

    /// <summary>The server does what was asked; its answer is JSON that breaks off.</summary>
    public static Fault BrokenJson { get; } = new Garbled("""{"ok":true,"result":{"mess""");

    /// <summary>500 with the Bot API's own words, nothing done.</summary>
    public static Fault ServerError { get; } = new Refused(500, "Internal Server Error", null);

    /// <summary>502 with the HTML page of a proxy, nothing done.</summary>
    public static Fault BadGateway { get; } = new Foreign(502, "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center></body>\r\n</html>\r\n", IsAccepted: false);

    /// <summary>The server does what was asked, and a proxy answers 504 with an HTML page.</summary>
    public static Fault GatewayTimeoutAfter { get; } = new Foreign(504, "<html><head><title>504 Gateway Time-out</title></head><body></body></html>", IsAccepted: true);

    public static Fault Blocked { get; } = new Refused(403, "Forbidden: bot was blocked by the user", null);

    public static Fault Kicked { get; } = new Refused(403, "Forbidden: bot was kicked from the group chat", null);

    public static Fault Deactivated { get; } = new Refused(403, "Forbidden: user is deactivated", null);

    public static Fault CannotParse { get; } = new Refused(400, "Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 0", null);

    public static Fault ChatNotFound { get; } = new Refused(400, "Bad Request: chat not found", null);

    /// <summary>The server does what was asked at once, and answers this much later (in real time).</summary>
    public static Fault Slow(TimeSpan delay) => new Slowed(delay);

    /// <summary>429 with retry_after, for this call only. To keep a chat or a bot waiting use FloodWait on it.</summary>
    public static Fault TooManyRequests(int retryAfterSeconds) =>
        new Refused(429, $"Too Many Requests: retry after {retryAfterSeconds}", new() { ["retry_after"] = (long)retryAfterSeconds });

    /// <summary>Any refusal, in the words of the Bot API, such as (400, "Bad Request: TOPIC_CLOSED").</summary>
    public static Fault Refuse(int code, string description, JsonObject? parameters = null) => new Refused(code, description, parameters);

    internal sealed record Dropped(bool IsAccepted) : Fault;

    internal sealed record Hushed(bool IsAccepted) : Fault;

    internal sealed record Garbled(string Body) : Fault;

    internal sealed record Foreign(int Code, string Html, bool IsAccepted) : Fault;

    internal sealed record Refused(int Code, string Description, JsonObject? Parameters) : Fault;

    internal sealed record Slowed(TimeSpan Delay) : Fault;
}
