using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using NewsBot.Core;
using NewsBot.Discord;
using NewsBot.Local;
using NewsBot.Sources;
using NewsBot.Sources.Polling;
using NewsBot.Sources.Push;
using NewsBot.Storage;
using NewsBot.Telegram;
using NewsBot.Writer;

namespace NewsBot;

/// <summary>Puts the house together.</summary>
internal static class BotHost
{
    /// <summary>The whole bot with its page.</summary>
    /// <param name="home">The folder of appsettings.json, where relative paths in it start.</param>
    /// <param name="change">What to exchange before it is built, such as the clock.</param>
    public static WebApplication BuildWithPage(string home, Action<IServiceCollection>? change = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = home });
        AddLogging(builder.Logging, null);
        AddParts(builder.Services, builder.Configuration);
        AddBot(builder.Services, builder.Configuration, hasLoops: true);
        // Only here: a webhook needs the server behind the page, and two programs must not listen for one token.
        builder.Services.AddTelegramListener(builder.Configuration).AddDiscordListener(builder.Configuration).AddPushListener();
        change?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseLocalAddress();
        app.MapLocal();
        app.MapTelegram();
        app.MapDiscord();
        app.MapWebSub();
        app.MapHealth();
        return app;
    }

    /// <summary>The bot without its page, for the chat in a terminal.</summary>
    /// <param name="hasLoops">False when another process does the reading and posting.</param>
    /// <param name="clock">Another clock than the system's.</param>
    public static IHost BuildWithoutPage(string home, bool hasLoops = true, TimeProvider? clock = null)
    {
        var builder = Bare(home);
        if (clock is not null) builder.Services.AddSingleton(clock);
        AddBot(builder.Services, builder.Configuration, hasLoops);
        return builder.Build();
    }

    /// <summary>The parts alone, for verbs that ask one thing and end.</summary>
    public static IHost BuildParts(string home) => Bare(home).Build();

    private static HostApplicationBuilder Bare(string home)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { ContentRootPath = home });
        builder.Configuration.AddHomeSettings(home);
        AddLogging(builder.Logging, LogLevel.Error);
        AddParts(builder.Services, builder.Configuration);
        return builder;
    }

    private static void AddBot(IServiceCollection services, IConfiguration configuration, bool hasLoops)
    {
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(10));
        services.AddHostedService<Opening>();
        services.AddHostedService<NativeHeap>();
        services.AddLocal(configuration);
        if (hasLoops) services.AddCoreLoops().AddPollingLoop();
    }

    private static void AddParts(IServiceCollection services, IConfiguration configuration) => services
        .AddCore(configuration)
        .AddStorage(configuration)
        .AddSources(configuration)
        .AddTelegram(configuration)
        .AddDiscord(configuration)
        .AddWriter(configuration);

    private static void AddLogging(ILoggingBuilder logging, LogLevel? minimum)
    {
        logging.ClearProviders();
        logging.AddConsole(console => console.FormatterName = PlainLines.FormatName);
        logging.Services.AddSingleton<ConsoleFormatter, PlainLines>();
        // People and pipes read what verbs print on stdout; what went wrong belongs beside it.
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = minimum ?? LogLevel.Error);
        if (minimum is { } level) logging.AddFilter(null, level);
    }
}
