using System.Collections.Concurrent;

namespace NewsBot.Core.Sources;

/// <summary>How each source is doing, for `status`, `source list` and the readiness check; and the way to ask for a reading now.</summary>
public sealed class SourceStates
{
    private readonly ConcurrentDictionary<string, SourceState> _states = [];
    private TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SourceState? Find(string source) => _states.GetValueOrDefault(source);

    /// <summary>True once every one of them was looked at, whether or not it could be read.</summary>
    public bool HaveSeen(IEnumerable<IArticleSource> sources) => sources.All(source => Find(source.Key) is not null);

    public void Succeeded(IArticleSource source, StoreReport report, DateTimeOffset at) =>
        _states.AddOrUpdate(source.Key, _ => new(at, null, report.New), (_, old) => new(at, null, old.Articles + report.New));

    public void Failed(IArticleSource source, string why, DateTimeOffset at) =>
        _states.AddOrUpdate(source.Key, _ => new(null, why, 0), (_, old) => old with { Failure = why });

    /// <summary>Has every source read again now.</summary>
    public void Ask() => Interlocked.Exchange(ref _asked, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    public Task AskedAsync(IArticleSource source, CancellationToken stop) => _asked.Task.WaitAsync(stop);
}

/// <param name="ReadAt">When it was last read to the end; null when it never was since the start.</param>
/// <param name="Failure">One sentence while it cannot be read.</param>
/// <param name="Articles">New articles since the start.</param>
public sealed record SourceState(DateTimeOffset? ReadAt, string? Failure, int Articles);
