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
            for (var attempt = 0; ; attempt++)
            {
                if (await ConnectAsync(stoppingToken)) break;
                if (connection.IsRefused) return;
                await Task.Delay(Wait(attempt), clock, stoppingToken);
            }
            if (options.Value.IsPosted) return;
            var following = FollowAsync(stoppingToken);
            if (await gateway.RunAsync(HandleAsync, stoppingToken) is { } why) connection.Refused(why);
            await following;
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
                // A resumed session does not tell again who we are.
                if (await rest.GetMeAsync(stop) is Ok<User>(var me)) guilds.Know(me.Id);
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
