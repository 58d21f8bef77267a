using System.Net.Sockets;
using System.Security.Authentication;

namespace NewsBot.Sources.Web;

/// <summary>Turns what went wrong into one sentence for people, without an address or a stack trace in it.</summary>
internal static class FetchWords
{
    public const string TooSlow = "The site took too long to answer; it is tried again later.";
    public const string TooSlowBody = "The site sends too slowly to wait for it; it is tried again later.";
    public const string TooLarge = "What the site sends is too large to read.";
    public const string Bomb = "What the site sends unpacks to far more than it should, so it was not read.";
    public const string PackedTwice = "What the site sends is compressed twice or in an unknown way, so it cannot be read.";
    public const string CutShort = "The site stopped in the middle of its answer; it is tried again later.";
    public const string NotHttp = "The site's answer is not valid HTTP.";
    public const string Circle = "The address redirects in a circle; open it in a browser and give the address where it ends.";
    public const string TooFar = "The address redirects too many times; open it in a browser and give the address where it ends.";
    public const string Nowhere = "The site redirects without a usable address.";
    public const string LessSafe = "The address redirects from https to plain http, which is not followed.";

    public static string Refusal(int status) => status switch
    {
        401 or 407 => $"The site asks for a password (status {status}).",
        403 => "The site does not let the bot in (status 403).",
        404 => "There is nothing at that address (status 404).",
        410 => "The site says that this is gone for good (status 410).",
        429 => "The site asks the bot to come less often (status 429).",
        >= 500 => $"The site has a problem of its own (status {status}).",
        _ => $"The site answered with status {status} instead of what was asked for.",
    };

    public static FetchResult Of(Exception problem)
    {
        for (var at = problem; at is not null; at = at.InnerException!)
            if (at is BlockedException) return new FetchResult.Blocked(at.Message);
            else if (Known(at) is { } why) return new FetchResult.Broken(why);
        return new FetchResult.Broken(CutShort);
    }

    private static string? Known(Exception problem) => problem switch
    {
        AuthenticationException => "The site's certificate is not valid, so the connection is not safe.",
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } => "There is no site by that name; look at how it is spelled.",
        SocketException { SocketErrorCode: SocketError.TryAgain or SocketError.NoRecovery } => "The site's name cannot be looked up at the moment.",
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => "The site refuses the connection.",
        SocketException { SocketErrorCode: SocketError.TimedOut } => TooSlow,
        SocketException { SocketErrorCode: SocketError.NetworkUnreachable or SocketError.HostUnreachable } => "The site cannot be reached from here.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } or HttpIOException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }
            => "The site's headers are too large to read.",
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse }
            => NotHttp,
        InvalidDataException => "What the site sends is compressed wrongly, so it cannot be read.",
        OperationCanceledException => TooSlow,
        _ => null,
    };
}
