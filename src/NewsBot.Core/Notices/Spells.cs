using System.Globalization;
using NewsBot.Core.Chat;

namespace NewsBot.Core.Notices;

/// <summary>Remembers over restarts since when something has held without a break.</summary>
internal sealed class Spells(INotebook notes, TimeProvider clock)
{
    private const string Owner = "notices";

    /// <summary>Since when it has held; null when it does not hold now, and then it begins anew.</summary>
    public async Task<DateTimeOffset?> SinceAsync(string name, bool holds, CancellationToken stop)
    {
        var text = await notes.ReadAsync(Owner, name, stop);
        if (!holds)
        {
            if (text is not null) await notes.WriteAsync(Owner, name, null, stop);
            return null;
        }
        if (text is not null) return DateTimeOffset.FromUnixTimeSeconds(long.Parse(text, CultureInfo.InvariantCulture));
        var now = DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds());
        await notes.WriteAsync(Owner, name, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), stop);
        return now;
    }
}
