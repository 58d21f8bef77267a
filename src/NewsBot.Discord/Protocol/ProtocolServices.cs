using Microsoft.Extensions.DependencyInjection;

namespace NewsBot.Discord.Protocol;

/// <summary>Registers the client. Settings for REST and gateway, an <see cref="ISessionStore"/> and a <see cref="TimeProvider"/> are the caller's to add.</summary>
internal static class ProtocolServices
{
    public static IServiceCollection AddDiscordProtocol(this IServiceCollection services)
    {
        // The factory's loggers print addresses, and interaction and webhook tokens are part of those.
        services.AddHttpClient(RestPipe.ClientName)
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = TimeSpan.FromSeconds(10),
                PooledConnectionLifetime = TimeSpan.FromMinutes(10),
                AutomaticDecompression = System.Net.DecompressionMethods.All,
                // An activity of its own would carry the address to whoever traces.
                ActivityHeadersPropagator = null,
            })
            .RemoveAllLoggers();
        return services.AddSingleton<RestPipe>().AddSingleton<DiscordRest>().AddSingleton<Gateway>().AddSingleton<GuildBook>();
    }
}
