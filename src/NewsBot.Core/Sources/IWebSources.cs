namespace NewsBot.Core.Sources;

/// <summary>The feeds and pages that were added, in chat or by the settings file. None is ever deleted because it fails.</summary>
public interface IWebSources
{
    /// <summary>All that are not removed, by key.</summary>
    Task<IReadOnlyList<WebSourceState>> AllAsync(CancellationToken stop);

    Task<WebSourceState?> FindAsync(string key, CancellationToken stop);

    /// <summary>Adds one, due at once; its first reading posts nothing.</summary>
    /// <returns>The one that is kept: another of the same address when there was one already.</returns>
    Task<WebSource> AddAsync(WebSource source, CancellationToken stop);

    /// <summary>Keeps title, settings and pause of one that exists. A source that is resumed is due at once.</summary>
    Task SaveAsync(WebSource source, CancellationToken stop);

    /// <summary>Asks it no more; its articles stay.</summary>
    /// <returns>False when there was none.</returns>
    Task<bool> RemoveAsync(string key, CancellationToken stop);

    /// <summary>Takes over those of the settings file at start: they are added or changed, and those that the file named before and does not now are removed.</summary>
    Task ConfigureAsync(IReadOnlyList<WebSource> configured, CancellationToken stop);
}

/// <summary>A source and how it is doing.</summary>
/// <param name="LastAt">When it was last asked; null when it never was.</param>
/// <param name="NextAt">When it is asked next; null while paused.</param>
/// <param name="Trouble">Why the last asking failed, in a sentence; null when it did not.</param>
/// <param name="Articles">How many articles it has brought.</param>
public sealed record WebSourceState(WebSource Source, DateTimeOffset? LastAt, DateTimeOffset? NextAt, string? Trouble, DateTimeOffset? TroubleSince, int Articles);
