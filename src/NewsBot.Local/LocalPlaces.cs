using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Local;

/// <summary>Rooms stand side by side: each is a place for the others.</summary>
internal sealed class LocalPlaces(IRoomBook rooms) : IPlaces
{
    public string Platform => LocalPlatform.PlatformName;

    public bool IsPrivate(ChannelRef channel) => false;

    public ChannelRef? WholeOf(ChannelRef place) => null;

    public async Task<ChannelRef?> FindAsync(ChannelRef near, string typed, CancellationToken stop) =>
        RoomName.From(typed.TrimStart('#')) is var name && (await rooms.RoomsAsync(stop)).Contains(name) ? LocalPlatform.Channel(name) : null;
}
