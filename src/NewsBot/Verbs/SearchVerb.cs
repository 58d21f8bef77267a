using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Json;
using NewsBot.Storage;

namespace NewsBot.Verbs;

/// <summary>search WORDS: the archive, from the command line.</summary>
internal static class SearchVerb
{
    private static readonly Argument<string[]> Words = new("words") { Description = "Words, \"exact phrases\", -without, begin*, OR; title: topic: source: author: lang: since: before: sort:date.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object instead of text." };
    private static readonly Option<int> Take = new("--take") { Description = "How many, 1 to 50.", DefaultValueFactory = _ => 10 };

    public static Command Command { get; } = Create();

    private static Command Create()
    {
        // What follows a -- may begin with a minus: newsbot search -- ports -rail
        var command = new Command("search", "Search the archive.") { Words, Json, Take };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        using var host = BotHost.BuildParts(Home.Find());
        await host.Services.GetRequiredService<IDatabase>().OpenAsync(stop);
        var text = string.Join(' ', parsed.GetValue(Words)!);
        var query = SearchQuery.Parse(text, take: parsed.GetValue(Take));
        if (query.Complaint is { } complaint)
        {
            Console.Error.WriteLine(complaint.In(Language.English));
            return CommandLineInterface.WrongUse;
        }
        var started = Stopwatch.GetTimestamp();
        var found = await host.Services.GetRequiredService<IArchive>().SearchAsync(query, stop);
        var took = Stopwatch.GetElapsedTime(started);

        if (parsed.GetValue(Json)) Console.WriteLine(JsonSerializer.Serialize(SearchJson.Of(text, took, found), VerbJson.Readable.SearchJson));
        else foreach (var line in Lines(text, found)) Console.WriteLine(line);
        return CommandLineInterface.Fine;
    }

    private static IEnumerable<string> Lines(string text, SearchPage found) => found.Hits.Count == 0
        ? [$"Nothing found for '{text}'.{(found.DidYouMean is { } better ? $" Did you mean: {better}?" : "")}"]
        : found.Hits.SelectMany(hit => new[]
        {
            $"{hit.Article.Id}  {hit.Article.Published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}  {hit.Article.Title}",
            $"              {hit.Snippet}",
        });
}
