using System.Globalization;

namespace NewsBot.Sources.Feeds.Reading.Html;

/// <summary>Finds the picture of a text: the first that is one, not a counter or a sign.</summary>
internal static class HtmlImages
{
    /// <summary>Pixels; what is smaller is an icon, or a dot that counts readers.</summary>
    private const int Smallest = 64;

    public static FeedMedia? First(FeedText? text)
    {
        if (text is not { IsHtml: true } html) return null;
        var tokens = new HtmlTokens(html.Value);
        while (tokens.Next())
        {
            if (tokens.Kind != HtmlTokenKind.Start || !tokens.Name.Equals("img", StringComparison.OrdinalIgnoreCase)) continue;
            if (IsSmall(tokens.Attributes, "width") || IsSmall(tokens.Attributes, "height")) continue;
            if (HtmlAttributes.Find(tokens.Attributes, "src") is { Length: > 0 } address)
                return new(address, "image", Description: HtmlAttributes.Find(tokens.Attributes, "alt"));
        }
        return null;
    }

    private static bool IsSmall(ReadOnlySpan<char> tag, string side) =>
        int.TryParse(HtmlAttributes.Find(tag, side)?.Replace("px", "", StringComparison.OrdinalIgnoreCase), NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels < Smallest;
}
