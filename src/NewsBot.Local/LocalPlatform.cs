using System.Globalization;
using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Local;

/// <summary>
/// The platform that needs no token: its rooms are in our own book. A post is drawn and appended under its key, so a second attempt
/// at the same post adds nothing; whoever has the room open is woken and reads the book.
/// </summary>
internal sealed class LocalPlatform(IRoomBook book, LiveRooms live) : IPlatform
{
    /// <summary>The first half of every channel of this platform; the second is the room's name.</summary>
    public const string PlatformName = "local";

    public string Name => PlatformName;

    public CardLimits Limits => CardLimits.Roomy;

    public PlatformState State => PlatformState.Up;

    public TimeSpan KeyMemoryOf(ChannelRef channel) => TimeSpan.MaxValue;

    public bool ResendsDoubtful => true;

    public static ChannelRef Channel(string room) => new(PlatformName, room);

    public IReadOnlyList<PaceRule> PacesOf(ChannelRef channel, ChannelSettings settings) => [];

    public async Task<SendOutcome> SendAsync(ChannelRef channel, Post post, CancellationToken stop)
    {
        var text = LocalCards.Write(new RoomPost { Cards = [LocalCards.Draw(post.Card)] });
        var number = await book.AppendAsync(channel.Id, text, post.Key, stop);
        live.Tell(channel.Id, number);
        return new SendOutcome.Sent(number.ToString(CultureInfo.InvariantCulture));
    }
}
