using System.Collections.Concurrent;
using System.Globalization;
using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Telegram;

/// <summary>
/// Counts a channel's paid posts of a day (UTC). Telegram charges 0.1 Star for a message above the free 30 a second, and only for those that were sent.
/// </summary>
internal sealed class PaidBudget(INotebook notes, TimeProvider clock)
{
    private readonly ConcurrentDictionary<ChannelRef, (string Day, int Count)> _spent = [];

    /// <summary>As far as we know without asking the notebook.</summary>
    public bool HasLeft(ChannelRef channel, int perDay) =>
        perDay > 0 && (!_spent.TryGetValue(channel, out var spent) || spent.Day != Today || spent.Count < perDay);

    public async Task<bool> HasLeftAsync(ChannelRef channel, int perDay, CancellationToken stop)
    {
        if (perDay <= 0) return false;
        if (!_spent.ContainsKey(channel) && (await notes.ReadAsync(TelegramPlatform.PlatformName, Note(channel), stop))?.Split(' ') is [var day, var count])
            _spent[channel] = (day, int.Parse(count, CultureInfo.InvariantCulture));
        return HasLeft(channel, perDay);
    }

    public Task SpendAsync(ChannelRef channel, CancellationToken stop)
    {
        var (day, count) = _spent.AddOrUpdate(channel, (Today, 1), (_, spent) => spent.Day == Today ? (Today, spent.Count + 1) : (Today, 1));
        return notes.WriteAsync(TelegramPlatform.PlatformName, Note(channel), $"{day} {count}", stop);
    }

    private string Today => clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Note(ChannelRef channel) => $"paid {channel.Id}";
}
