using Microsoft.Extensions.Configuration;

namespace NewsBot;

internal static class HomeSettings
{
    /// <summary>appsettings.json of the home folder, then the environment, which wins.</summary>
    public static IConfigurationBuilder AddHomeSettings(this IConfigurationBuilder configuration, string home) => configuration
        .SetBasePath(home)
        .AddJsonFile("appsettings.json", optional: true, reloadOnChange: false)
        .AddEnvironmentVariables();
}
