using System.Buffers;

namespace NewsBot.Sources.Feeds.Reading.Html;

/// <summary>Cuts the inside of a start tag into attributes.</summary>
internal ref struct HtmlAttributes(ReadOnlySpan<char> tag)
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/=");

    private ReadOnlySpan<char> _rest = tag;

    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>As it was written, references not decoded.</summary>
    public ReadOnlySpan<char> Value { get; private set; }

    public bool Next()
    {
        _rest = _rest.TrimStart(" \t\r\n\f/");
        if (_rest.IsEmpty) return false;
        // An equals sign at the very start is part of a (senseless) name.
        var end = _rest[1..].IndexOfAny(NameEnds) + 1;
        if (end == 0) end = _rest.Length;
        Name = _rest[..end];
        _rest = _rest[end..].TrimStart(" \t\r\n\f");
        Value = _rest is ['=', ..] ? ReadValue() : default;
        return true;
    }

    /// <summary>One attribute of a tag, decoded; null when it is not there.</summary>
    public static string? Find(ReadOnlySpan<char> tag, string name)
    {
        var attributes = new HtmlAttributes(tag);
        while (attributes.Next())
            if (attributes.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return HtmlDecoding.Decode(attributes.Value, isAttribute: true);
        return null;
    }

    private ReadOnlySpan<char> ReadValue()
    {
        _rest = _rest[1..].TrimStart(" \t\r\n\f");
        if (_rest is ['"' or '\'', ..] && _rest[1..].IndexOf(_rest[0]) is >= 0 and var close) return Take(1, close, close + 2);
        var end = _rest.IndexOfAny(" \t\r\n\f");
        return end < 0 ? Take(0, _rest.Length, _rest.Length) : Take(0, end, end);
    }

    private ReadOnlySpan<char> Take(int start, int length, int next)
    {
        var value = _rest.Slice(start, length);
        _rest = _rest[next..];
        return value;
    }
}
