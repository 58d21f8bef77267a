using System.Globalization;
using Telegram.Bot.Types;

namespace NewsBot.Telegram;

/// <summary>A post of ours, as its id is kept: "123t", or "123p" for a picture with a caption, which is edited by another call than a text.</summary>
internal readonly record struct PostedMessage(int Id, bool IsPhoto)
{
    public static PostedMessage Of(Message sent) => new(sent.Id, sent.Photo is not null);

    /// <summary>Null when it is no id that we gave.</summary>
    public static PostedMessage? Read(string text) =>
        text is [.., 't' or 'p'] && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new(id, text[^1] == 'p') : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}{(IsPhoto ? "p" : "t")}");
}
