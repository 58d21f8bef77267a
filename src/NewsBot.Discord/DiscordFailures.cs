using NewsBot.Core.Chat;
using NewsBot.Discord.Protocol;

namespace NewsBot.Discord;

/// <summary>What a failed call means for a post (topics/opcodes-and-status-codes).</summary>
internal static class DiscordFailures
{
    private static readonly TimeSpan SlowDown = TimeSpan.FromMinutes(1);

    public static SendOutcome Outcome(RestFailure failure) => failure switch
    {
        RateLimited limited => new SendOutcome.Later(limited.After, "Discord asks to wait."),
        HeldBack held => new SendOutcome.Later(held.After, Why(failure)),
        Unreachable { MaybeSent: true } => new SendOutcome.Unknown("Discord did not answer, so nobody knows whether this arrived."),
        Unreachable => new SendOutcome.Later(null, "Discord cannot be reached."),
        Refused refused when Closed(refused) is { } why => new SendOutcome.Closed(why),
        // Slow mode, write limits of the channel and of the server, an interaction limit: all end by themselves.
        Refused { Code: 20016 or 20028 or 20029 or 40062 } => new SendOutcome.Later(SlowDown, "This channel takes no more messages for a moment."),
        Refused { Code: 10008 } => new SendOutcome.Never("The post is no longer there."),
        Refused { Code: 50005 } => new SendOutcome.Never("The post was not written by this bot."),
        Refused { Status: 400 or 413 } refused => new SendOutcome.Never($"Discord does not take this post: {refused.Message} {refused.Errors}".Trim()),
        Refused { Code: 200000 } => new SendOutcome.Never("The server's AutoMod does not let this post through."),
        Refused { Status: 403 } => new SendOutcome.Closed("Discord does not let the bot write here."),
        _ => new SendOutcome.Later(null, Why(failure)),
    };

    /// <summary>One sentence about any failure.</summary>
    public static string Why(RestFailure failure) => failure switch
    {
        TokenIsWrong => "Discord does not accept the token; put the right one into Discord:Token and start again.",
        RateLimited => "Discord asks to wait.",
        HeldBack => "Discord refused too much lately, so we keep quiet for some minutes before it bans this address.",
        Unreachable unreachable => unreachable.Why,
        Refused refused => $"Discord answered {refused.Status}: {refused.Message} {refused.Errors}".Trim(),
        _ => "Discord did not answer.",
    };

    /// <summary>The interaction is over: nobody waits for an answer any more.</summary>
    public static bool IsTooLate(RestFailure failure) => failure is Refused { Code: 10062 or 10015 or 50027 or 40060 };

    /// <summary>Replies need the permission Read Message History, and Discord does not always say that it was this one that was missed.</summary>
    public static bool MayBeForTheReply(RestFailure failure) => failure is Refused { Code: 50013 or 160002 };

    private static string? Closed(Refused refused) => refused.Code switch
    {
        10003 => "The channel was deleted.",
        10004 => "The server is gone, or the bot was removed from it.",
        10013 => "The person's account was deleted.",
        50001 => "The bot cannot see this channel; it needs the permission View Channel.",
        50013 => "The bot may not write here; it needs the permissions Send Messages and Embed Links.",
        50007 or 50278 => "The person does not take messages from the bot.",
        160005 => "The thread is locked.",
        _ => null,
    };
}
