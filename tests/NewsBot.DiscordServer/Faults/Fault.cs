namespace NewsBot.DiscordApi;

/// <summary>What goes wrong with a call.</summary>
public abstract record Fault
{
    private Fault() { }

    /// <summary>The connection ends before anything happens.</summary>
    public static Fault CutBeforeAccept { get; } = new Cut(AfterAccept: false);

    /// <summary>Everything happens (the message exists), and the connection ends without an answer.</summary>
    public static Fault CutAfterAccept { get; } = new Cut(AfterAccept: true);

    /// <summary>Nothing happens and no answer ever comes.</summary>
    public static Fault NeverAnswer { get; } = new Silent(AfterAccept: false);

    /// <summary>Everything happens and no answer ever comes.</summary>
    public static Fault NeverAnswerAfterAccept { get; } = new Silent(AfterAccept: true);

    /// <summary>500 with Discord's body.</summary>
    public static Fault ServerError { get; } = Json(500, """{"message":"500: Internal Server Error","code":0}""");

    /// <summary>502 with the HTML page of a proxy.</summary>
    public static Fault BadGateway { get; } = new Answer(502, "text/html", "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center></body>\r\n</html>", null);

    /// <summary>The answer comes so much later, by the server's clock.</summary>
    public static Fault Slow(TimeSpan delay) => new Late(delay);

    /// <summary>An error of the API.</summary>
    public static Fault Error(ApiError error) => new Api(error);

    /// <summary>Any status with any JSON.</summary>
    public static Fault Json(int status, string body) => new Answer(status, "application/json", body, null);

    /// <summary>429 of the call's own bucket.</summary>
    public static Fault UserLimit(TimeSpan retryAfter) => new TooMany("user", retryAfter);

    /// <summary>429 over all routes.</summary>
    public static Fault GlobalLimit(TimeSpan retryAfter) => new TooMany("global", retryAfter);

    /// <summary>429 of a resource that others share; it does not count as an invalid request.</summary>
    public static Fault SharedLimit(TimeSpan retryAfter) => new TooMany("shared", retryAfter);

    /// <summary>429 of Cloudflare: no JSON, no X-RateLimit headers.</summary>
    public static Fault Cloudflare(TimeSpan retryAfter) => new Answer(429, "text/plain", "error code: 1015", retryAfter);

    internal sealed record Cut(bool AfterAccept) : Fault;

    internal sealed record Silent(bool AfterAccept) : Fault;

    internal sealed record Late(TimeSpan Delay) : Fault;

    internal sealed record Api(ApiError Is) : Fault;

    internal sealed record TooMany(string Scope, TimeSpan RetryAfter) : Fault;

    internal sealed record Answer(int Status, string Type, string Body, TimeSpan? RetryAfter) : Fault;
}
