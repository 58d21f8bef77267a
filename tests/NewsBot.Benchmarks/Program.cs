using System.Globalization;
using BenchmarkDotNet.Running;
using NewsBot.Benchmarks.Delivery;
using NewsBot.Benchmarks.Discord;
using NewsBot.Benchmarks.Polling;
using NewsBot.Benchmarks.Storage;
using NewsBot.Benchmarks.Stories;
using NewsBot.Benchmarks.Summaries;
using NewsBot.Benchmarks.Telegram;

// `telegram webhook`, `telegram chats [chats]` and `discord [channels]` time the real process against the tests' own servers.
// `search [articles] [PostgreSQL connection string] [folder that keeps the SQLite file]` and `outbox [PostgreSQL connection string]` time storage themselves, `delivery [debts] [PostgreSQL
// connection string]` what it takes to owe an article and to pay, `guilds [count]` weighs Discord's; `feeds [count] [at once] [ms an answer]` polls so many feeds over TLS;
// `summaries [folder of the shared data]` measures summaries beside their peers, `stories [articles]`
// the window of stories; anything else goes to BenchmarkDotNet (`--list flat` names what it has).
switch (args)
{
    case ["search", .. var rest]:
        await SearchFigures.RunAsync(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 200_000,
            rest.Skip(1).FirstOrDefault(it => it.Contains('=', StringComparison.Ordinal)), rest.Skip(1).FirstOrDefault(Directory.Exists));
        break;
    case ["outbox", .. var rest]:
        await OutboxFigures.RunAsync(rest.ElementAtOrDefault(0));
        break;
    case ["delivery", .. var rest]:
        await DeliveryFigures.RunAsync(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 1_000_000, rest.ElementAtOrDefault(1));
        break;
    case ["telegram", "webhook"]:
        await WebhookFigures.RunAsync();
        break;
    case ["telegram", "chats", .. var rest]:
        await ChatFigures.RunAsync(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 2000);
        break;
    case ["discord", .. var rest]:
        await PostFigures.RunAsync(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 1000);
        break;
    case ["bare-endpoint", var port]:
        await WebhookFigures.ServeBareAsync(port);
        break;
    case ["feeds", .. var rest]:
        await PollFigures.RunAsync(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 2_000, rest.Length > 1 ? int.Parse(rest[1], CultureInfo.InvariantCulture) : 32,
            rest.Length > 2 ? int.Parse(rest[2], CultureInfo.InvariantCulture) : null);
        break;
    case ["feed-server", var port]:
        await FeedServer.ServeAsync(int.Parse(port, CultureInfo.InvariantCulture));
        break;
    case ["feed-bot", var home]:
        await PollingBot.ServeAsync(home);
        break;
    case ["guilds", .. var rest]:
        GuildFigures.Run(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 50_000);
        break;
    case ["summaries", .. var rest]:
        SummaryFigures.Run(rest.ElementAtOrDefault(0) ?? Path.Combine("..", "shared", "data"));
        break;
    case ["stories", .. var rest]:
        StoryFigures.Run(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 50_000);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(SearchFigures).Assembly).Run(args);
        break;
}
