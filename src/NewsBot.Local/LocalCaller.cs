using NewsBot.Core.Chat;
using NewsBot.Core.Commands;

namespace NewsBot.Local;

/// <summary>
/// Who is asking. Whoever can open the page or the terminal runs the bot, so everybody may be what they choose with the role switch;
/// it is there to see the chat as a reader or a moderator sees it.
/// </summary>
internal static class LocalCaller
{
    private const string Person = "you";

    public static Caller Of(string room, Role role, Language speaks) => new(LocalPlatform.Channel(room), Person, role, IsNewsroom: true) { Speaks = speaks };

    /// <summary>A reader unless the text names another role.</summary>
    public static Role RoleOf(string? text) => text switch
    {
        "moderator" => Role.Moderator,
        "operator" => Role.Operator,
        _ => Role.Reader,
    };

    public static string Name(Role role) => role switch
    {
        Role.Moderator => "moderator",
        Role.Operator => "operator",
        _ => "reader",
    };
}
