using NewsBot.Sources.Feeds.Reading.Html;

namespace NewsBot.Sources.Feeds.Reading;

internal enum TextKind
{
    Plain,
    Html,

    /// <summary>Text, unless it looks like HTML: titles and all else where RSS forgot to say.</summary>
    Guess,
}

/// <summary>Makes raw texts into ones that may be shown.</summary>
/// <remarks>One instance serves one document.</remarks>
internal sealed class FeedTexts
{
    private readonly SafeHtml _safe = new();

    /// <returns>Null when the text is empty.</returns>
    public FeedText? Make(string? raw, TextKind kind, string? baseAddress)
    {
        if (string.IsNullOrWhiteSpace(raw)) return null;
        var text = WesternControls.Mend(raw.Length > FeedLimits.Text ? raw[..FeedLimits.Text] : raw).Trim();
        if (HtmlLook.IsBare(text)) return new(text, false);
        if (kind is TextKind.Html || (kind is TextKind.Guess && HtmlLook.IsHtml(text))) return new(_safe.Clean(text, baseAddress).Trim(), true);
        // Whoever takes our plain text for HTML must not be harmed by it.
        return HtmlLook.IsActive(text) ? new(Escape(text), true) : new(text, false);
    }

    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
