using System.CommandLine;
using Humanizer;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Core.Sources;
using NewsBot.Sources;
using NewsBot.Storage;

namespace NewsBot.Verbs;

/// <summary>import DIR: keeps a folder of articles for search and latest; nothing is posted.</summary>
internal static class ImportVerb
{
    private static readonly Argument<string> Folder = new("folder") { Description = "A folder of .txt and .md articles." };

    public static Command Command { get; } = Create();

    private static Command Create()
    {
        var command = new Command("import", "Take a folder of older articles into the archive without posting them.") { Folder };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        using var host = BotHost.BuildParts(Home.Find());
        await host.Services.GetRequiredService<IDatabase>().OpenAsync(stop);
        var source = host.Services.GetRequiredService<ArchiveInspector>().Source(parsed.GetValue(Folder)!);
        var report = await host.Services.GetRequiredService<Harvest>().ReadAsync(source, isOwed: false, stop);
        Console.WriteLine($"{"article".ToQuantity(report.New)} added, {report.Changed} changed, {report.Same} known already, {report.Problems} not read.");
        foreach (var problem in await host.Services.GetRequiredService<IHarvestStore>().ProblemsAsync(report.Problems, stop))
            if (problem.Source == source.Key)
                await Console.Error.WriteLineAsync($"{problem.Place}: {problem.What}");
        return report.New + report.Changed + report.Same > 0 || report.Problems == 0 ? CommandLineInterface.Fine : CommandLineInterface.Failed;
    }
}
