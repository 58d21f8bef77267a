using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Benchmarks.Delivery;

/// <summary>Takes every post at once, so that what is left is the courier's own work.</summary>
internal sealed class InstantPlatform : IPlatform
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<int, TaskCompletionSource> _goals = [];
    private int _posts;

    /// <summary>Asked before so many were posted.</summary>
    public Task ReachedAsync(int posts) => Goal(posts).Task;

    public string Name => "bench";

    public CardLimits Limits => CardLimits.Roomy;

    public PlatformState State => PlatformState.Up;

    public bool ResendsDoubtful => false;

    public TimeSpan KeyMemoryOf(ChannelRef channel) => TimeSpan.Zero;

    public IReadOnlyList<PaceRule> PacesOf(ChannelRef channel, ChannelSettings settings) => [];

    public Task<SendOutcome> SendAsync(ChannelRef channel, Post post, CancellationToken stop)
    {
        if (_goals.TryGetValue(Interlocked.Increment(ref _posts), out var goal)) goal.TrySetResult();
        return Task.FromResult<SendOutcome>(new SendOutcome.Sent("1"));
    }

    public Task<SendOutcome> EditAsync(ChannelRef channel, string messageId, Post post, CancellationToken stop) => SendAsync(channel, post, stop);

    public Task<SendOutcome> WithdrawAsync(ChannelRef channel, string messageId, Post note, CancellationToken stop) => SendAsync(channel, note, stop);

    private TaskCompletionSource Goal(int posts) => _goals.GetOrAdd(posts, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
