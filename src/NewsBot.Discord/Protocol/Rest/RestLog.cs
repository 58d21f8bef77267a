using Microsoft.Extensions.Logging;

namespace NewsBot.Discord.Protocol;

/// <summary>Names routes, never paths: paths hold tokens.</summary>
internal static partial class RestLog
{
    [LoggerMessage(1, LogLevel.Warning, "Discord limits {Route} ({Scope}); again in {Seconds} s.")]
    public static partial void Limited(this ILogger logger, string route, RateScope scope, double seconds);

    [LoggerMessage(2, LogLevel.Warning, "Discord did not answer {Route}: {Why}")]
    public static partial void NoAnswer(this ILogger logger, string route, string why);

    [LoggerMessage(3, LogLevel.Debug, "Discord refused {Route} with {Status}, code {Code}.")]
    public static partial void RefusedBy(this ILogger logger, string route, int status, int code);

    [LoggerMessage(4, LogLevel.Error, "Discord does not accept the token. Nothing more is sent; set Discord:Token to the token of the developer portal and start again.")]
    public static partial void WrongToken(this ILogger logger);

    [LoggerMessage(5, LogLevel.Error, "Discord refused too many requests in ten minutes; nothing is sent for {Seconds} s.")]
    public static partial void Silent(this ILogger logger, double seconds);
}
