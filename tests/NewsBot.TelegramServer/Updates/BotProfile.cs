using System.Collections.Concurrent;

namespace NewsBot.BotApi;

/// <summary>A command in a menu.</summary>
public sealed record MenuCommand(string Command, string Description);

/// <summary>What a bot has said about itself: menus by scope and language, names and descriptions by language. "" is every language.</summary>
public sealed class BotProfile
{
    /// <summary>Menus by scope, such as "all_chat_administrators" or "chat:-1001", and language.</summary>
    public ConcurrentDictionary<(string Scope, string Language), IReadOnlyList<MenuCommand>> Menus { get; } = new();

    public ConcurrentDictionary<string, string> Names { get; } = new();

    public ConcurrentDictionary<string, string> Descriptions { get; } = new();

    public ConcurrentDictionary<string, string> ShortDescriptions { get; } = new();

    /// <summary>The menu that a person sees in a chat: the narrowest scope wins, and in it the person's language (the Bot API's BotCommandScope).</summary>
    public IReadOnlyList<MenuCommand> MenuFor(Person person, ChatRoom room)
    {
        var language = person.LanguageCode?.Split('-')[0] ?? "";
        foreach (var scope in Scopes(person, room))
            foreach (var words in (string[])[language, ""])
                if (Menus.TryGetValue((scope, words), out var menu))
                    return menu;
        return [];
    }

    private static IEnumerable<string> Scopes(Person person, ChatRoom room)
    {
        var isAdministrator = room.MembershipOf(person).IsAdministrator;
        if (room.Kind == RoomKind.Private) return [$"chat:{room.Id}", "all_private_chats", "default"];
        return
        [
            $"chat_member:{room.Id}:{person.Id}",
            .. isAdministrator ? [$"chat_administrators:{room.Id}"] : (string[])[],
            $"chat:{room.Id}",
            .. isAdministrator ? ["all_chat_administrators"] : (string[])[],
            "all_group_chats",
            "default",
        ];
    }
}
