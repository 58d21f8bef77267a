using System.CommandLine;
using Humanizer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsBot.Core.Topics;
using NewsBot.Sources.Opml;
using NewsBot.Storage;

namespace NewsBot.Verbs;

/// <summary>opml import FILE, opml export [FILE]: lists of feeds from and for other readers.</summary>
internal static class OpmlVerb
{
    private static readonly Argument<string> From = new("file") { Description = "An OPML file." };
    private static readonly Argument<string?> To = new("file") { Description = "Where to write it; left out, it goes to the terminal.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only say what would be added." };

    public static Command Command { get; } = Create();

    private static Command Create()
    {
        var import = new Command("import", "Follow the feeds of a list; its folders become topics.") { From, DryRun };
        import.SetAction(ImportAsync);
        var export = new Command("export", "Write the feeds as a list for other readers, with whole addresses.") { To };
        export.SetAction(ExportAsync);
        return new("opml", "Take over or hand on a list of feeds (OPML).") { import, export };
    }

    private static async Task<int> ImportAsync(ParseResult parsed, CancellationToken stop)
    {
        var bytes = await ReadAsync(parsed.GetValue(From)!, stop);
        using var host = BotHost.BuildParts(Home.Find());
        await OpenAsync(host.Services, stop);
        var import = host.Services.GetRequiredService<OpmlImport>();
        var plan = await import.PlanAsync(bytes, null, stop);
        if (!parsed.GetValue(DryRun)) await import.AddAsync(plan, null, stop);
        var topics = plan.Topics.Where(topic => topic.Gains.Count > 0).Select(topic => topic.Key).ToArray();
        Console.WriteLine($"{"feed".ToQuantity(plan.Add.Count)} {(parsed.GetValue(DryRun) ? "would be added" : "added")}, {plan.Known.Count} known already, {plan.Problems.Count} problems. Topics: {(topics.Length > 0 ? string.Join(", ", topics) : "none")}.");
        foreach (var problem in plan.Problems) await Console.Error.WriteLineAsync(problem.ToString());
        return plan.Add.Count + plan.Known.Count > 0 || plan.Problems.Count == 0 ? CommandLineInterface.Fine : CommandLineInterface.Failed;
    }

    private static async Task<int> ExportAsync(ParseResult parsed, CancellationToken stop)
    {
        using var host = BotHost.BuildParts(Home.Find());
        await OpenAsync(host.Services, stop);
        // Written whole before it takes the place of a file that may be the only copy of another list.
        using var list = new MemoryStream();
        var count = await host.Services.GetRequiredService<OpmlExport>().WriteAsync(list, stop);
        if (parsed.GetValue(To) is not { } path)
        {
            await using var terminal = Console.OpenStandardOutput();
            await terminal.WriteAsync(list.GetBuffer().AsMemory(0, (int)list.Length), stop);
            return CommandLineInterface.Fine;
        }
        await WriteAsync(path, list, stop);
        Console.WriteLine($"{"feed".ToQuantity(count)} written to {path}. Addresses of private feeds hold their keys; keep the file to yourself.");
        return CommandLineInterface.Fine;
    }

    // The settings file's topics must be known before a folder of the same name is: else it would seem to be a topic made in chat, which wins.
    private static async Task OpenAsync(IServiceProvider services, CancellationToken stop)
    {
        await services.GetRequiredService<IDatabase>().OpenAsync(stop);
        await services.GetRequiredService<TopicBook>().ConfigureAsync(services.GetRequiredService<IOptions<TopicsOptions>>().Value.ToTopics(), stop);
    }

    private static async Task<byte[]> ReadAsync(string path, CancellationToken stop)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, stop);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UserMistakeException($"'{path}' cannot be read; check the path.");
        }
    }

    private static async Task WriteAsync(string path, MemoryStream list, CancellationToken stop)
    {
        try
        {
            await using var file = File.Create(path);
            list.Position = 0;
            await list.CopyToAsync(file, stop);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UserMistakeException($"'{path}' cannot be written; check the path.");
        }
    }
}
