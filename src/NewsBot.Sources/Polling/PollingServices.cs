using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace NewsBot.Sources.Polling;

/// <summary>Adds what asks the sources on the web.</summary>
public static class PollingServices
{
    internal static IServiceCollection AddPolling(this IServiceCollection services)
    {
        services.TryAddSingleton<Removals>();
        services.TryAddSingleton<Intake>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPollKind, FeedPoll>());
        services.TryAddSingleton<PushedFeeds>();
        return services;
    }

    /// <summary>The loop that asks; a process that only answers goes without.</summary>
    public static IServiceCollection AddPollingLoop(this IServiceCollection services) => services.AddHostedService<Poller>();
}
