using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsBot.Sources.Pages;

namespace NewsBot.Sources.Completing;

/// <summary>Adds what completes feeds that only tease.</summary>
internal static class CompletingServices
{
    public static IServiceCollection AddCompleting(this IServiceCollection services)
    {
        services.TryAddSingleton<WebPageReader>();
        services.TryAddSingleton<IPageText, PageArticle>();
        return services.AddSingleton<FeedCompleter>();
    }
}
