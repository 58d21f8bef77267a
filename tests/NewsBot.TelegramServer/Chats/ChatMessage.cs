using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace NewsBot.BotApi;

/// <summary>A message in a chat. Everything here may be read while the server works.</summary>
public sealed class ChatMessage
{
    private ImmutableList<(DateTimeOffset At, MessageContent Content)> _versions;

    internal ChatMessage(ChatRoom room, int id, DateTimeOffset at, MessageContent content)
    {
        Room = room;
        Id = id;
        _versions = [(at, content)];
    }

    public ChatRoom Room { get; }

    public int Id { get; }

    /// <summary>When it was posted, by the server's clock.</summary>
    public DateTimeOffset At => _versions[0].At;

    /// <summary>The person or bot that wrote it; null for channel posts and for what is written in a chat's name.</summary>
    public Account? From { get; init; }

    /// <summary>The chat in whose name it was written: a channel, or the group itself for an anonymous administrator.</summary>
    public ChatRoom? SenderChat { get; init; }

    /// <summary>The message_thread_id: the id of the topic's first message; null outside topics and in General.</summary>
    public int? Thread { get; init; }

    /// <summary>Whether it made no sound (disable_notification).</summary>
    public bool IsSilent { get; init; }

    /// <summary>Whether it cannot be forwarded (protect_content).</summary>
    public bool IsProtected { get; init; }

    public ChatMessage? ReplyTo { get; init; }

    /// <summary>The bot whose inline result this is.</summary>
    public BotAccount? Via { get; init; }

    /// <summary>The message that this one forwards.</summary>
    public ChatMessage? Forwards { get; init; }

    /// <summary>Whether Telegram forwarded it by itself, from the linked channel.</summary>
    public bool IsAutomaticForward { get; init; }

    /// <summary>What the messages of one album share.</summary>
    public string? Album { get; init; }

    /// <summary>How a bot that has no access to the chat can still edit the inline result that it gave.</summary>
    public string? InlineId { get; init; }

    /// <summary>The number of the call that made it, if a bot did; see <see cref="TelegramServer.Calls"/>.</summary>
    public long? Call { get; init; }

    internal BotAccount? Author { get; init; }

    public bool IsDeleted { get; internal set; }

    public bool IsPinned { get; internal set; }

    public MessageContent Content => _versions[^1].Content;

    /// <summary>All that it has shown and since when, the oldest first.</summary>
    public IReadOnlyList<(DateTimeOffset At, MessageContent Content)> Versions => _versions;

    public bool IsEdited => _versions.Count > 1;

    /// <summary>The text or caption that it shows now; empty for service messages.</summary>
    public string Text => Content.Body.Text;

    public ImmutableArray<TextEntity> Entities => Content.Body.Entities;

    public StoredFile? Photo => Content.Photo;

    /// <summary>Whether it is about the chat itself, such as somebody's joining.</summary>
    public bool IsService => Content.Service is not null;

    /// <summary>The rows of buttons under it.</summary>
    public IReadOnlyList<IReadOnlyList<MessageButton>> Rows => MarkupRows.Of(Content.Markup);

    public IEnumerable<MessageButton> Buttons => Rows.SelectMany(row => row);

    internal void Edit(DateTimeOffset at, MessageContent content) => _versions = _versions.Add((at, content));

    public override string ToString() => $"#{Id}{(Thread is { } thread ? $" in topic {thread}" : "")} {From?.Name ?? SenderChat?.Title ?? "Telegram"}: "
        + (IsService ? Content.Service!.ToJsonString() : Text) + (Photo is null ? "" : " [photo]");
}

internal static class MarkupRows
{
    public static IReadOnlyList<IReadOnlyList<MessageButton>> Of(JsonObject? markup) =>
        (markup?["inline_keyboard"] ?? markup?["keyboard"]) is not JsonArray rows ? []
        : [.. rows.OfType<JsonArray>().Select(row => (IReadOnlyList<MessageButton>)[.. row.Select(Button)])];

    private static MessageButton Button(JsonNode? button) => button is JsonObject it
        ? new((string?)it["text"] ?? "", (string?)it["callback_data"], (string?)it["url"])
        : new((string?)button ?? "", null, null);
}
