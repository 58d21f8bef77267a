using System.Text.Json.Nodes;

namespace NewsBot.BotApi;

/// <summary>What a message shows; an edit replaces it whole.</summary>
public sealed record MessageContent
{
    /// <summary>The text, or null for a photo, a rich message or a service message.</summary>
    public FormattedText? Text { get; init; }

    /// <summary>The caption of a photo; of a rich message its text without tags.</summary>
    public FormattedText? Caption { get; init; }

    public StoredFile? Photo { get; init; }

    /// <summary>The HTML of a rich message, as the bot sent it.</summary>
    public string? RichHtml { get; init; }

    /// <summary>The reply_markup as the bot sent it: an inline keyboard, a keyboard, or an instruction about one.</summary>
    public JsonObject? Markup { get; init; }

    /// <summary>The link_preview_options as the bot sent them.</summary>
    public JsonObject? LinkPreview { get; init; }

    /// <summary>The members that make a service message, such as new_chat_members.</summary>
    public JsonObject? Service { get; init; }

    /// <summary>The text or the caption.</summary>
    public FormattedText Body => Text ?? Caption ?? FormattedText.Empty;

    internal JsonObject? InlineKeyboard => Markup?["inline_keyboard"] is JsonArray { Count: > 0 } ? Markup : null;

    internal bool Shows(MessageContent other) =>
        Equals(Text, other.Text) && Equals(Caption ?? FormattedText.Empty, other.Caption ?? FormattedText.Empty) && Photo == other.Photo && RichHtml == other.RichHtml
        && JsonNode.DeepEquals(InlineKeyboard, other.InlineKeyboard) && JsonNode.DeepEquals(LinkPreview, other.LinkPreview);
}

/// <summary>A button under a message.</summary>
/// <param name="Data">The callback data; null for a button that does something else.</param>
/// <param name="Url">Where the button leads, if anywhere.</param>
public sealed record MessageButton(string Text, string? Data, string? Url);
