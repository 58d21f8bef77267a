using Microsoft.Extensions.Logging;

namespace NewsBot.Discord.Protocol;

internal static partial class GatewayLog
{
    [LoggerMessage(20, LogLevel.Information, "Shard {Shard} is connected to Discord.")]
    public static partial void Connected(this ILogger logger, ShardId shard);

    [LoggerMessage(21, LogLevel.Information, "Shard {Shard} went on with its session.")]
    public static partial void WentOn(this ILogger logger, ShardId shard);

    [LoggerMessage(22, LogLevel.Information, "Shard {Shard} ended its connection ({Why}); next: {Next}.")]
    public static partial void Ended(this ILogger logger, ShardId shard, string why, AfterClose next);

    [LoggerMessage(23, LogLevel.Warning, "Shard {Shard} cannot connect: {Why}")]
    public static partial void CannotConnect(this ILogger logger, ShardId shard, string why);

    [LoggerMessage(24, LogLevel.Error, "Discord ended shard {Shard} for good: {Why}")]
    public static partial void Fatal(this ILogger logger, ShardId shard, string why);

    [LoggerMessage(25, LogLevel.Warning, "Shard {Shard} waits to identify: the safe share of today's {Safe} identifies is used up; again in {Minutes} minutes.")]
    public static partial void IdentifiesSpent(this ILogger logger, ShardId shard, int safe, double minutes);

    [LoggerMessage(26, LogLevel.Error, "An event of shard {Shard} could not be handled.")]
    public static partial void NotHandled(this ILogger logger, Exception problem, ShardId shard);

    [LoggerMessage(27, LogLevel.Warning, "Discord did not tell where its gateway is ({Why}); again in {Seconds} s.")]
    public static partial void NoGateway(this ILogger logger, string why, double seconds);

    [LoggerMessage(28, LogLevel.Debug, "Shard {Shard} skipped a message: {Why}.")]
    public static partial void Skipped(this ILogger logger, ShardId shard, string why);

    [LoggerMessage(29, LogLevel.Warning, "The session of shard {Shard} could not be stored; a restart may tell events twice.")]
    public static partial void NotStored(this ILogger logger, Exception problem, ShardId shard);
}
