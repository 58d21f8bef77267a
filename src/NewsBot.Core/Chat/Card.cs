using NewsBot.Core.Articles;

namespace NewsBot.Core.Chat;

/// <summary>Something to show, the same on every platform; each platform draws it in its own way.</summary>
public sealed record Card
{
    public string? Title { get; init; }

    /// <summary>Where the title leads; http(s) or null.</summary>
    public string? Link { get; init; }

    public Prose Body { get; init; } = Prose.Empty;
    public IReadOnlyList<Field> Fields { get; init; } = [];
    public CardImage? Image { get; init; }

    /// <summary>Small print: source, date, page.</summary>
    public string? Footer { get; init; }

    /// <summary>The instant the card speaks of (an article's publication); platforms that can show it as an age do.</summary>
    public DateTimeOffset? At { get; init; }

    public IReadOnlyList<Button> Buttons { get; init; } = [];
}

public sealed record Field(string Name, Prose Value);

/// <summary>A picture: at an address on the web, or kept in the article's source.</summary>
/// <param name="Address">http(s), or null when it is kept with the article.</param>
/// <param name="Article">The article whose source keeps the picture, when there is no address.</param>
/// <param name="Description">What a person who cannot see it is told; may be empty.</param>
/// <param name="Version">Tells the article's picture from one that took its place; null where there is an address.</param>
public sealed record CardImage(string? Address, ArticleId? Article, string Description, string? Version = null)
{
    /// <summary>The same for the same picture and another for another: what is remembered of it is kept under this.</summary>
    public string Key => Address ?? (Version is null ? $"{Article}" : $"{Article} {Version}");
}

/// <summary>A button either opens a link or types a command line; there is no third kind.</summary>
/// <param name="Target">http(s) to open, or null.</param>
/// <param name="Line">Command line to type, or null.</param>
public sealed record Button(string Label, string? Target, string? Line)
{
    public static Button Open(string label, string address) => new(label, address, null);

    public static Button Type(string label, string line) => new(label, null, line);
}
