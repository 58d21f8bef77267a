using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace NewsBot.Sources.Completing;

/// <summary>Adds what completes feeds that only tease.</summary>
internal static class CompletingServices
{
    public static IServiceCollection AddCompleting(this IServiceCollection services)
    {
        services.TryAddSingleton<IPageText, SmartPageText>();
        return services.AddSingleton<FeedCompleter>();
    }
}
