using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Chat;
using NewsBot.Discord.Protocol;

namespace NewsBot.Discord;

/// <summary>
/// Sends posts of an announcement channel on to the servers that follow it. Discord allows ten an hour in a channel and does not document it, so we count;
/// a post above that stays in its own channel. What was counted is noted, since Discord goes on counting while we restart.
/// </summary>
internal sealed partial class Announcements(DiscordRest rest, INotebook notes, TimeProvider clock, ILogger<Announcements> log)
{
    private const int AnHour = 10;

    private readonly ConcurrentDictionary<Snowflake, Queue<DateTimeOffset>> _published = [];

    public async Task PublishAsync(Snowflake channel, Snowflake message, CancellationToken stop)
    {
        if (!await TakeAsync(channel, stop))
        {
            LogTooMany(channel);
            return;
        }
        // The post is there; that others do not get it must not make it a failure.
        if (await rest.CrosspostAsync(channel, message, TimeSpan.FromSeconds(5), stop) is Failed<Message>(var why)) LogNotPublished(channel, DiscordFailures.Why(why));
    }

    private async Task<bool> TakeAsync(Snowflake channel, CancellationToken stop)
    {
        if (!_published.TryGetValue(channel, out var times)) times = _published.GetOrAdd(channel, await NotedAsync(channel, stop));
        string note;
        lock (times)
        {
            var now = clock.GetUtcNow();
            while (times.TryPeek(out var first) && now - first >= TimeSpan.FromHours(1)) times.Dequeue();
            if (times.Count >= AnHour) return false;
            times.Enqueue(now);
            note = string.Join(' ', times.Select(time => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        }
        await notes.WriteAsync(DiscordPlatform.PlatformName, Note(channel), note, stop);
        return true;
    }

    private async Task<Queue<DateTimeOffset>> NotedAsync(Snowflake channel, CancellationToken stop) =>
        new((await notes.ReadAsync(DiscordPlatform.PlatformName, Note(channel), stop) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(time => DateTimeOffset.FromUnixTimeSeconds(long.Parse(time, CultureInfo.InvariantCulture))));

    private static string Note(Snowflake channel) => $"published {channel}";

    [LoggerMessage(Level = LogLevel.Information, Message = "Discord: channel {Channel} has published ten posts in an hour, which is the most; this one stays there.")]
    private partial void LogTooMany(Snowflake channel);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord: a post in channel {Channel} could not be published to its followers: {Why}")]
    private partial void LogNotPublished(Snowflake channel, string why);
}
