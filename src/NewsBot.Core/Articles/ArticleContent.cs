namespace NewsBot.Core.Articles;

/// <summary>What an article says, free of who published it where. Texts are plain: never markup, white space folded.</summary>
/// <remarks>The lists take null for none: what was kept before a list existed is read without it.</remarks>
public sealed record ArticleContent
{
    /// <summary>One line, never empty.</summary>
    public required string Title { get; init; }

    /// <summary>The paragraph under the title, as the publisher wrote it.</summary>
    public string? Deck { get; init; }

    /// <summary>Absolute http or https address, else null.</summary>
    public string? Link { get; init; }

    /// <summary>When it was published; kept and compared as an instant.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>True when no date was found in the article and another clock stood in (a file's time, say).</summary>
    public bool PublishedIsGuess { get; init; }

    public DateTimeOffset? Updated { get; init; }
    public string? Author { get; init; }

    /// <summary>An absolute http(s) address, or a path within the source's folder with forward slashes.</summary>
    public string? Image { get; init; }

    public string? ImageDescription { get; init; }

    /// <summary>ISO 639-1, two lower-case letters; null when too short or too mixed to tell.</summary>
    public string? Language { get; init; }

    public IReadOnlyList<string> Tags { get; init => field = value ?? []; } = [];

    /// <summary>Topic keys that the article names for itself, beside what the rules find.</summary>
    public IReadOnlyList<string> Topics { get; init => field = value ?? []; } = [];

    /// <summary>Paragraphs in order, each without line breaks.</summary>
    public IReadOnlyList<string> Body { get; init => field = value ?? []; } = [];

    public Appeal? Appeal { get; init; }
}

/// <summary>The publisher's request for support that stood in the article, kept apart from the news.</summary>
/// <param name="Label">The call to action, such as "Become a patron", if there was one.</param>
/// <param name="Link">Where the call leads, if the text said so. Never shown unless the operator allows the address.</param>
public sealed record Appeal(IReadOnlyList<string> Paragraphs, string? Label = null, string? Link = null);
