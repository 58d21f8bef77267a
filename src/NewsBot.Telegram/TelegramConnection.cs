using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Core.Chat;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace NewsBot.Telegram;

/// <summary>The one connection to the Bot API: its client, who we are there, and whether it can be reached.</summary>
internal sealed partial class TelegramConnection(IOptions<TelegramOptions> options, IHttpClientFactory http, TimeProvider clock, ILogger<TelegramConnection> log)
{
    /// <summary>The named HTTP client. Its requests have the token in their address, so nothing may log them.</summary>
    public const string HttpName = "telegram";

    private readonly Lazy<TelegramBotClient> _client = new(() => new(
        new TelegramBotClientOptions(options.Value.Token, options.Value.BaseUrl) { RetryCount = 0, RetryThreshold = 0 },
        http.CreateClient(HttpName)));

    private PlatformState _state = new(false, "It has not been reached yet.", clock.GetUtcNow());

    public ITelegramBotClient Client => _client.Value;

    /// <summary>Null until Telegram has told us.</summary>
    public User? Me { get; private set; }

    public string Username => Me?.Username ?? "";

    public PlatformState State => Volatile.Read(ref _state);

    /// <summary>True once Telegram said that the token is wrong; then nothing is asked any more.</summary>
    public bool IsRefused { get; private set; }

    public void Reached(User me)
    {
        Me = me;
        Reached();
        LogReached(Username);
    }

    public void Reached()
    {
        if (State.IsUp || IsRefused) return;
        Volatile.Write(ref _state, PlatformState.Up);
    }

    public void Lost(string why)
    {
        if (IsRefused) return;
        if (State.IsUp || State.Why != why) LogLost(why);
        Volatile.Write(ref _state, new(false, why, State.Since ?? clock.GetUtcNow()));
    }

    /// <summary>Telegram answered 401 or 404 to a call that is always allowed.</summary>
    public void Refused()
    {
        if (IsRefused) return;
        IsRefused = true;
        Volatile.Write(ref _state, new(false, "Telegram does not accept the token; put the right one into Telegram:Token and start again.", clock.GetUtcNow()));
        LogRefused();
    }

    /// <summary>Whether an answer means that the token is wrong.</summary>
    public static bool IsRefusal(int code) => code is (int)HttpStatusCode.Unauthorized or (int)HttpStatusCode.NotFound;

    [LoggerMessage(Level = LogLevel.Information, Message = "Telegram: connected as @{Username}.")]
    private partial void LogReached(string username);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram cannot be used right now and is tried again: {Why}")]
    private partial void LogLost(string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "Telegram does not accept the token, so Telegram stays off and the rest goes on; put the right one into Telegram:Token and start again.")]
    private partial void LogRefused();
}
