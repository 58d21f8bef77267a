using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NewsBot.BotApi;

/// <summary>What a bot says about itself.</summary>
internal static partial class Profile
{
    private const int MostCommands = 100;

    public static JsonNode GetMe(Request request)
    {
        var me = request.Bot.ToJson();
        me["can_join_groups"] = true;
        me["can_read_all_group_messages"] = request.Bot.ReadsWholeGroups;
        me["supports_inline_queries"] = request.Bot.TakesInlineQueries;
        me["can_connect_to_business"] = false;
        me["has_main_web_app"] = false;
        me["has_topics_enabled"] = request.Bot.HasPrivateTopics;
        return me;
    }

    public static JsonNode SetCommands(Request request)
    {
        var commands = request.Call.Array("commands")?.Select(Command).ToList() ?? throw Refusal.Bad("commands are not specified");
        if (commands.Count > MostCommands) throw Refusal.Bad("BOT_COMMANDS_TOO_MUCH");
        var key = (Scope(request), Language(request));
        if (commands.Count == 0) request.Bot.Profile.Menus.TryRemove(key, out _);
        else request.Bot.Profile.Menus[key] = commands;
        return true;
    }

    public static JsonNode GetCommands(Request request) =>
        new JsonArray([.. (request.Bot.Profile.Menus.GetValueOrDefault((Scope(request), Language(request))) ?? [])
            .Select(it => new JsonObject { ["command"] = it.Command, ["description"] = it.Description })]);

    public static JsonNode DeleteCommands(Request request)
    {
        request.Bot.Profile.Menus.TryRemove((Scope(request), Language(request)), out _);
        return true;
    }

    /// <param name="longest">In characters; the Bot API's documentation of the method.</param>
    public static JsonNode Set(Request request, Func<BotProfile, ConcurrentDictionary<string, string>> which, string field, int longest)
    {
        var text = request.Call[field] ?? "";
        if (text.Length > longest) throw Refusal.Bad($"{field.ToUpperInvariant()}_TOO_LONG");
        if (text.Length == 0) which(request.Bot.Profile).TryRemove(Language(request), out _);
        else which(request.Bot.Profile)[Language(request)] = text;
        return true;
    }

    public static JsonNode Get(Request request, Func<BotProfile, ConcurrentDictionary<string, string>> which, string field)
    {
        var texts = which(request.Bot.Profile);
        var fallback = field == "name" ? request.Bot.Name : "";
        return new JsonObject { [field] = texts.GetValueOrDefault(Language(request)) ?? texts.GetValueOrDefault("") ?? fallback };
    }

    private static MenuCommand Command(JsonNode? json)
    {
        var (name, description) = (((string?)json?["command"] ?? "").TrimStart('/'), (string?)json?["description"] ?? "");
        if (!CommandName().IsMatch(name)) throw Refusal.Bad("BOT_COMMAND_INVALID");
        if (description.Length == 0 || Encoding.UTF32.GetByteCount(description) / 4 > 256) throw Refusal.Bad("BOT_COMMAND_DESCRIPTION_INVALID");
        return new(name, description);
    }

    private static string Language(Request request)
    {
        var language = request.Call["language_code"] ?? "";
        return language.Length == 0 || LanguageCode().IsMatch(language) ? language : throw Refusal.Bad("invalid language code specified");
    }

    private static string Scope(Request request)
    {
        if (request.Call.Object("scope") is not { } scope) return "default";
        var type = (string?)scope["type"] ?? "";
        var chat = scope["chat_id"]?.ToString();
        return type switch
        {
            "default" or "all_private_chats" or "all_group_chats" or "all_chat_administrators" => type,
            "chat" or "chat_administrators" when chat is not null => $"{type}:{chat}",
            "chat_member" when chat is not null => $"{type}:{chat}:{scope["user_id"]}",
            _ => throw Refusal.Bad("can't parse BotCommandScope: Unsupported type specified"),
        };
    }

    [GeneratedRegex("^[a-z0-9_]{1,32}$", RegexOptions.CultureInvariant)]
    private static partial Regex CommandName();

    [GeneratedRegex("^[a-z]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageCode();
}
