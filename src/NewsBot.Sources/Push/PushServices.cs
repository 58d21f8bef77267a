using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Core.Sources;

namespace NewsBot.Sources.Push;

/// <summary>Adds what hubs bring.</summary>
public static class PushServices
{
    internal static IServiceCollection AddPush(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PushOptions>().Bind(configuration.GetSection("Sources")).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<PushOptions>, PushOptionsCheck>()
            .AddSingleton<PushBell>()
            .AddSingleton<Pushes>()
            .AddSingleton(provider => new PushDoor(
                provider.GetRequiredService<IHubSubscriptions>(), provider.GetRequiredService<IPushIntake>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<PushDoor>>()));
    }

    /// <summary>What asks hubs; only where the page's server listens for their answer.</summary>
    public static IServiceCollection AddPushListener(this IServiceCollection services) => services.AddHostedService<PushKeeper>();
}
