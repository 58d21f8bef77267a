using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace NewsBot.Telegram.Receiving;

/// <summary>The updates that we ask for, and how they are read. They are kept as Telegram sent them, so one that cannot be read harms no other.</summary>
internal static class UpdateKinds
{
    public static readonly UpdateType[] Asked = [UpdateType.Message, UpdateType.CallbackQuery, UpdateType.InlineQuery, UpdateType.MyChatMember, UpdateType.ChatMember];

    /// <summary>The same, by their names on the wire.</summary>
    public const string AskedNames = """["message","callback_query","inline_query","my_chat_member","chat_member"]""";

    private static readonly JsonTypeInfo<Update> Type = (JsonTypeInfo<Update>)JsonBotAPI.Options.GetTypeInfo(typeof(Update));

    /// <summary>Null when it cannot be read.</summary>
    public static Update? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, Type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The chat, or for an inline search the person: what belongs to one is handled in order.</summary>
    public static long LaneOf(Update update) =>
        (update.Message?.Chat ?? update.CallbackQuery?.Message?.Chat ?? update.MyChatMember?.Chat ?? update.ChatMember?.Chat)?.Id ?? update.InlineQuery?.From.Id ?? 0;
}
