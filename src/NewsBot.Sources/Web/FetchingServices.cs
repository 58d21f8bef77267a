using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace NewsBot.Sources.Web;

/// <summary>Adds the one way out for addresses that others name.</summary>
public static class FetchingServices
{
    /// <param name="configuration">The root; the section "Sources" is read.</param>
    public static IServiceCollection AddSafeFetching(this IServiceCollection services, IConfiguration configuration)
    {
        ContentCoding.RefuseCutBodies();
        services.AddOptions<FetchingOptions>().Bind(configuration.GetSection("Sources")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<FetchingOptions>, FetchingOptionsCheck>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<INameResolver, SystemResolver>();
        services.TryAddSingleton(new FetchLimits());
        services.TryAddSingleton(new CertificateTrust(null));
        // Addresses of private feeds hold keys: no logger may see a request. Connections live long enough for a host's feeds to share them.
        services.AddHttpClient(SafeConnection.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => provider.GetRequiredService<SafeConnection>().Handler());
        return services
            .AddSingleton(provider => new Allowance(Options(provider).Allow ?? []))
            .AddSingleton(provider => new HostPace(Options(provider).AtOnce, Options(provider).AtOncePerHost, Options(provider).Spacing))
            .AddSingleton<AddressGuard>()
            .AddSingleton<SafeConnection>()
            .AddSingleton<HostTurns>()
            .AddSingleton<UserAgent>()
            .AddSingleton<Fetcher>()
            .AddSingleton<Robots>();
    }

    private static FetchingOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<FetchingOptions>>().Value;
}
