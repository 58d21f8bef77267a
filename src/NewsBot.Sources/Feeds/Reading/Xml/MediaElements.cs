using System.Globalization;

namespace NewsBot.Sources.Feeds.Reading.Xml;

/// <summary>Reads what stands beside the text: enclosures, pictures, films, and the categories that media modules bring.</summary>
internal static class MediaElements
{
    /// <returns>False when the term is none of these; the element is then unread.</returns>
    public static bool Read(ElementCursor at, Gathered scope, Term term, Standing standing, Action field)
    {
        switch (term)
        {
            case Term.Enclosure:
                if ((at.Address("url") ?? at.Address("href")) is { } file) Gathered.Add(scope.Enclosures, new(file, at.Attribute("type")));
                at.Skip();
                break;
            case Term.MediaContent:
                if (at.Address("url") is { } media) Gathered.Add(scope.Media, new(media, at.Attribute("type") ?? at.Attribute("medium"), Width(at)));
                at.Children(field);
                break;
            case Term.Thumbnail:
                if (at.Address("url") is { } thumbnail) Gathered.Add(scope.Media, new(thumbnail, "image", Width(at)));
                at.Skip();
                break;
            case Term.Image or Term.Logo:
                Image(at, scope, standing);
                break;
            case Term.Category:
                CategoryElement.Read(at, scope);
                break;
            case Term.Keywords:
                CategoryElement.ReadKeywords(at, scope);
                break;
            default:
                return false;
        }
        return true;
    }

    // RSS has the picture's address in an element within, Atom as text, iTunes in an attribute.
    private static void Image(ElementCursor at, Gathered scope, Standing standing)
    {
        var address = at.Address("href") ?? at.Address("url");
        var text = new System.Text.StringBuilder();
        at.Children(() =>
        {
            if (at.Name.Equals("url", StringComparison.OrdinalIgnoreCase)) address ??= at.Resolve(at.Line());
            else at.Skip();
        }, text);
        address ??= at.Resolve(text.ToString().Trim());
        if (address is null) return;
        scope.Image.Offer(address, standing, keepsFirst: true);
        Gathered.Add(scope.Media, new(address, "image"));
    }

    private static int? Width(ElementCursor at) =>
        int.TryParse(at.Attribute("width"), NumberStyles.None, CultureInfo.InvariantCulture, out var width) ? width : null;
}
