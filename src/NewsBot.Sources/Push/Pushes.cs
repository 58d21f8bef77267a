using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using NewsBot.Core.Sources;
using NewsBot.Sources.Web;

namespace NewsBot.Sources.Push;

/// <summary>Where polling and pushing meet: a poll sees which hub a feed names and what was not pushed, and hears how long the next one can wait.</summary>
internal sealed class Pushes(IHubSubscriptions hubs, PushBell bell, IOptions<PushOptions> options, TimeProvider clock)
{
    /// <summary>To be told after each good poll.</summary>
    /// <param name="seen">What the feed says of its hubs; null when its body was not read, so that what was known holds.</param>
    /// <param name="hasNews">True when it brought an article that was not known. The first reading of a feed does not count.</param>
    /// <returns>How long the next poll can wait at least; null for as long as the feed's own rhythm says.</returns>
    public async Task<TimeSpan?> AfterPollAsync(string source, HubHint? seen, bool hasNews, CancellationToken stop)
    {
        if (!options.Value.IsOn) return null;
        var current = (await hubs.OfAsync(source, stop)).FirstOrDefault(it => it.Standing is not HubStanding.Leaving);
        if (seen is not null && !IsFor(current, seen)) current = await TurnToAsync(source, current, seen, stop);
        if (current is null) return null;
        var now = clock.GetUtcNow();
        if (hasNews && HubPlan.IsReliable(current, now)) current = await hubs.ChangeAsync(current.Callback, HubPlan.Missed, stop);
        return current is not null && HubPlan.IsReliable(current, now) ? HubPlan.Net : null;
    }

    private static bool IsFor(HubSubscription? current, HubHint seen) => current is null ? seen.Hub is null : current.Hub == seen.Hub && current.Topic == seen.Topic;

    private async Task<HubSubscription?> TurnToAsync(string source, HubSubscription? from, HubHint to, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (from is not null) await hubs.ChangeAsync(from.Callback, it => HubPlan.Leaving(it, now), stop);
        var next = to.Hub is null ? null : new HubSubscription(Random(), source, to.Hub, to.Topic, Random()) { NextAt = now };
        if (next is not null) await hubs.AddAsync(next, stop);
        bell.Ring();
        return next;
    }

    /// <summary>256 bits: nobody guesses them.</summary>
    private static string Random() => RandomNumberGenerator.GetHexString(64, lowercase: true);
}

/// <summary>Which hub a feed names, and what it calls itself there.</summary>
/// <param name="Hub">Null when it names none that can be asked.</param>
internal sealed record HubHint(Uri? Hub, Uri Topic)
{
    /// <param name="address">Where the feed was found in the end.</param>
    /// <param name="self">What it calls itself, in a header or in the feed.</param>
    /// <param name="hubs">In the order of preference: headers come before the feed.</param>
    public static HubHint Of(Uri address, string? self, IEnumerable<string> hubs)
    {
        var topic = Uri.TryCreate(address, self?.Trim(), out var named) && AddressRules.Objection(named) is null ? named : address;
        return new(hubs.Select(hub => Uri.TryCreate(address, hub.Trim(), out var found) ? found : null).FirstOrDefault(hub => hub is not null && IsUsable(hub, address)), topic);
    }

    // The secret goes to the hub with the first asking: where the feed is safe from listeners, the hub must be too.
    private static bool IsUsable(Uri hub, Uri feed) => AddressRules.Objection(hub) is null && (hub.Scheme == Uri.UriSchemeHttps || feed.Scheme == Uri.UriSchemeHttp);
}
