using NewsBot.Core.Chat;

namespace NewsBot.Sources.Text;

/// <summary>What a page says about itself in fields. The first value of a field stands.</summary>
internal sealed class PageFields
{
    private const int MaxItems = 50;

    private readonly Dictionary<Field, string> _values = [];

    public void Add(Field field, string value)
    {
        if (value.Length > 0) _values.TryAdd(field, value);
    }

    public string? Text(Field field) => _values.GetValueOrDefault(field);

    /// <summary>Items divided by commas or semicolons; in any letter case each stands once.</summary>
    public IReadOnlyList<string> List(Field field) =>
        [.. (Text(field) ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(item => item.TrimStart('#').Trim()).Where(item => item.Length is > 0 and <= 100)
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxItems)];

    public string? Link => WebAddress.OrNull(Text(Field.Link));

    public string? Image => Text(Field.Image) is { } image ? PictureAddress.OrNull(image) : null;

    public string? Language => Text(Field.Language) is { } language ? LanguageNames.Code(language) : null;

    public DateTimeOffset? Date(Field field, DateReader dates) => Text(field) is { } text ? dates.Read(text) : null;
}
