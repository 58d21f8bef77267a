using Microsoft.Extensions.DependencyInjection;
using NewsBot.Core.Commands;

namespace NewsBot.Sources.Opml;

/// <summary>Adds lists of feeds, in and out.</summary>
internal static class OpmlServices
{
    public static IServiceCollection AddOpml(this IServiceCollection services) => services
        .AddSingleton<OpmlImport>()
        .AddSingleton<OpmlExport>()
        .AddSingleton<ICommand, SourceImportCommand>()
        .AddSingleton<ICommand, SourceExportCommand>();
}
