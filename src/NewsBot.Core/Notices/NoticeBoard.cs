using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Notices;

/// <summary>
/// A notice is a debt whose subject is the notice's key, so the store itself remembers who was told. Its places are those that the channels it concerns
/// have chosen; else those of the newsroom; else the private chats among the channels; else the log.
/// </summary>
internal sealed partial class NoticeBoard(IBundles debts, IEnumerable<IPlaces> places, DeliveryBell bell, ILogger<NoticeBoard> log) : INoticeBoard
{
    private readonly Dictionary<string, IPlaces> _places = places.ToDictionary(known => known.Platform);
    private readonly ConcurrentDictionary<string, bool> _logged = [];

    public async Task TellAsync(Notice notice, IReadOnlyList<Channel> channels, CancellationToken stop)
    {
        var told = PlacesFor(notice, channels);
        foreach (var place in told)
            if (await debts.OweNoticeAsync($"notice:{notice.Key}", place.Ref, notice.Draw(place.Settings.Language), stop)) bell.Ring();
        if (told.Count == 0 && _logged.TryAdd(notice.Key, true)) LogNotice(notice.Draw(Language.English).Body.ToString());
    }

    private List<Channel> PlacesFor(Notice notice, IReadOnlyList<Channel> channels)
    {
        var known = channels.ToDictionary(channel => channel.Ref);
        var concerned = notice.Concerns.Distinct().Select(channel => known.GetValueOrDefault(channel) ?? new Channel(channel)).ToArray();
        var chosen = Fit(concerned.Select(channel => channel.Settings.Notices), known);
        if (chosen.Count > 0) return chosen;
        var newsroom = Fit(channels.Where(channel => channel.Settings.NoticesAreAll).Select(channel => channel.Settings.Notices), known);
        return newsroom.Count > 0 ? newsroom : [.. concerned.Where(channel => channel.PausedAt is null && IsPrivate(channel.Ref))];
    }

    private List<Channel> Fit(IEnumerable<string?> named, Dictionary<ChannelRef, Channel> known) =>
        [.. named.OfType<string>().Distinct().Select(ChannelRef.Parse).Select(place => known.GetValueOrDefault(place) ?? new Channel(place)).Where(IsFit)];

    // A place that has begun to follow has become a news channel.
    private bool IsFit(Channel place) => place.PausedAt is null && (IsPrivate(place.Ref) || (!place.FollowsEverything && place.Follows.Count == 0));

    private bool IsPrivate(ChannelRef channel) => _places.GetValueOrDefault(channel.Platform)?.IsPrivate(channel) == true;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody chose where to hear of this (settings notices here): {What}")]
    private partial void LogNotice(string what);
}
