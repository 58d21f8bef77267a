using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Core.Articles;
using NewsBot.Core.Sources;
using NewsBot.Sources.Finding;
using NewsBot.Sources.Folder;
using NewsBot.Sources.Opml;
using NewsBot.Sources.Push;
using NewsBot.Sources.Text;
using NewsBot.Sources.Web;

namespace NewsBot.Sources;

/// <summary>Adds the places that articles come from.</summary>
public static class SourcesServices
{
    public static IServiceCollection AddSources(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Sources");
        services.AddOptions<SourcesOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SourcesOptions>, SourcesOptionsCheck>();
        services.AddSafeFetching(configuration).AddPush(configuration).AddOpml();
        services.AddSingleton<ILanguageGuesser, LanguageGuesser>();
        services.AddSingleton<IImages, FolderImages>();
        services.AddSingleton(provider => new ArchiveInspector(Pages(provider, "UTC")));
        services.AddFinding();
        // One registration for each folder: how many there are is known before the container is.
        for (var i = 0; i < section.GetSection("Folders").GetChildren().Count(); i++)
        {
            var number = i;
            services.AddSingleton<IArticleSource>(provider => Open(provider, provider.GetRequiredService<IOptions<SourcesOptions>>().Value.Folders[number]));
        }
        return services;
    }

    private static FolderSource Open(IServiceProvider services, FolderOptions folder)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var root = Path.GetFullPath(folder.Path, services.GetRequiredService<IHostEnvironment>().ContentRootPath);
        return new FolderSource(
            folder.Key,
            folder.Path,
            folder.Every,
            new(root, folder.Path),
            new(folder.Key, folder.MaxFileBytes, Pages(services, folder.Zone)),
            new(folder.Key, clock, services.GetRequiredService<ILogger<FolderWatch>>()),
            clock);
    }

    private static PageReader Pages(IServiceProvider services, string zone) =>
        new(new(TimeZoneInfo.FindSystemTimeZoneById(zone), services.GetRequiredService<ILanguageGuesser>()));
}
