using System.Diagnostics;
using NewsBot.Benchmarks.Platforms;
using NewsBot.DiscordApi;

namespace NewsBot.Benchmarks.Discord;

/// <summary>
/// The real process against the tests' Discord server: posts and interactions a second without limits, and how much longer than Discord's limits ask for
/// one article to many channels takes.
/// </summary>
internal static class PostFigures
{
    private const string Token = "MTIzNDU2Nzg5MDEyMzQ1Njc4.bench.mark";
    private const double PerSecond = 50;
    private const int Interactions = 2000;
    private const int AtOnce = 32;
    private const int Seeds = 3;

    private const Permissions Rights = Permissions.ViewChannel | Permissions.SendMessages | Permissions.EmbedLinks;

    public static async Task RunAsync(int channels)
    {
        await RunAsync(channels, perSecond: 10_000);
        await RunAsync(channels, perSecond: (int)PerSecond);
    }

    private static async Task RunAsync(int channels, int perSecond)
    {
        var isFree = perSecond > PerSecond;
        await using var server = await DiscordServer.StartAsync(new() { Patience = TimeSpan.FromMinutes(5) });
        server.RateLimits.IsOn = false;
        var app = server.AddBot(Token, "Herald");
        var owner = server.AddPerson("Olena");
        var guild = server.AddGuild("Readers", owner);
        guild.Invite(app, Rights);
        var places = Enumerable.Range(0, channels).Select(i => guild.AddTextChannel($"news-{i}")).ToArray();
        await using var bot = new BotUnderTest(settings =>
        {
            settings["Discord"]!["Token"] = Token;
            settings["Discord"]!["BaseUrl"] = server.Api.ToString();
            settings["Discord"]!["PerSecond"] = perSecond;
        });
        bot.Start();
        await app.Gateway.ReadyAsync();
        while (app.Commands.Writes == 0) await Task.Delay(50);
        await Parallel.ForEachAsync(places, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (place, stop) => await (await owner.RunsAsync(place, "subscribe", ("topic", "everything"))).ReplyAsync(stop));

        for (var i = 0; i < Seeds; i++) await bot.WriteAsync($"{i}.txt", $"Notice {i} of the lower town\n\nThe lower town publishes notice {i} about its bridges.\n");
        await Task.Delay(TimeSpan.FromSeconds(5));
        await AnswerAsync(bot, places, owner, Interactions / 4);
        await AnswerAsync(bot, places, owner, Interactions, isFree ? "interactions" : null);
        while (server.Calls.Count(IsPost) < channels * Seeds) await Task.Delay(100);

        server.RateLimits.IsOn = !isFree;
        await PostAsync(server, bot, channels, isFree ? "posts, no limits" : "posts, Discord's limits", "wide");
    }

    private static async Task AnswerAsync(BotUnderTest bot, Channel[] places, Person owner, int count, string? what = null)
    {
        var (began, worked) = (Stopwatch.GetTimestamp(), bot.Cpu);
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (i, stop) => await (await owner.RunsAsync(places[i % places.Length], "latest")).ReplyAsync(stop));
        if (what is not null) Console.WriteLine($"{what,-26}{count / Stopwatch.GetElapsedTime(began).TotalSeconds,8:N0} a second{(bot.Cpu - worked).TotalMicroseconds / count,10:N0} µs CPU each");
    }

    private static async Task PostAsync(DiscordServer server, BotUnderTest bot, int channels, string what, string name)
    {
        var before = server.Calls.Count;
        var worked = bot.Cpu;
        await bot.WriteAsync($"{name}.txt", $"Bridge opens {name}\n\nThe bridge of the lower town opened {name} and early.\n");
        Call[] Posts() => [.. server.Calls.Skip(before).Where(IsPost)];
        while (Posts().Count(call => call.Status == 200) < channels) await Task.Delay(100);
        var posts = Posts();
        var took = posts.Max(call => call.At) - posts.Min(call => call.At);
        Console.WriteLine($"{what,-26}{channels / took.TotalSeconds,8:N0} a second{(bot.Cpu - worked).TotalMicroseconds / channels,10:N0} µs CPU each; "
            + $"{(took.TotalSeconds / (channels / PerSecond) - 1) * 100:N1} % over what {PerSecond} a second allow; {posts.Count(call => call.Status == 429)} times told to wait");
    }

    private static bool IsPost(Call call) => call.Method == "POST" && call.Route.EndsWith("/messages", StringComparison.Ordinal);
}
