using Microsoft.Extensions.DependencyInjection;
using NewsBot.Core.Articles;
using NewsBot.Core.Sources;
using NewsBot.Sources.Text;
using NewsBot.Sources.Web;

namespace NewsBot.Sources.Finding;

/// <summary>Adds what looks at addresses and documents before they become sources.</summary>
internal static class FindingServices
{
    public static IServiceCollection AddFinding(this IServiceCollection services) => services
        .AddSingleton<FeedTrial>()
        .AddSingleton<ISourceFinder, SourceFinder>()
        .AddSingleton(provider => new DocumentInspector(
            provider.GetRequiredService<Fetcher>(), provider.GetRequiredService<ISourceFinder>(), provider.GetRequiredService<ILanguageGuesser>(), provider.GetRequiredService<TimeProvider>()));
}
