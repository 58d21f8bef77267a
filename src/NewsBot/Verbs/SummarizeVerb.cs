using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Core.Sources;
using NewsBot.Core.Summaries;
using NewsBot.Json;
using NewsBot.Sources;

namespace NewsBot.Verbs;

/// <summary>summarize FILE…: the sentences that say most of each article, as the article wrote them.</summary>
internal static class SummarizeVerb
{
    private const int UsualSentences = 3;

    private static readonly Argument<string[]> Files = new("file") { Description = "Files or folders of .txt and .md articles.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<int> Sentences = new("--sentences") { Description = $"The most sentences, 1 to {SummaryBudget.MostSentences}; {UsualSentences} unless told.", DefaultValueFactory = _ => UsualSentences };
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object a line for each file." };

    public static Command Command { get; } = Create();

    private static Command Create()
    {
        var command = new Command("summarize", "Show the sentences that say most of each article.") { Files, Sentences, Json };
        Sentences.Validators.Add(given =>
        {
            if (given.Tokens.Count == 1 && int.TryParse(given.Tokens[0].Value, out var count) && count is < 1 or > SummaryBudget.MostSentences)
                given.AddError($"--sentences takes a number from 1 to {SummaryBudget.MostSentences}.");
        });
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        using var host = BotHost.BuildParts(Home.Find());
        var inspector = host.Services.GetRequiredService<ArchiveInspector>();
        var areAllRead = true;
        foreach (var path in parsed.GetValue(Files)!)
            await foreach (var found in inspector.ReadAsync(path, stop))
            {
                areAllRead &= found is Found.Item;
                if (found is Found.Item item) Print(new(Name(path, item.Place), KeySentences.Of(item.Article.Content, new(parsed.GetValue(Sentences)))), parsed.GetValue(Json));
                else if (found is Found.Problem problem) await Console.Error.WriteLineAsync($"{Name(path, problem.Place)}: {problem.What}");
            }
        return areAllRead ? CommandLineInterface.Fine : CommandLineInterface.Failed;
    }

    // As it was typed; within a folder with the path below it.
    private static string Name(string path, string place) => Directory.Exists(path) && place != path ? Path.Combine(path, place) : path;

    private static void Print(SummaryJson summary, bool isJson)
    {
        if (isJson) Console.WriteLine(JsonSerializer.Serialize(summary, VerbJson.Readable.SummaryJson));
        else Console.WriteLine($"{summary.File}\n  {string.Join("\n  ", summary.Sentences.DefaultIfEmpty("(no whole sentence)"))}\n");
    }
}
