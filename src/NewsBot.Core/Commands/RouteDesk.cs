using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>What the route commands share.</summary>
internal sealed class RouteDesk(ISubscriptions subscriptions, IEnumerable<IPlaces> places)
{
    public IPlaces? PlacesOf(ChannelRef channel) => places.FirstOrDefault(known => known.Platform == channel.Platform);

    /// <summary>The channel whose routes the call is about: this one, or the one that this thread is part of when that has them.</summary>
    public async Task<Channel> RoutedAsync(Channel here, CancellationToken stop)
    {
        if (here.Settings.Routes is { Count: > 0 } || PlacesOf(here.Ref)?.WholeOf(here.Ref) is not { } whole) return here;
        return await subscriptions.FindAsync(whole, stop) is { Settings.Routes.Count: > 0 } routed ? routed : here;
    }

    public Task SaveAsync(Channel channel, IReadOnlyList<Route> routes, CancellationToken stop) =>
        subscriptions.SaveAsync(channel with { Settings = channel.Settings with { Routes = routes.Count > 0 ? routes : null } }, stop);
}
