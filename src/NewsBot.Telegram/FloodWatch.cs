using System.Globalization;
using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;

namespace NewsBot.Telegram;

/// <summary>
/// Tells a flood wait of one chat from one of the whole bot: Telegram's answer does not say, so three different chats that are told to wait with
/// nothing sent in between stand for all. That wait is noted, since it may last half a day and a restart must not forget it.
/// </summary>
internal sealed class FloodWatch(Pacer pacer, TelegramPaces paces, INotebook notes, TimeProvider clock)
{
    private const int ChatsThatMeanAll = 3;
    private const string Note = "hold";

    private readonly Lock _gate = new();
    private readonly Dictionary<long, DateTimeOffset> _told = [];

    /// <summary>Until when nothing may be sent to anybody; null when that is not so.</summary>
    public DateTimeOffset? HeldUntil
    {
        get
        {
            lock (_gate) return field > clock.GetUtcNow() ? field : null;
        }
        private set;
    }

    public async Task OpenAsync(CancellationToken stop)
    {
        if (DateTimeOffset.TryParse(await notes.ReadAsync(TelegramPlatform.PlatformName, Note, stop), CultureInfo.InvariantCulture, out var until))
            Hold(until);
    }

    public void Sent()
    {
        lock (_gate) _told.Clear();
    }

    public async Task ToldAsync(TelegramChat chat, TimeSpan wait, CancellationToken stop)
    {
        var until = clock.GetUtcNow() + wait;
        bool forAll;
        lock (_gate)
        {
            _told[chat.Id] = until;
            forAll = _told.Count >= ChatsThatMeanAll;
        }
        paces.Hold(pacer, chat, until);
        if (!forAll) return;
        Hold(until);
        await notes.WriteAsync(TelegramPlatform.PlatformName, Note, until.ToString("O", CultureInfo.InvariantCulture), stop);
    }

    private void Hold(DateTimeOffset until)
    {
        lock (_gate) HeldUntil = until;
        paces.HoldAll(pacer, until);
    }
}
