using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsBot.Core.Sources;
using NewsBot.Core.Topics;
using NewsBot.Json;
using NewsBot.Sources;

namespace NewsBot.Verbs;

/// <summary>inspect PATH…: what the bot makes of each file, without keeping or posting anything.</summary>
internal static class InspectVerb
{
    private static readonly Argument<string[]> Paths = new("path") { Description = "Files or folders of .txt and .md articles.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object a line for each file." };

    public static Command Command { get; } = Create();

    private static Command Create()
    {
        var command = new Command("inspect", "Show what the bot makes of articles, without posting them.") { Paths, Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        using var host = BotHost.BuildParts(Home.Find());
        var inspector = host.Services.GetRequiredService<ArchiveInspector>();
        var topics = new TopicMatcher(host.Services.GetRequiredService<IOptions<TopicsOptions>>().Value.ToTopics());
        var isAnyRead = false;
        foreach (var path in parsed.GetValue(Paths)!)
        {
            if (path.Contains("://", StringComparison.Ordinal)) throw new UserMistakeException($"'{path}' is a web address; this version inspects files and folders only.");
            await foreach (var found in inspector.ReadAsync(path, stop))
            {
                isAnyRead |= found is Found.Item;
                var seen = InspectJson.Of(found, topics);
                if (parsed.GetValue(Json)) Console.WriteLine(JsonSerializer.Serialize(seen, VerbJson.Readable.InspectJson));
                else Print(seen);
            }
        }
        return isAnyRead ? CommandLineInterface.Fine : CommandLineInterface.Failed;
    }

    private static void Print(InspectJson seen)
    {
        foreach (var problem in seen.Problems) Console.Error.WriteLine($"{problem.Where}: {problem.What}");
        foreach (var article in seen.Articles)
        {
            Console.WriteLine(article.Title);
            Line("id", article.Id);
            Line("deck", article.Deck);
            Line("published", article.PublishedIsGuess ? $"{article.Published:u} (a guess)" : $"{article.Published:u}");
            Line("link", article.Link);
            Line("author", article.Author);
            Line("image", article.Image ?? article.ImageDescription);
            Line("language", article.Language);
            Line("tags", string.Join(", ", article.Tags));
            Line("topics", string.Join(", ", article.Topics));
            Line("summary", article.Summary);
            Line("body", $"{article.Body.Count} paragraphs");
            Line("appeal", article.Appeal is { } appeal ? $"{appeal.Paragraphs.Count} paragraphs, {appeal.Label ?? "no call to action"}" : null);
            Console.WriteLine();
        }
    }

    private static void Line(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) Console.WriteLine($"  {name,-10} {value}");
    }
}
