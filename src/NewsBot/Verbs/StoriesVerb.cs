using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Core.Articles;
using NewsBot.Core.Sources;
using NewsBot.Core.Stories;
using NewsBot.Json;
using NewsBot.Sources;

namespace NewsBot.Verbs;

/// <summary>stories FILE…: which of these articles tell one story.</summary>
internal static class StoriesVerb
{
    private static readonly Argument<string[]> Files = new("file") { Description = "Files or folders of .txt and .md articles.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<bool> Near = new("--near") { Description = "Only copies: the same link or text, or half of the text in common." };
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object with all groups." };

    public static Command Command { get; } = Create();

    private static Command Create()
    {
        var command = new Command("stories", "Show which articles tell one story.") { Files, Near, Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        using var host = BotHost.BuildParts(Home.Find());
        var inspector = host.Services.GetRequiredService<ArchiveInspector>();
        var (articles, areAllRead) = (new Dictionary<string, ArticleContent>(StringComparer.Ordinal), true);
        foreach (var path in parsed.GetValue(Files)!)
            await foreach (var found in inspector.ReadAsync(path, stop))
            {
                areAllRead &= found is Found.Item;
                if (found is Found.Item item) articles.TryAdd(Name(path, item.Place), item.Article.Content);
                else if (found is Found.Problem problem) await Console.Error.WriteLineAsync($"{Name(path, problem.Place)}: {problem.What}");
            }
        Print([.. articles], parsed.GetValue(Near) ? StoryKind.Near : StoryKind.SameEvent, parsed.GetValue(Json));
        return areAllRead ? CommandLineInterface.Fine : CommandLineInterface.Failed;
    }

    // As it was typed; within a folder with the path below it.
    private static string Name(string path, string place) => Directory.Exists(path) && place != path ? Path.Combine(path, place) : path;

    private static void Print(KeyValuePair<string, ArticleContent>[] articles, StoryKind upTo, bool isJson)
    {
        var groups = StoryGroups.Of([.. articles.Select(it => it.Value)], upTo);
        if (isJson)
        {
            var stories = groups.Select(group => (IReadOnlyList<string>)[.. group.Select(at => articles[at].Key)]);
            Console.WriteLine(JsonSerializer.Serialize(new StoriesJson([.. stories]), VerbJson.Readable.StoriesJson));
            return;
        }
        foreach (var group in groups)
        {
            Console.WriteLine(articles[group[0]].Value.Title);
            foreach (var at in group) Console.WriteLine($"  {articles[at].Key}");
            Console.WriteLine();
        }
    }
}
