using System.Security.Cryptography;

namespace NewsBot.DiscordApi;

/// <summary>
/// Everything that exists, behind one gate: whoever reads or changes it holds the gate, so each call sees a whole world.
/// Whoever waits for something looks again after every change.
/// </summary>
internal sealed class World(DiscordServerOptions options)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DiscordServerOptions Options { get; } = options;

    public TimeProvider Clock { get; } = options.Clock;

    public DateTimeOffset Now => Clock.GetUtcNow();

    public Snowflakes Ids { get; } = new(options.Clock);

    public Uri Address { get; set; } = new("http://127.0.0.1");

    public Dictionary<ulong, Person> People { get; } = [];

    public Dictionary<ulong, Guild> Guilds { get; } = [];

    public Dictionary<ulong, Channel> Channels { get; } = [];

    public Dictionary<ulong, Bot> Bots { get; } = [];

    public Dictionary<string, Bot> BotsByToken { get; } = [];

    public Dictionary<ulong, Interaction> Interactions { get; } = [];

    public Dictionary<string, Interaction> InteractionsByToken { get; } = [];

    public Dictionary<string, Attachment> Attachments { get; } = [];

    public InteractionSender Sender { get; } = new();

    public static string Secret(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));

    public void Do(Action change)
    {
        lock (_gate)
        {
            change();
            Touch();
        }
    }

    public T Do<T>(Func<T> change)
    {
        lock (_gate)
        {
            var result = change();
            Touch();
            return result;
        }
    }

    public T See<T>(Func<T> look)
    {
        lock (_gate) return look();
    }

    /// <summary>Waits until there is something to see; fails with the sentence when patience (by the wall clock) ends.</summary>
    public async Task<T> UntilAsync<T>(Func<T?> look, string sentence, CancellationToken stop) where T : class
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Options.Patience);
        while (true)
        {
            Task next;
            lock (_gate)
            {
                if (look() is { } found) return found;
                next = _changed.Task;
            }
            try
            {
                await next.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                throw new TimeoutException($"{sentence} Waited {Options.Patience.TotalSeconds:0} s.");
            }
        }
    }

    private void Touch()
    {
        var changed = _changed;
        _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        changed.SetResult();
    }
}
