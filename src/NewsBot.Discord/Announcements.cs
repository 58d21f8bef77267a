using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NewsBot.Discord.Protocol;

namespace NewsBot.Discord;

/// <summary>
/// Sends posts of an announcement channel on to the servers that follow it. Discord allows ten an hour in a channel and does not document it, so we count;
/// a post above that stays in its own channel.
/// </summary>
internal sealed partial class Announcements(DiscordRest rest, TimeProvider clock, ILogger<Announcements> log)
{
    private const int AnHour = 10;

    private readonly ConcurrentDictionary<Snowflake, Queue<DateTimeOffset>> _published = [];

    public async Task PublishAsync(Snowflake channel, Snowflake message, CancellationToken stop)
    {
        if (!Take(channel))
        {
            LogTooMany(channel);
            return;
        }
        // The post is there; that others do not get it must not make it a failure.
        if (await rest.CrosspostAsync(channel, message, TimeSpan.FromSeconds(5), stop) is Failed<Message>(var why)) LogNotPublished(channel, DiscordFailures.Why(why));
    }

    private bool Take(Snowflake channel)
    {
        var times = _published.GetOrAdd(channel, _ => new());
        lock (times)
        {
            var now = clock.GetUtcNow();
            while (times.TryPeek(out var first) && now - first >= TimeSpan.FromHours(1)) times.Dequeue();
            if (times.Count >= AnHour) return false;
            times.Enqueue(now);
            return true;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Discord: channel {Channel} has published ten posts in an hour, which is the most; this one stays there.")]
    private partial void LogTooMany(Snowflake channel);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord: a post in channel {Channel} could not be published to its followers: {Why}")]
    private partial void LogNotPublished(Snowflake channel, string why);
}
