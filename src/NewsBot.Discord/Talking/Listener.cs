using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Core.Delivery;
using NewsBot.Discord.Protocol;

namespace NewsBot.Discord.Talking;

/// <summary>
/// Connects, announces the commands, and listens in the way that the settings ask for: over the gateway, or for interactions that Discord posts. A wrong token ends
/// it; everything else is tried again ever more slowly.
/// </summary>
internal sealed partial class Listener(
    DiscordConnection connection, DiscordRest rest, DiscordMenu menu, Gateway gateway, GuildBook guilds, Servers servers, Interactions interactions, DeliveryBell bell,
    IOptions<DiscordOptions> options, TimeProvider clock, ILogger<Listener> log) : BackgroundService
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly Channel<GatewayEvent> _happened = Channel.CreateBounded<GatewayEvent>(4096);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await UntilAsync(ConnectAsync, stoppingToken);
            if (connection.IsRefused || options.Value.IsPosted) return;
            var following = FollowAsync(stoppingToken);
            await UntilAsync(ListenAsync, stoppingToken);
            await following;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    /// <summary>Tries until it succeeds or Discord will have us no more; a database that is away for a moment is waited for like Discord itself.</summary>
    private async Task UntilAsync(Func<CancellationToken, Task<bool>> step, CancellationToken stop)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                if (await step(stop) || connection.IsRefused) return;
            }
            catch (Exception failure) when (!stop.IsCancellationRequested)
            {
                connection.Lost(failure.Message);
            }
            await Task.Delay(Wait(attempt), clock, stop);
        }
    }

    private async Task<bool> ListenAsync(CancellationToken stop)
    {
        if (await gateway.RunAsync(HandleAsync, stop) is { } why) connection.Refused(why);
        return true;
    }

    private async Task<bool> ConnectAsync(CancellationToken stop)
    {
        switch (await rest.GetApplicationAsync(stop))
        {
            case Ok<Application>(var application):
                // A resumed session does not tell again who we are.
                if (await rest.GetMeAsync(stop) is Ok<User>(var me)) guilds.Know(me.Id);
                connection.Reached(application);
                bell.Ring();
                await AnnounceAsync(stop);
                return true;
            case Failed<Application>(TokenIsWrong why):
                connection.Refused(DiscordFailures.Why(why));
                return false;
            case Failed<Application>(var why):
                connection.Lost(DiscordFailures.Why(why));
                return false;
            default:
                throw new InvalidOperationException("A call has two ends.");
        }
    }

    // Without a menu people can still type; it is announced at the next start.
    private async Task AnnounceAsync(CancellationToken stop)
    {
        try
        {
            if (await menu.AnnounceAsync(stop) is { } complaint) LogNoMenu(complaint);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            LogNoMenu(failure.Message);
        }
    }

    private async Task HandleAsync(GatewayEvent happened, CancellationToken stop)
    {
        guilds.Take(happened);
        // Answers run beside the events: one slow command must not make others miss their three seconds.
        if (happened is InteractionCreated(var interaction)) _ = Task.Run(() => interactions.HandleAsync(interaction, stop), stop);
        else await _happened.Writer.WriteAsync(happened, stop);
    }

    // What servers do to us ends in the database, and that may have to wait: apart from the events, in their order.
    private async Task FollowAsync(CancellationToken stop)
    {
        await foreach (var happened in _happened.Reader.ReadAllAsync(stop))
        {
            try
            {
                await servers.HandleAsync(happened, stop);
            }
            catch (Exception failure) when (!stop.IsCancellationRequested)
            {
                LogNotFollowed(failure.Message);
            }
        }
    }

    private static TimeSpan Wait(int attempt)
    {
        var doubled = Shortest * Math.Pow(2, Math.Min(attempt, 9));
        return (doubled < Longest ? doubled : Longest) * (1 - Random.Shared.NextDouble() / 4);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord: a change of a server could not be noted: {Why}")]
    private partial void LogNotFollowed(string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord did not take the list of commands; it is announced at the next start: {Why}")]
    private partial void LogNoMenu(string why);
}
