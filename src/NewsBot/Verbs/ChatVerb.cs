using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsBot.Core.Commands;
using NewsBot.Core.Sources;
using NewsBot.Local;
using NewsBot.Storage;

namespace NewsBot.Verbs;

/// <summary>chat: the rooms in a terminal. It is the whole bot when none is running here, else it joins the one that is.</summary>
internal static class ChatVerb
{
    private static readonly System.CommandLine.Option<string> Room = new("--room") { Description = "The room to begin in.", DefaultValueFactory = _ => "front-page" };
    private static readonly System.CommandLine.Option<Role> Role = new("--role") { Description = "reader, moderator or operator.", DefaultValueFactory = _ => Core.Commands.Role.Reader };

    public static Command Command { get; } = Create();

    private static Command Create()
    {
        var command = new Command("chat", "Read the news and talk to the bot in this terminal.") { Room, Role };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        using var taken = DataLockHere();
        using var app = BotHost.BuildWithoutPage(Home.Find(), hasLoops: taken is not null);
        app.Services.GetService<IStartupValidator>()?.Validate();
        await app.StartAsync(stop);
        if (taken is not null) await FirstReadingAsync(app.Services, stop);
        var code = await app.Services.GetRequiredService<LocalTerminal>()
            .RunAsync(Console.In, Console.Out, parsed.GetValue(Room)!, parsed.GetValue(Role), app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        await app.StopAsync(CancellationToken.None);
        return code;
    }

    // Who asks for the latest at once should not be told that there is nothing yet.
    private static async Task FirstReadingAsync(IServiceProvider services, CancellationToken stop)
    {
        var states = services.GetRequiredService<SourceStates>();
        for (var tries = 0; tries < 100 && !states.HaveSeen(services.GetServices<IArticleSource>()); tries++) await Task.Delay(100, stop);
    }

    private static DataLock? DataLockHere()
    {
        using var parts = BotHost.BuildParts(Home.Find());
        return DataLock.TryTake(parts.Services.GetRequiredService<IDatabase>());
    }
}
