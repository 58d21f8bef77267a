namespace NewsBot.Discord.Protocol;

/// <summary>What to do when a connection has ended.</summary>
internal enum AfterClose
{
    Resume,
    IdentifyAnew,
    Fatal,
}

/// <summary>Discord's close codes (topics/opcodes-and-status-codes), sorted.</summary>
internal static class CloseCodes
{
    /// <summary>
    /// What we close with. Discord ends the session for 1000 and 1001 only, so any other code keeps it. 3000–3999 are registered names, and Discord's own
    /// end at 4014, so this one of the private range can never be mistaken for either.
    /// </summary>
    public const int KeepSession = 4900;

    /// <summary>
    /// A code we do not know, and a connection that broke without one, are worth a resume: it costs nothing of the daily identifies, and the answer to a
    /// session that is gone is op 9. A sequence that Discord calls invalid (4007) would be refused again, so that session is given up.
    /// </summary>
    public static AfterClose Sort(int? code) => code switch
    {
        4004 or (>= 4010 and <= 4014) => AfterClose.Fatal,
        4007 => AfterClose.IdentifyAnew,
        _ => AfterClose.Resume,
    };

    /// <summary>One sentence for the person who runs the bot.</summary>
    public static string Explain(int code) => code switch
    {
        4004 => "Discord does not accept the token. Set Discord:Token to the token of the developer portal and start again.",
        4010 => "Discord refused the shard number; this is a fault of the program, please report it.",
        4011 => "The bot is in too many servers for the shards it runs. Raise the limit of shards and start again.",
        4012 => "Discord no longer speaks this version of its gateway; update the program.",
        4013 => "Discord refused the intents; this is a fault of the program, please report it.",
        4014 => "Discord disallows an intent that the bot asks for. Allow it in the developer portal under Bot, and start again.",
        _ => $"Discord closed the connection with code {code}.",
    };
}
