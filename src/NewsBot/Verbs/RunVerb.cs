using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Local;
using NewsBot.Storage;

namespace NewsBot.Verbs;

/// <summary>run: the bot itself, until it is told to stop.</summary>
internal static partial class RunVerb
{
    public static Command Command { get; } = Create();

    public static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        await using var app = BotHost.BuildWithPage(Home.Find());
        app.Services.GetService<IStartupValidator>()?.Validate();
        using var taken = DataLock.TryTake(app.Services.GetRequiredService<IDatabase>())
            ?? throw new UserMistakeException("Another NewsBot is running on the same data; stop it, or set Storage:Path to another file.");

        await app.StartAsync(stop);
        var local = app.Services.GetRequiredService<IOptions<LocalOptions>>().Value;
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("NewsBot");
        if (local.Enabled) LogOpen(log, local.Address);
        await app.WaitForShutdownAsync(stop);
        return CommandLineInterface.Fine;
    }

    private static Command Create()
    {
        var command = new Command("run", "Start the bot (the default).");
        command.SetAction(RunAsync);
        return command;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Open {Address} to read the news and talk to the bot; press Ctrl+C to stop.")]
    private static partial void LogOpen(ILogger log, string address);
}
