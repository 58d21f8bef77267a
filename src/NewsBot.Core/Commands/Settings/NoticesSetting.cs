using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands.Settings;

/// <summary>settings notices: where people hear that a source fails, a channel is paused or a topic finds nothing.</summary>
internal sealed class NoticesSetting(IEnumerable<IPlaces> places, ISubscriptions subscriptions) : ISetting
{
    private static readonly Phrase Title = new("What needs mending is told in (notices)");

    public string Name => "notices";

    public Phrase Wanted { get; } = new(
        "Notices go to here, to another place of this chat or server, or are off. The place must not be a channel that follows news: type settings notices here where moderators talk.");

    public IReadOnlyList<string> Values { get; } = ["here", "off"];

    public ChannelSettings? Change(Call call, string value) =>
        OnOff.IsOff(value) ? call.Channel.Settings with { Notices = null, NoticesAreAll = false } : null;

    public async Task<ChannelSettings?> ChangeAsync(Call call, string value, CancellationToken stop)
    {
        if (Change(call, value) is { } off) return off;
        var here = call.Channel.Ref;
        var known = places.FirstOrDefault(known => known.Platform == here.Platform);
        var place = value.Equals("here", StringComparison.OrdinalIgnoreCase) ? here : known is null ? null : await known.FindAsync(here, value, stop);
        if (place is not { } found || await subscriptions.FindAsync(found, stop) is not { } channel) return null;
        if ((channel.FollowsEverything || channel.Follows.Count > 0) && known?.IsPrivate(found) != true) return null;
        return call.Channel.Settings with { Notices = found.ToString(), NoticesAreAll = call.Caller.IsNewsroom };
    }

    public Field? Field(ChannelSettings settings) => settings.Notices is { } place ? new(Title.In(settings.Language), ChannelRef.Parse(place).Id) : null;
}
