using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Topics;

namespace NewsBot.Local;

/// <summary>
/// Makes the rooms of the settings on the very first start, before anything is read, so that the first articles already find their
/// followers. Later starts leave the rooms as people have arranged them.
/// </summary>
internal sealed partial class LocalOpening(
    IRoomBook book,
    ISubscriptions subscriptions,
    TopicBook topics,
    IOptions<LocalOptions> options,
    ILogger<LocalOpening> log) : IHostedService
{
    private const string Everything = "everything";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled || (await book.RoomsAsync(cancellationToken)).Count > 0) return;
        var known = (await topics.AllAsync(cancellationToken)).Select(topic => topic.Key).ToHashSet();
        // Subscriptions come first: killed in between, the next start finds no room and does all of it again.
        foreach (var room in options.Value.Rooms) await FollowAsync(room, known, cancellationToken);
        foreach (var room in options.Value.Rooms) await book.AddRoomAsync(room.Name, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task FollowAsync(RoomOptions room, HashSet<string> known, CancellationToken stop)
    {
        foreach (var unknown in room.Follows.Where(key => key != Everything && !known.Contains(key))) LogUnknownTopic(room.Name, unknown);
        await subscriptions.SaveAsync(new(LocalPlatform.Channel(room.Name))
        {
            FollowsEverything = room.Follows.Contains(Everything),
            Follows = [.. room.Follows.Where(known.Contains).Distinct().Order(StringComparer.Ordinal)],
        }, stop);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Local:Rooms has '{Room}' follow '{Topic}', but there is no such topic; it is left out.")]
    private partial void LogUnknownTopic(string room, string topic);
}
