namespace NewsBot.Sources.Text;

/// <summary>A line such as "Author: Jane Doe".</summary>
/// <param name="Fits">
/// True when the value is of the field's kind. "Image: a soldier at the border" is a sentence and no picture's address,
/// so on its own such a line is text; between other field lines it is a field without a usable value.
/// </param>
internal sealed record FieldLine(Field Field, string Value, bool Fits)
{
    private const int MaxLength = 2200;

    private static readonly string[] PictureEnds = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"];

    public static FieldLine? Read(string line, DateReader dates)
    {
        var colon = line.AsSpan(0, Math.Min(line.Length, FieldNames.MaxLength + 1)).IndexOf(':');
        if (colon <= 0 || line.Length > MaxLength) return null;
        if (FieldNames.Find(line[..colon].TrimEnd()) is not { } field) return null;
        var value = line[(colon + 1)..].Trim();
        return value.Length == 0 ? null : new(field, value, IsOfKind(field, value, dates));
    }

    /// <summary>"Key: value" whatever the key: what front matter is made of.</summary>
    public static bool HasShape(string line)
    {
        var colon = line.IndexOf(':');
        return colon is > 0 and <= 40 && !line.AsSpan(0, colon).Contains(' ') && (colon + 1 == line.Length || line[colon + 1] == ' ');
    }

    private static bool IsOfKind(Field field, string value, DateReader dates) => field switch
    {
        Field.Link => !value.Contains(' '),
        Field.Image => !value.Contains(' ') || IsPicturePath(value),
        Field.Language => LanguageNames.Code(value) is not null,
        Field.Published or Field.Updated => dates.Read(value) is not null,
        Field.Author => value.Length <= 100 && char.IsLetter(value[^1]) && char.IsUpper(value[0]),
        Field.Tags or Field.Topics => value.Length <= 300 && value[^1] is not ('.' or '!' or '?'),
        _ => true,
    };

    public static bool IsPicturePath(string value) =>
        value.Length <= 300 && PictureEnds.Any(end => value.EndsWith(end, StringComparison.OrdinalIgnoreCase));
}
