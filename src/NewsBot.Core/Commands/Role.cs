namespace NewsBot.Core.Commands;

/// <summary>Who may do what; each may also do what the ones before may.</summary>
public enum Role
{
    Reader,

    /// <summary>Decides for one channel.</summary>
    Moderator,

    /// <summary>Runs the bot.</summary>
    Operator,
}
