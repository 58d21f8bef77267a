using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsBot.Core.Sources;
using NewsBot.Core.Topics;
using NewsBot.Json;
using NewsBot.Sources;
using NewsBot.Sources.Finding;

namespace NewsBot.Verbs;

/// <summary>inspect FILE…: what the bot makes of each file, without keeping or posting anything.</summary>
internal static class InspectVerb
{
    private static readonly Argument<string[]> Paths = new("path") { Description = "Feeds, web pages, .txt and .md articles, folders of those.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object a line for each file." };
    private static readonly Option<bool> Raw = new("--raw") { Description = "Feeds and pages as parsed, before any cleaning, one JSON object a line." };
    private static readonly Option<string?> Url = new("--url") { Description = "Where a file is to be thought to come from; relative links start there." };
    private static readonly Option<string?> ContentType = new("--content-type") { Description = "What a file is to be thought to be, such as 'text/xml; charset=koi8-u'." };

    public static Command Command { get; } = Create();

    private static Command Create()
    {
        var command = new Command("inspect", "Show what the bot makes of articles, feeds and pages, without posting them.") { Paths, Json, Raw, Url, ContentType };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        using var host = BotHost.BuildParts(Home.Find());
        var archives = host.Services.GetRequiredService<ArchiveInspector>();
        var documents = host.Services.GetRequiredService<DocumentInspector>();
        var topics = new TopicMatcher(host.Services.GetRequiredService<IOptions<TopicsOptions>>().Value.ToTopics());
        using var raw = parsed.GetValue(Raw) ? Console.OpenStandardOutput() : null;
        var isAnyRead = false;
        foreach (var path in parsed.GetValue(Paths)!)
        {
            if (await DocumentAsync(documents, path, parsed, stop) is { } seen)
            {
                isAnyRead |= seen.Kind == Inspection.Feed || seen.Articles.Count > 0;
                if (raw is not null) seen.WriteRaw(raw);
                else Show(InspectJson.Of(seen, path, topics), parsed);
                continue;
            }
            await foreach (var found in archives.ReadAsync(path, stop))
            {
                isAnyRead |= found is Found.Item;
                Show(InspectJson.Of(found, topics), parsed);
            }
        }
        return isAnyRead ? CommandLineInterface.Fine : CommandLineInterface.Failed;
    }

    /// <returns>Null for articles in plain text and folders of them.</returns>
    private static async Task<Inspection?> DocumentAsync(DocumentInspector documents, string path, ParseResult parsed, CancellationToken stop)
    {
        if (DocumentInspector.IsAddress(path)) return parsed.GetValue(Raw) ? await documents.FetchAsync(path, stop) : await documents.FindAsync(path, stop);
        return DocumentInspector.Takes(path, parsed.GetValue(ContentType)) ? await documents.ReadFileAsync(path, parsed.GetValue(Url), parsed.GetValue(ContentType), stop) : null;
    }

    private static void Show(InspectJson seen, ParseResult parsed)
    {
        if (parsed.GetValue(Json) || parsed.GetValue(Raw)) Console.WriteLine(JsonSerializer.Serialize(seen, VerbJson.Readable.InspectJson));
        else Print(seen);
    }

    private static void Print(InspectJson seen)
    {
        foreach (var problem in seen.Problems) Console.Error.WriteLine($"{problem.Where}: {problem.What}");
        if (seen.Title is not null) Console.WriteLine($"{seen.Kind}: {seen.Title} {seen.Address}".TrimEnd());
        foreach (var finding in seen.Findings ?? []) Console.WriteLine($"  {finding}");
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
