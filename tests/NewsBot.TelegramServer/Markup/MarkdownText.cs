using System.Text;

namespace NewsBot.BotApi;

/// <summary>Reads MarkdownV2 (https://core.telegram.org/bots/api#markdownv2-style): every reserved character must be escaped, and every entity closed.</summary>
internal sealed class MarkdownText
{
    private const string Reserved = "_*[]()~`>#+-=|{}.!";

    private readonly string _source;
    private readonly StringBuilder _text = new();
    private readonly Stack<(string Mark, int Start, int Begin)> _open = new();
    private readonly List<TextEntity> _entities = [];
    private int _at;

    private MarkdownText(string source) => _source = source;

    public static FormattedText Parse(string source) => new MarkdownText(source).Parse();

    private bool IsLineStart => _text.Length == 0 || _text[^1] == '\n';

    private FormattedText Parse()
    {
        while (_at < _source.Length) Step();
        if (_open.TryPeek(out var quote) && quote.Mark is ">" or "**>") Close(0);
        if (_open.TryPeek(out var unclosed)) throw Refuse($"Can't find end of {Name(unclosed.Mark)} entity at byte offset {Bytes(unclosed.Begin)}");
        return new(_text.ToString(), [.. _entities]);
    }

    private void Step()
    {
        var now = _source[_at];
        if (now == '\\' && _at + 1 < _source.Length && _source[_at + 1] is > '\0' and < '\x7F') Append(_source[_at + 1], 2);
        else if (now == '`') Code();
        else if (now == '\n') LineEnd();
        else if (IsLineStart && Is("**>")) Open("**>");
        else if (IsLineStart && now == '>') Open(">");
        else if (Mark(now) is { } mark) Toggle(mark);
        else if (now == '[') Open("[");
        else if (Is("![")) Open("![");
        else if (now == ']') Link();
        else if (Reserved.Contains(now, StringComparison.Ordinal)) throw Refuse($"Character '{now}' is reserved and must be escaped with the preceding '\\'");
        else Append(now, 1);
    }

    private string? Mark(char now) => now switch
    {
        '*' => "*",
        '_' => Is("__") ? "__" : "_",
        '~' => "~",
        '|' when Is("||") => "||",
        _ => null,
    };

    private void Toggle(string mark)
    {
        if (_open.TryPeek(out var top) && top.Mark == mark) Close(mark.Length);
        // An expandable quotation ends with two bars.
        else if (mark == "||" && _open.TryPeek(out top) && top.Mark == "**>" && (_at + 2 == _source.Length || _source[_at + 2] == '\n')) _at += 2;
        else if (_open.Any(it => it.Mark == mark)) throw Refuse($"Can't find end of {Name(top.Mark)} entity at byte offset {Bytes(top.Begin)}");
        else Open(mark);
    }

    private void LineEnd()
    {
        var isQuoted = _open.TryPeek(out var top) && top.Mark is ">" or "**>";
        if (isQuoted && !(_at + 1 < _source.Length && _source[_at + 1] == '>')) Close(0);
        Append('\n', isQuoted && _at + 1 < _source.Length && _source[_at + 1] == '>' ? 2 : 1);
    }

    private void Open(string mark)
    {
        _open.Push((mark, _text.Length, _at));
        _at += mark.Length;
    }

    private void Close(int length)
    {
        var (mark, start, _) = _open.Pop();
        _at += length;
        if (_text.Length > start) _entities.Add(new(Type(mark), start, _text.Length - start));
    }

    private void Code()
    {
        var begin = _at;
        var mark = Is("```") ? "```" : "`";
        _at += mark.Length;
        var code = new StringBuilder();
        while (_at < _source.Length && !Is(mark))
        {
            if (_source[_at] == '\\' && _at + 1 < _source.Length && _source[_at + 1] is '`' or '\\') _at++;
            code.Append(_source[_at++]);
        }
        if (_at >= _source.Length) throw Refuse($"Can't find end of {(mark == "`" ? "Code" : "PreCode")} entity at byte offset {Bytes(begin)}");
        _at += mark.Length;
        var (language, text) = mark == "`" ? (null, code.ToString()) : Language(code.ToString());
        if (text.Length > 0) _entities.Add(new(mark == "`" ? "code" : "pre", _text.Length, text.Length, Language: language));
        _text.Append(text);
    }

    private static (string? Language, string Text) Language(string code)
    {
        var end = code.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0 || code[..end].Any(char.IsWhiteSpace)) return (null, code);
        return (end == 0 ? null : code[..end], code[(end + 1)..]);
    }

    private void Link()
    {
        if (!_open.TryPeek(out var top) || top.Mark is not ("[" or "![")) throw Refuse("Character ']' is reserved and must be escaped with the preceding '\\'");
        _open.Pop();
        _at++;
        var (start, length) = (top.Start, _text.Length - top.Start);
        var address = _at < _source.Length && _source[_at] == '(' ? Address(top) : _text.ToString(start, length);
        var entity = top.Mark == "![" ? Emoji(address, start, length) : LinkEntity.From(address, start, length);
        if (entity is not null && length > 0) _entities.Add(entity);
    }

    private string Address((string Mark, int Start, int Begin) link)
    {
        var address = new StringBuilder();
        for (_at++; _at < _source.Length && _source[_at] != ')'; _at++)
        {
            if (_source[_at] == '\\' && _at + 1 < _source.Length) _at++;
            address.Append(_source[_at]);
        }
        if (_at++ >= _source.Length) throw Refuse($"Can't find end of a URL at byte offset {Bytes(link.Begin)}");
        return address.ToString();
    }

    private static TextEntity? Emoji(string address, int start, int length) =>
        address.StartsWith("tg://emoji?id=", StringComparison.Ordinal) ? new("custom_emoji", start, length, Emoji: address["tg://emoji?id=".Length..]) : null;

    private static string Type(string mark) => mark switch
    {
        "*" => "bold",
        "_" => "italic",
        "__" => "underline",
        "~" => "strikethrough",
        "||" => "spoiler",
        ">" => "blockquote",
        _ => "expandable_blockquote",
    };

    private static string Name(string mark) => mark switch
    {
        "*" => "Bold",
        "_" => "Italic",
        "__" => "Underline",
        "~" => "Strikethrough",
        "||" => "Spoiler",
        "[" => "TextUrl",
        "![" => "CustomEmoji",
        _ => "BlockQuote",
    };

    private void Append(char character, int length)
    {
        _text.Append(character);
        _at += length;
    }

    private bool Is(string mark) => string.CompareOrdinal(_source, _at, mark, 0, mark.Length) == 0;

    private int Bytes(int index) => Encoding.UTF8.GetByteCount(_source.AsSpan(0, index));

    private static Refusal Refuse(string why) => Refusal.Bad($"can't parse entities: {why}");
}
