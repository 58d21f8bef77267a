namespace NewsBot.BotApi;

/// <summary>Where a bot wants its updates delivered.</summary>
public sealed class Webhook
{
    private readonly BotAccount _bot;
    private volatile WebhookDelivery? _delivery;

    internal Webhook(BotAccount bot) => _bot = bot;

    /// <summary>Null while the bot polls.</summary>
    public string? Url => _delivery?.Target.Url;

    public string? Secret => _delivery?.Target.Secret;

    public int MaxConnections => _delivery?.Target.MaxConnections ?? 40;

    /// <summary>When a delivery failed last, by the server's clock, and how.</summary>
    public (DateTimeOffset At, string Message)? LastError { get; internal set; }

    /// <summary>How often a delivery has failed since the address was set.</summary>
    public int Failures => _delivery?.Failures ?? 0;

    internal void Set(WebhookTarget target)
    {
        Remove();
        var delivery = new WebhookDelivery(_bot, target);
        _delivery = delivery;
        foreach (var update in _bot.Updates.Pending) delivery.Enqueue(update);
    }

    internal void Remove()
    {
        Interlocked.Exchange(ref _delivery, null)?.Dispose();
        LastError = null;
    }

    internal void Enqueue(PendingUpdate update) => _delivery?.Enqueue(update);
}

internal sealed record WebhookTarget(string Url, string? Secret, int MaxConnections);
