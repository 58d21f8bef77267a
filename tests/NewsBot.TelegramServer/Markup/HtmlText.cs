using System.Text;

namespace NewsBot.BotApi;

/// <summary>
/// Reads Telegram's HTML the way the real server's library does (TDLib's parse_html): a small set of tags, four named entities,
/// and an error with a byte offset for everything that is not well formed.
/// </summary>
internal sealed class HtmlText
{
    private static readonly HashSet<string> Tags =
        ["a", "b", "strong", "i", "em", "s", "strike", "del", "u", "ins", "tg-spoiler", "tg-emoji", "tg-time", "span", "pre", "code", "blockquote"];

    private readonly string _html;
    private readonly StringBuilder _text = new();
    private readonly Stack<(string Tag, string Argument, int Start)> _open = new();
    private readonly List<TextEntity> _entities = [];
    private int _at;

    private HtmlText(string html) => _html = html;

    public static FormattedText Parse(string html) => new HtmlText(html).Parse();

    private char Current => _at < _html.Length ? _html[_at] : '\0';

    private FormattedText Parse()
    {
        while (_at < _html.Length)
        {
            if (Current == '&' && Reference() is { } character) _text.Append(character);
            else if (Current != '<') _text.Append(_html[_at++]);
            else if (_at + 1 < _html.Length && _html[_at + 1] == '/') EndTag();
            else StartTag();
        }
        if (_open.TryPeek(out var unclosed)) throw Refuse($"Can't find end tag corresponding to start tag \"{unclosed.Tag}\"");
        return new(_text.ToString(), [.. _entities.Select(it => it.Type == "code" ? it with { Language = null } : it)]);
    }

    private void StartTag()
    {
        var begin = _at++;
        var from = _at;
        while (_at < _html.Length && !char.IsWhiteSpace(Current) && Current != '>') _at++;
        if (_at == _html.Length) throw Refuse($"Unclosed start tag at byte offset {Bytes(begin)}");
        var tag = _html[from.._at].ToLowerInvariant();
        if (!Tags.Contains(tag)) throw Refuse($"Unsupported start tag \"{tag}\" at byte offset {Bytes(begin)}");
        var argument = "";
        while (Attribute(tag, begin) is { } attribute)
            argument = Argument(tag, attribute.Name, attribute.Value) ?? argument;
        _at++;
        if (tag == "span" && argument != "tg-spoiler") throw Refuse($"Tag \"span\" must have class \"tg-spoiler\" at byte offset {Bytes(begin)}");
        _open.Push((tag, argument, _text.Length));
    }

    // Ends before the '>' of the tag.
    private (string Name, string Value)? Attribute(string tag, int begin)
    {
        Blanks();
        if (Current == '>') return null;
        var from = _at;
        while (_at < _html.Length && !char.IsWhiteSpace(Current) && Current is not ('=' or '>')) _at++;
        var name = _html[from.._at].ToLowerInvariant();
        if (name.Length == 0) throw Refuse($"Empty attribute name in the tag \"{tag}\" at byte offset {Bytes(begin)}");
        Blanks();
        if (Current != '=' && tag == "blockquote" && _at < _html.Length) return (name, "");
        if (Current != '=') throw Refuse($"Expected equal sign in declaration of an attribute of the tag \"{tag}\" at byte offset {Bytes(begin)}");
        _at++;
        Blanks();
        return (name, Current is '"' or '\'' ? Quoted(begin) : Bare(begin));
    }

    private string Quoted(int begin)
    {
        var quote = _html[_at++];
        var value = new StringBuilder();
        while (_at < _html.Length && Current != quote)
            if (Current == '&' && Reference() is { } character) value.Append(character);
            else value.Append(_html[_at++]);
        if (_at == _html.Length) throw Refuse($"Unclosed start tag at byte offset {Bytes(begin)}");
        _at++;
        return value.ToString();
    }

    private string Bare(int begin)
    {
        var from = _at;
        while (char.IsAsciiLetterOrDigit(Current) || Current is '.' or '-') _at++;
        if (_at == _html.Length) throw Refuse($"Unclosed start tag at byte offset {Bytes(begin)}");
        if (!char.IsWhiteSpace(Current) && Current != '>') throw Refuse($"Unexpected end of name token at byte offset {Bytes(from)}");
        return _html[from.._at].ToLowerInvariant();
    }

    private static string? Argument(string tag, string name, string value) => (tag, name) switch
    {
        ("a", "href") or ("span", "class") or ("tg-emoji", "emoji-id") or ("tg-time", "unix") => value,
        ("code", "class") when value.StartsWith("language-", StringComparison.Ordinal) => value["language-".Length..],
        ("blockquote", "expandable") => "expandable",
        _ => null,
    };

    private void EndTag()
    {
        var begin = _at;
        if (!_open.TryPop(out var opened)) throw Refuse($"Unexpected end tag at byte offset {Bytes(begin)}");
        _at += 2;
        var from = _at;
        while (_at < _html.Length && !char.IsWhiteSpace(Current) && Current != '>') _at++;
        var tag = _html[from.._at].ToLowerInvariant();
        Blanks();
        if (Current != '>') throw Refuse($"Unclosed end tag at byte offset {Bytes(begin)}");
        if (tag.Length > 0 && tag != opened.Tag)
            throw Refuse($"Unmatched end tag at byte offset {Bytes(begin)}, expected \"</{opened.Tag}>\", found \"</{tag}>\"");
        _at++;
        if (_text.Length > opened.Start) Close(opened.Tag, opened.Argument, opened.Start);
    }

    private void Close(string tag, string argument, int start)
    {
        var length = _text.Length - start;
        TextEntity Plain(string type) => new(type, start, length);
        var entity = tag switch
        {
            "b" or "strong" => Plain("bold"),
            "i" or "em" => Plain("italic"),
            "u" or "ins" => Plain("underline"),
            "s" or "strike" or "del" => Plain("strikethrough"),
            "span" or "tg-spoiler" => Plain("spoiler"),
            "blockquote" => Plain(argument == "expandable" ? "expandable_blockquote" : "blockquote"),
            "code" => Plain("code") with { Language = argument.Length > 0 ? argument : null },
            "tg-emoji" => Plain("custom_emoji") with { Emoji = argument },
            "tg-time" => Plain("date_time"),
            "pre" => Preformatted(Plain("pre")),
            _ => LinkEntity.From(argument.Length > 0 ? argument : _text.ToString(start, length), start, length),
        };
        if (entity is not null) _entities.Add(entity);
    }

    // <pre><code class="language-…"> is one entity; a language anywhere else means nothing.
    private TextEntity Preformatted(TextEntity pre)
    {
        if (_entities is not [.., { Type: "code" } code] || code.Offset != pre.Offset || code.Length != pre.Length) return pre;
        _entities.RemoveAt(_entities.Count - 1);
        return pre with { Language = code.Language };
    }

    private void Blanks()
    {
        while (char.IsWhiteSpace(Current)) _at++;
    }

    /// <summary>The character that a reference stands for, or null when it is none and stays as it is written.</summary>
    private string? Reference()
    {
        var rest = _html.AsSpan(_at);
        foreach (var (name, character) in (ReadOnlySpan<(string, string)>)[("&lt", "<"), ("&gt", ">"), ("&amp", "&"), ("&quot", "\"")])
            if (rest.StartsWith(name, StringComparison.Ordinal) && !(rest.Length > name.Length && char.IsAsciiLetter(rest[name.Length])))
                return Skip(name.Length, character);
        return rest.StartsWith("&#", StringComparison.Ordinal) ? Numeric(rest) : null;
    }

    private string? Numeric(ReadOnlySpan<char> rest)
    {
        var isHex = rest.Length > 2 && rest[2] is 'x' or 'X';
        var digits = isHex ? 3 : 2;
        var end = digits;
        while (end < rest.Length && end < 11 && (isHex ? char.IsAsciiHexDigit(rest[end]) : char.IsAsciiDigit(rest[end]))) end++;
        var style = isHex ? System.Globalization.NumberStyles.AllowHexSpecifier : System.Globalization.NumberStyles.None;
        return int.TryParse(rest[digits..end], style, null, out var code) && code != 0 && Rune.IsValid(code) ? Skip(end, new Rune(code).ToString()) : null;
    }

    private string Skip(int length, string character)
    {
        _at += length;
        if (Current == ';') _at++;
        return character;
    }

    private int Bytes(int index) => Encoding.UTF8.GetByteCount(_html.AsSpan(0, index));

    private static Refusal Refuse(string why) => Refusal.Bad($"can't parse entities: {why}");
}
