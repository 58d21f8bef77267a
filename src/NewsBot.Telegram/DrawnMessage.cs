using System.Text;
using NewsBot.Core.Chat;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace NewsBot.Telegram;

/// <summary>A card as Telegram takes it: plain text with entities beside it, so that nothing in the text can be markup.</summary>
internal sealed record DrawnMessage(string Text, IReadOnlyList<MessageEntity> Entities, InlineKeyboardMarkup? Keyboard, LinkPreviewOptions Preview);

/// <summary>Collects text and what is marked in it. Offsets are UTF-16 units, as Telegram counts them.</summary>
internal sealed class MessageText
{
    private readonly StringBuilder _text = new();
    private readonly List<MessageEntity> _entities = [];

    public IReadOnlyList<MessageEntity> Entities => _entities;

    public MessageText Add(Prose prose, Func<string, string?> linkOf)
    {
        foreach (var span in prose.Spans) Add(span.Text, span.Mark, span.Target ?? (span.Line is { } line ? linkOf(line) : null));
        return this;
    }

    public MessageText Add(string text, Mark mark = Mark.None, string? target = null)
    {
        var safe = SafeText.Of(text, isOurs: mark is Mark.Code);
        var start = _text.Length;
        _text.Append(safe);
        if (safe.AsSpan().Trim().IsEmpty) return this;
        if (TypeOf(mark) is { } type) _entities.Add(new() { Type = type, Offset = start, Length = safe.Length });
        if (target is not null && target != safe) _entities.Add(new() { Type = MessageEntityType.TextLink, Offset = start, Length = safe.Length, Url = target });
        return this;
    }

    /// <summary>An empty line, unless nothing stands before it.</summary>
    public MessageText Gap(string gap = "\n\n")
    {
        if (_text.Length > 0) _text.Append(gap);
        return this;
    }

    public override string ToString() => _text.ToString();

    private static MessageEntityType? TypeOf(Mark mark) => mark switch
    {
        Mark.Strong or Mark.Hit => MessageEntityType.Bold,
        Mark.Emphasis => MessageEntityType.Italic,
        Mark.Code => MessageEntityType.Code,
        _ => null,
    };
}
