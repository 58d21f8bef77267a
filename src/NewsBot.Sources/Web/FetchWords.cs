using System.Net.Sockets;
using System.Security.Authentication;
using NewsBot.Core.Sources;

namespace NewsBot.Sources.Web;

/// <summary>Turns what went wrong into one sentence for people, without an address or a stack trace in it.</summary>
internal static class FetchWords
{
    public static readonly string TooSlow = TroubleWords.Kept(TroubleWords.TooSlow);
    public static readonly string TooSlowBody = TroubleWords.Kept(TroubleWords.TooSlowBody);
    public static readonly string TooLarge = TroubleWords.Kept(TroubleWords.TooLarge);
    public static readonly string Bomb = TroubleWords.Kept(TroubleWords.Bomb);
    public static readonly string PackedTwice = TroubleWords.Kept(TroubleWords.PackedTwice);
    public static readonly string CutShort = TroubleWords.Kept(TroubleWords.CutShort);
    public static readonly string NotHttp = TroubleWords.Kept(TroubleWords.NotHttp);
    public static readonly string Circle = TroubleWords.Kept(TroubleWords.Circle);
    public static readonly string TooFar = TroubleWords.Kept(TroubleWords.TooFar);
    public static readonly string Nowhere = TroubleWords.Kept(TroubleWords.Nowhere);
    public static readonly string LessSafe = TroubleWords.Kept(TroubleWords.LessSafe);

    public static string Refusal(int status) => TroubleWords.Kept(status switch
    {
        401 or 407 => TroubleWords.Password,
        403 => TroubleWords.NotLetIn,
        404 => TroubleWords.NothingThere,
        410 => TroubleWords.Gone,
        429 => TroubleWords.LessOften,
        >= 500 => TroubleWords.TheirProblem,
        _ => TroubleWords.OtherStatus,
    }, status);

    public static FetchResult Of(Exception problem)
    {
        for (var at = problem; at is not null; at = at.InnerException!)
            if (at is BlockedException) return new FetchResult.Blocked(at.Message);
            else if (Known(at) is { } why) return new FetchResult.Broken(why);
        return new FetchResult.Broken(CutShort);
    }

    private static string? Known(Exception problem) => problem switch
    {
        AuthenticationException => TroubleWords.Kept(TroubleWords.Certificate),
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } => TroubleWords.Kept(TroubleWords.NoSuchName),
        SocketException { SocketErrorCode: SocketError.TryAgain or SocketError.NoRecovery } => TroubleWords.Kept(TroubleWords.NoNameNow),
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => TroubleWords.Kept(TroubleWords.NoConnection),
        SocketException { SocketErrorCode: SocketError.TimedOut } => TooSlow,
        SocketException { SocketErrorCode: SocketError.NetworkUnreachable or SocketError.HostUnreachable } => TroubleWords.Kept(TroubleWords.NotReached),
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } or HttpIOException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }
            => TroubleWords.Kept(TroubleWords.LongHeaders),
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse }
            => NotHttp,
        InvalidDataException => TroubleWords.Kept(TroubleWords.PackedWrongly),
        OperationCanceledException => TooSlow,
        _ => null,
    };
}
