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

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            for (var attempt = 0; ; attempt++)
            {
                if (await ConnectAsync(stoppingToken)) break;
                if (connection.IsRefused) return;
                await Task.Delay(Wait(attempt), clock, stoppingToken);
            }
            if (options.Value.IsPosted) return;
            if (await gateway.RunAsync((happened, stop) => HandleAsync(happened, stop), stoppingToken) is { } why) connection.Refused(why);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task<bool> ConnectAsync(CancellationToken stop)
    {
        switch (await rest.GetApplicationAsync(stop))
        {
            case Ok<Application>(var application):
                connection.Reached(application);
                bell.Ring();
                if (await menu.AnnounceAsync(stop) is { } complaint) LogNoMenu(complaint);
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

    private async Task HandleAsync(GatewayEvent happened, CancellationToken stop)
    {
        guilds.Take(happened);
        // Answers run beside the events: one slow command must not make others miss their three seconds.
        if (happened is InteractionCreated(var interaction)) _ = Task.Run(() => interactions.HandleAsync(interaction, stop), stop);
        else await servers.HandleAsync(happened, stop);
    }

    private static TimeSpan Wait(int attempt)
    {
        var doubled = Shortest * Math.Pow(2, Math.Min(attempt, 9));
        return (doubled < Longest ? doubled : Longest) * (1 - Random.Shared.NextDouble() / 4);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord did not take the list of commands; it is announced at the next start: {Why}")]
    private partial void LogNoMenu(string why);
}
