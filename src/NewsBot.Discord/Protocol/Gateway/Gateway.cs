using Microsoft.Extensions.Logging;

namespace NewsBot.Discord.Protocol;

/// <summary>The bot's live connection: as many shards as Discord recommends, all in this process.</summary>
internal sealed class Gateway(DiscordRest rest, GatewaySettings settings, ISessionStore store, TimeProvider time, ILogger<Gateway> logger)
{
    public GatewayCounts Counts { get; } = new();

    /// <summary>Empty until Discord has told how many there are.</summary>
    public IReadOnlyList<Shard> Shards { get; private set; } = [];

    /// <summary>Runs until stopped (null) or until Discord will have us no more (one sentence that says what to do).</summary>
    public async Task<string?> RunAsync(GatewayHandler handler, CancellationToken stop)
    {
        try
        {
            var (address, why) = await FindAsync(stop);
            return address is null ? why : await RunAsync(address, handler, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<string?> RunAsync(GatewayAddress address, GatewayHandler handler, CancellationToken stop)
    {
        if (address.Shards > settings.MostShards)
            return $"The bot is in so many servers that Discord wants {address.Shards} shards, and {settings.MostShards} are allowed here. Raise that setting and start again.";
        if (!Uri.TryCreate(address.Url, UriKind.Absolute, out var url) || url.Scheme is not ("wss" or "ws"))
            return "Discord named a gateway that is not a websocket address. Check Discord:BaseUrl.";
        using var gate = new IdentifyGate(address.SessionStartLimit, settings.SafeShareOfIdentifies, store, time, logger);
        Shards = [.. Enumerable.Range(0, Math.Max(1, address.Shards)).Select(index =>
            new Shard(new(index, Math.Max(1, address.Shards)), url, settings, gate, store, time, Counts, logger))];
        return await RunAllAsync(handler, stop);
    }

    /// <summary>One shard that ends for good ends them all: the reasons (token, intents, shard count) are common to them.</summary>
    private async Task<string?> RunAllAsync(GatewayHandler handler, CancellationToken stop)
    {
        using var all = CancellationTokenSource.CreateLinkedTokenSource(stop);
        string? fatal = null;
        await Task.WhenAll(Shards.Select(async shard =>
        {
            if (await shard.RunAsync(handler, all.Token) is not { } why)
                return;
            fatal ??= why;
            await all.CancelAsync();
        }));
        return fatal;
    }

    private async Task<(GatewayAddress? Address, string? Why)> FindAsync(CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            var outcome = await rest.GetGatewayAsync(stop);
            if (outcome is Ok<GatewayAddress>(var address))
                return (address, null);
            var failure = ((Failed<GatewayAddress>)outcome).Why;
            if (failure is TokenIsWrong)
                return (null, CloseCodes.Explain(4004));
            var wait = failure switch { RateLimited(var after, _) => after, HeldBack(var after) => after, _ => Backoff.Before(attempt, Random.Shared.NextDouble()) };
            logger.NoGateway(failure switch { Unreachable(var why, _) => why, Refused { Status: var status } => $"HTTP {status}", _ => "too many requests" }, wait.TotalSeconds);
            await time.WaitAsync(wait, stop);
        }
    }
}
