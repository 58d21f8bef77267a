namespace NewsBot.Sources.Feeds.Reading.Html;

/// <summary>Tells markup from text where a feed does not say which of them it has: "AT&amp;T &lt; Verizon" is text, "&lt;b&gt;AT&amp;amp;T&lt;/b&gt;" is not.</summary>
internal static class HtmlLook
{
    /// <summary>True when nothing in a text could be markup.</summary>
    public static bool IsBare(string text) => !text.AsSpan().ContainsAny('<', '&');

    /// <summary>True for a tag that HTML has, a comment, or a reference to a character.</summary>
    public static bool IsHtml(string text)
    {
        if (HasTag(text, name => SafeElements.IsKnown(name))) return true;
        for (var rest = text.AsSpan(); rest.IndexOf('&') is >= 0 and var at; rest = rest[1..])
        {
            rest = rest[at..];
            if (CharacterReference.Read(rest, needsSemicolon: true).Value is not null) return true;
        }
        return false;
    }

    /// <summary>True when the text would act if somebody took it for HTML.</summary>
    public static bool IsActive(string text) => HasTag(text, name => SafeElements.IsUnsafe(name));

    private delegate bool NameTest(ReadOnlySpan<char> name);

    private static bool HasTag(string text, NameTest test)
    {
        if (!text.Contains('<', StringComparison.Ordinal)) return false;
        var tokens = new HtmlTokens(text);
        while (tokens.Next())
            if (tokens.Kind is HtmlTokenKind.Other || (tokens.Kind is HtmlTokenKind.Start or HtmlTokenKind.End && test(tokens.Name))) return true;
        return false;
    }
}
