using Microsoft.Extensions.DependencyInjection;
using NewsBot.Sources.Text;

namespace NewsBot.Sources.Finding;

/// <summary>Adds what looks at addresses and documents before they become sources.</summary>
internal static class FindingServices
{
    public static IServiceCollection AddFinding(this IServiceCollection services) => services
        .AddSingleton(provider => new DocumentInspector(provider.GetRequiredService<ILanguageGuesser>(), provider.GetRequiredService<TimeProvider>()));
}
