using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsBot.Discord.Protocol;

namespace NewsBot.Discord.Tests.Protocol;

/// <summary>The client as the program has it, with everything that is logged at hand.</summary>
internal sealed class Rig : IAsyncDisposable
{
    public const string Token = "MTIzNDU2Nzg5.SECRET.the-bots-own-token";

    private readonly ServiceProvider _services;

    public Rig(ScriptedServer server, RestSettings? rest = null, GatewaySettings? gateway = null, ISessionStore? store = null, TimeProvider? time = null)
        : this(server.BaseUrl, rest, gateway, store, time)
    {
    }

    public Rig(Uri baseUrl, RestSettings? rest = null, GatewaySettings? gateway = null, ISessionStore? store = null, TimeProvider? time = null)
    {
        var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Lines))
            .AddSingleton(time ?? TimeProvider.System)
            .AddSingleton(store ?? new SessionsInMemory())
            .AddSingleton((rest ?? Settings) with { BaseUrl = baseUrl })
            .AddSingleton(gateway ?? new GatewaySettings { Token = new(Token) })
            .AddDiscordProtocol();
        _services = services.BuildServiceProvider();
    }

    public LogLines Lines { get; } = new();

    public DiscordRest Rest => _services.GetRequiredService<DiscordRest>();

    public Gateway Gateway => _services.GetRequiredService<Gateway>();

    /// <summary>With a burst that lets a test send without waiting for a clock that it holds.</summary>
    public static RestSettings Settings => new() { Token = new(Token), GlobalBurst = 100 };

    public static Interaction Interaction(ulong id = 100, string token = "aW50ZXJhY3Rpb24-TOKEN") =>
        new() { Id = new(id), ApplicationId = new(2), Token = new(token), Type = InteractionKind.Command };

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = [];

    public string All => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _lines.Enqueue($"scope {state}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}

internal static class Answers
{
    public static async Task JsonAsync(this HttpContext context, int status, string json, params (string Name, string Value)[] headers)
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json);
    }

    public static async Task<string> BodyAsync(this HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        return await reader.ReadToEndAsync();
    }
}
