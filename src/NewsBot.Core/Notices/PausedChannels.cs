using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Notices;

/// <summary>Channels that were paused because nothing gets through to them. Those that a moderator paused need no notice.</summary>
internal sealed class PausedChannels : INoticeCheck
{
    private static readonly Phrase Paused = new("Nothing gets through to {0} any more, so it is paused and what it is owed waits: {1}");
    private static readonly Phrase Resume = new("Go on there");

    public Task<IReadOnlyList<Notice>> LookAsync(IReadOnlyList<Channel> channels, CancellationToken stop) => Task.FromResult<IReadOnlyList<Notice>>(
        [.. channels.Select(channel => channel is { PausedAt: { } at, PausedWhy: { } why } ? NoticeOf(channel.Ref, at, why) : null).OfType<Notice>()]);

    private static Notice NoticeOf(ChannelRef channel, DateTimeOffset at, string why) => new(
        $"paused:{channel}:{at.ToUnixTimeMilliseconds()}",
        [channel],
        language => new() { Body = Paused.In(language, channel, why), Buttons = [Button.Type(Resume.In(language), $"resume {channel}")] });
}
