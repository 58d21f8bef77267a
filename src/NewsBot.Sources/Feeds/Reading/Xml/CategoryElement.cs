namespace NewsBot.Sources.Feeds.Reading.Xml;

/// <summary>Reads the subjects of a feed or an entry: RSS has them as text, Atom and iTunes as attributes, and media as one line with commas.</summary>
internal static class CategoryElement
{
    public static void Read(ElementCursor at, Gathered scope)
    {
        var named = at.Attribute("label") is { Length: > 0 } label && at.Attribute("term") is null ? label : at.Attribute("term") ?? at.Attribute("text");
        if (string.IsNullOrEmpty(named))
        {
            scope.Add(at.Text(TextKind.Guess)?.Value);
            return;
        }
        scope.Add(at.Shown(named));
        // iTunes puts a narrower category into a wider one.
        at.Children(() => Read(at, scope));
    }

    public static void ReadKeywords(ElementCursor at, Gathered scope)
    {
        var line = at.Line() ?? "";
        // Commas divide them, but a feed without any means spaces.
        foreach (var keyword in line.Split(line.Contains(',', StringComparison.Ordinal) ? ',' : ' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) scope.Add(at.Shown(keyword));
    }
}
