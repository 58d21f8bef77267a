namespace NewsBot.Core.Sources;

/// <summary>What hubs were asked to push to us (WebSub), and how that stands. Kept over restarts, since a hub goes on pushing.</summary>
public interface IHubSubscriptions
{
    Task AddAsync(HubSubscription subscription, CancellationToken stop);

    Task<HubSubscription?> FindAsync(string callback, CancellationToken stop);

    /// <summary>All of one source: the one in force, and those that are being given up.</summary>
    Task<IReadOnlyList<HubSubscription>> OfAsync(string source, CancellationToken stop);

    Task<IReadOnlyList<HubSubscription>> AllAsync(CancellationToken stop);

    /// <summary>Those whose time has come, longest overdue first.</summary>
    Task<IReadOnlyList<HubSubscription>> DueAsync(DateTimeOffset now, int most, CancellationToken stop);

    /// <summary>Changes one with nobody else in between; a change to null forgets it, a change to itself does nothing.</summary>
    /// <returns>What it is now; null when it is not there (any more).</returns>
    Task<HubSubscription?> ChangeAsync(string callback, Func<HubSubscription, HubSubscription?> change, CancellationToken stop);
}

/// <summary>One feed at one hub.</summary>
/// <param name="Callback">The last part of the address that the hub calls; nobody else can guess it.</param>
/// <param name="Source">Key of the source that it brings news of.</param>
/// <param name="Topic">What the feed calls itself (rel=self).</param>
/// <param name="Secret">What the hub signs with.</param>
public sealed record HubSubscription(string Callback, string Source, Uri Hub, Uri Topic, string Secret)
{
    public HubStanding Standing { get; init; }

    /// <summary>True while the hub was asked and has not come to ask us back.</summary>
    public bool IsPending { get; init; }

    /// <summary>When the hub is to be asked (again).</summary>
    public DateTimeOffset NextAt { get; init; }

    /// <summary>Until when the hub said it would push.</summary>
    public DateTimeOffset? LeaseEndsAt { get; init; }

    /// <summary>The whole address that the hub was told, so that another public address is noticed.</summary>
    public string? Told { get; init; }

    /// <summary>How often the hub was asked since it last confirmed.</summary>
    public int Attempts { get; init; }

    /// <summary>Why it does not work, in a sentence.</summary>
    public string? Trouble { get; init; }

    /// <summary>When it last brought something.</summary>
    public DateTimeOffset? PushedAt { get; init; }

    /// <summary>How often a poll has found news that were not pushed, since the last push.</summary>
    public int Missed { get; init; }
}

public enum HubStanding
{
    /// <summary>The hub has not confirmed yet.</summary>
    Asked,

    Active,

    /// <summary>The hub will not.</summary>
    Denied,

    /// <summary>We want it no more.</summary>
    Leaving,
}
