using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using NewsBot.Core;
using NewsBot.Discord;
using NewsBot.Local;
using NewsBot.Sources;
using NewsBot.Storage;
using NewsBot.Telegram;

namespace NewsBot;

/// <summary>Puts the house together.</summary>
internal static class BotHost
{
    /// <summary>The whole bot: sources, storage, platforms, page and loops.</summary>
    /// <param name="home">The folder of appsettings.json, where relative paths in it start.</param>
    /// <param name="hasPage">False for the chat in a terminal, which needs no web server.</param>
    /// <param name="hasLoops">False when another process does the reading and posting.</param>
    public static WebApplication Build(string home, bool hasPage = true, bool hasLoops = true)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = home });
        AddLogging(builder.Logging, hasPage ? null : LogLevel.Error);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(10));
        AddParts(builder.Services, builder.Configuration);
        builder.Services.AddHostedService<Opening>();
        builder.Services.AddLocal(builder.Configuration);
        if (hasLoops) builder.Services.AddCoreLoops();
        var app = builder.Build();
        if (hasPage)
        {
            app.UseLocalAddress();
            app.MapLocal();
            app.MapHealth();
        }
        return app;
    }

    /// <summary>The parts without a page and without loops, for verbs that ask one thing and end.</summary>
    public static IHost BuildParts(string home)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { ContentRootPath = home });
        builder.Configuration.AddHomeSettings(home);
        AddLogging(builder.Logging, LogLevel.Error);
        AddParts(builder.Services, builder.Configuration);
        return builder.Build();
    }

    private static void AddParts(IServiceCollection services, Microsoft.Extensions.Configuration.IConfiguration configuration) => services
        .AddCore(configuration)
        .AddStorage(configuration)
        .AddSources(configuration)
        .AddTelegram(configuration)
        .AddDiscord(configuration);

    private static void AddLogging(ILoggingBuilder logging, LogLevel? minimum)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        // People and pipes read what verbs print on stdout; what went wrong belongs beside it.
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = minimum ?? LogLevel.Error);
        if (minimum is { } level) logging.AddFilter(null, level);
    }
}
