using Microsoft.Extensions.Logging;
using NewsBot.Core.Chat;
using NewsBot.Discord.Protocol;

namespace NewsBot.Discord;

/// <summary>Who we are at Discord, and whether it can be reached.</summary>
internal sealed partial class DiscordConnection(TimeProvider clock, ILogger<DiscordConnection> log)
{
    private PlatformState _state = new(false, "It has not been reached yet.", clock.GetUtcNow());

    public PlatformState State => Volatile.Read(ref _state);

    /// <summary>None until Discord has told us.</summary>
    public Snowflake Application { get; private set; }

    public void Reached(Application application)
    {
        Application = application.Id;
        var invite = Invite(application.Id.ToString());
        LogReached(application.Name, invite);
        Reached();
    }

    /// <summary>True once Discord has said that it will have us no more; then nothing is tried again.</summary>
    public bool IsRefused { get; private set; }

    public void Reached() => Volatile.Write(ref _state, PlatformState.Up);

    public void Refused(string why)
    {
        IsRefused = true;
        Lost(why);
    }

    public void Lost(string why)
    {
        if (State.IsUp || State.Why != why) LogLost(why);
        Volatile.Write(ref _state, new(false, why, State.Since ?? clock.GetUtcNow()));
    }

    /// <summary>The address that adds the bot to a server, with what it needs to post and no more.</summary>
    public static string Invite(string application)
    {
        const Permissions Needed = Permissions.ViewChannel | Permissions.SendMessages | Permissions.SendMessagesInThreads | Permissions.EmbedLinks | Permissions.AttachFiles | Permissions.ReadMessageHistory;
        return $"https://discord.com/oauth2/authorize?client_id={application}&scope=bot+applications.commands&permissions={(ulong)Needed}";
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Discord: connected as {Name}. Add it to a server: {Invite}")]
    private partial void LogReached(string name, string invite);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord cannot be used right now; the rest goes on: {Why}")]
    private partial void LogLost(string why);
}
