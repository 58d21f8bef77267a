using System.Diagnostics;
using System.Text.Json.Nodes;
using NewsBot.BotApi;

namespace NewsBot.Telegram.Tests.Server;

/// <summary>The server as grammY sees it: a fake that only our own code likes proves nothing.</summary>
public sealed class GrammyTests
{
    [Fact]
    public async Task A_client_of_somebody_else_makes_a_whole_visit()
    {
        var script = Script();
        await using var server = await TelegramServer.StartAsync(stop: Desk.Stop);
        var bot = server.AddBot(Desk.Token, "news_bot");
        var ann = server.AddPerson("Ann", languageCode: "uk");
        var chat = server.PrivateChat(ann);

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(Desk.Stop);
        var visit = RunAsync(script, server.Address, ended);
        server.Faults.Next(Fault.TooManyRequests(1), where: call => call["text"] == "Too early");
        server.Faults.Next(Fault.TooManyRequests(1), where: call => call["text"] == "In time");
        var (page, answer) = await TalkAsync(ann, chat, visit, ended.Token);
        var saw = await visit;

        Assert.Equal("""["message","callback_query","message","message","message"]""", saw["updates"]!.ToJsonString());
        Assert.Equal(("news_bot", "belarus 5", "uk"), ((string?)saw["me"], (string?)saw["arguments"], (string?)saw["language"]));
        Assert.Equal("""{"id":2,"text":"First page","entities":[{"offset":0,"length":5,"type":"bold"}]}""", saw["sent"]!.ToJsonString());
        Assert.Equal(["More", "Read"], page.Versions[0].Content.Markup!["inline_keyboard"]![0]!.AsArray().Select(it => (string?)it!["text"]));
        Assert.Equal(("2", "Second page", "Here you are"), ((string?)saw["page"], page.Text, answer.Text));
        Assert.Equal((true, true), ((bool?)saw["edited"]!["isLater"], (bool?)saw["answered"]));
        Assert.StartsWith("Bad Request: message is not modified", (string?)saw["notModified"]!["description"], StringComparison.Ordinal);
        Assert.Equal((true, true), ((bool?)saw["again"], (bool?)saw["download"]));
        Assert.Equal(("""[{"offset":0,"length":4,"type":"italic"}]""", "Other", true), (saw["caption"]!.ToJsonString(), (string?)saw["media"], (bool?)saw["deleted"]));
        Assert.StartsWith("Bad Request: there is no text in the message to edit", (string?)saw["noText"], StringComparison.Ordinal);
        Assert.Equal(["Bad Request: message to delete not found", "Bad Request: message to edit not found"], saw["gone"]!.AsArray().Select(it => (string)it!));
        Assert.Single(chat.FromBots, message => message.Photo is not null);
        Assert.Equal("""{"code":429,"description":"Too Many Requests: retry after 1","wait":1}""", saw["refused"]!.ToJsonString());
        var inTime = server.Calls.Where(call => call["text"] == "In time").Select(call => call.Code).ToList();
        Assert.Equal((429, 200), (inTime[0], inTime[^1]));
        Assert.Equal(new MenuCommand("latest", "The newest articles"), Assert.Single(bot.Profile.MenuFor(ann, chat)));
    }

    private static async Task<(ChatMessage Page, PressAnswer Answer)> TalkAsync(Person ann, ChatRoom chat, Task visit, CancellationToken stop)
    {
        try
        {
            var page = await ann.Types(chat, "/latest belarus 5").AnswerAsync(stop);
            var answer = await ann.Presses(page, "More").AnswerAsync(stop);
            await chat.MessageAsync(it => it.Photo is not null && it.Text.Length == 0, stop, ann.Types(chat, "/photo"));
            ann.Types(chat, "/change");
            ann.Types(chat, "/flood");
            return (page, answer);
        }
        catch (OperationCanceledException)
        {
            await visit;
            throw;
        }
    }

    private static async Task<JsonObject> RunAsync(string script, string address, CancellationTokenSource ended)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [script, address, Desk.Token]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = node.StandardError.ReadToEndAsync(Desk.Stop);
        try
        {
            var output = await node.StandardOutput.ReadToEndAsync(Desk.Stop);
            return JsonNode.Parse(output.Length > 0 ? output : "null") as JsonObject ?? throw new InvalidOperationException($"grammY ended early: {await errors}");
        }
        finally
        {
            if (!node.HasExited) node.Kill();
            await ended.CancelAsync();
        }
    }

    private static string Script()
    {
        var folder = Path.Combine(Repository(), "tests", "NewsBot.Telegram.Tests", "Server", "grammy");
        if (Directory.Exists(Path.Combine(folder, "node_modules", "grammy")) && IsThere("node")) return Path.Combine(folder, "visit.mjs");
        const string sentence = "Needs Node.js and the packages of tests/NewsBot.Telegram.Tests/Server/grammy; `bash tests/run` installs both.";
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(sentence);
        Assert.Skip(sentence);
        return "";
    }

    private static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "NewsBot.sln")))
                return folder.FullName;
        throw new InvalidOperationException("Run the tests from within the checkout: NewsBot.sln was not found above the test program.");
    }
}
