using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Local.Terminal;
using NewsBot.Local.Web;

namespace NewsBot.Local;

/// <summary>Adds Local, and maps its page.</summary>
public static class LocalServices
{
    /// <summary>Call it before the core's loops are added: the rooms must be there before the first article is read.</summary>
    public static IServiceCollection AddLocal(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LocalOptions>().Bind(configuration.GetSection("Local")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LocalOptions>, LocalOptionsCheck>();
        services.Configure<KestrelServerOptions>(server => server.AddServerHeader = false);
        return services
            .AddSingleton<LiveRooms>()
            .AddSingleton<IPlatform, LocalPlatform>()
            .AddSingleton<IPlaces, LocalPlaces>()
            .AddSingleton<LocalMenu>()
            .AddSingleton<LocalTalk>()
            .AddSingleton(provider => new LocalTerminal(
                provider.GetRequiredService<IRoomBook>(), provider.GetRequiredService<LocalTalk>(), provider.GetRequiredService<LiveRooms>(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<AccessKey>()
            .AddSingleton<WrongKeys>()
            .AddSingleton<Guard>()
            .AddSingleton<KeyRoutes>()
            .AddSingleton<RoomRoutes>()
            .AddSingleton<TalkRoutes>()
            .AddSingleton<EventRoutes>()
            .AddSingleton<MediaRoutes>()
            .AddHostedService<LocalOpening>();
    }

    /// <summary>Has the server listen where the settings say, and nowhere else.</summary>
    public static void UseLocalAddress(this WebApplication app) => app.Urls.Add(app.Services.GetRequiredService<IOptions<LocalOptions>>().Value.Address);

    /// <summary>The page and what it asks for; nothing when Local is switched off.</summary>
    public static void MapLocal(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        if (!services.GetRequiredService<IOptions<LocalOptions>>().Value.Enabled) return;
        var guard = services.GetRequiredService<Guard>();
        PageRoutes.Map(routes, guard);
        Speech.Map(routes, guard);
        services.GetRequiredService<KeyRoutes>().Map(routes, guard);
        services.GetRequiredService<RoomRoutes>().Map(routes, guard);
        services.GetRequiredService<TalkRoutes>().Map(routes, guard);
        services.GetRequiredService<EventRoutes>().Map(routes, guard);
        services.GetRequiredService<MediaRoutes>().Map(routes, guard);
        routes.MapFallback("{*path}", guard.Open(static context => Answers.RefuseAsync(context, StatusCodes.Status404NotFound, "There is nothing at this address; the page is at /.")));
    }
}
