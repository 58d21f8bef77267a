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
        var text = LocalCards.Write(new RoomPost { Cards = [LocalCards.Draw(post.Card)], Follows = await EarlierAsync(channel, post, stop) });
        var number = await book.AppendAsync(channel.Id, text, post.Key, stop);
        live.Tell(channel.Id, number);
        return new SendOutcome.Sent(number.ToString(CultureInfo.InvariantCulture));
    }

    public async Task<SendOutcome> EditAsync(ChannelRef channel, string messageId, Post post, CancellationToken stop)
    {
        var text = LocalCards.Write(new RoomPost { Cards = [LocalCards.Draw(post.Card)], Corrected = post.Correction, Follows = (await EntryAsync(channel, messageId, stop))?.Follows });
        if (!await book.ChangeAsync(channel.Id, NumberOf(messageId), text, stop)) return new SendOutcome.Never("The post is no longer in the room.");
        live.TellChange();
        return new SendOutcome.Sent(messageId);
    }

    // Nobody's answers hang on a post of a room, so it always goes and no note stays.
    public async Task<SendOutcome> WithdrawAsync(ChannelRef channel, string messageId, Post note, CancellationToken stop)
    {
        if (await book.RemoveAsync(channel.Id, NumberOf(messageId), stop)) live.TellChange();
        return new SendOutcome.Sent(messageId);
    }

    private async Task<FollowedPost?> EarlierAsync(ChannelRef channel, Post post, CancellationToken stop) =>
        post.Follows is { } earlier && await EntryAsync(channel, earlier, stop) is { Cards: [{ Title: { } title }, ..] } ? new(NumberOf(earlier), title) : null;

    private async Task<RoomPost?> EntryAsync(ChannelRef channel, string messageId, CancellationToken stop)
    {
        var number = NumberOf(messageId);
        return await book.BeforeAsync(channel.Id, number + 1, 1, stop) is [var entry] && entry.Number == number ? LocalCards.Read(entry.Text) : null;
    }

    private static long NumberOf(string messageId) => long.TryParse(messageId, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
