namespace NewsBot.Core.Articles;

/// <summary>
/// What a person asked for, taken apart: words, "phrases", beginnings*, OR, (brackets), -without, and fields such as title: or since:.
/// It is never an engine's query syntax: whatever is not ours is only a character here.
/// </summary>
public sealed record SearchQuery
{
    /// <summary>More terms than this are dropped: nobody types them, and each costs a look-up.</summary>
    public const int MaxTerms = 32;

    /// <summary>Characters (UTF-16 units) that are looked at; the rest of a longer text is ignored.</summary>
    public const int MaxLength = 500;

    public required string Text { get; init; }

    /// <summary>All of these must hold.</summary>
    public IReadOnlyList<SearchNode> Wanted { get; init; } = [];

    /// <summary>None of these may hold.</summary>
    public IReadOnlyList<SearchNode> Unwanted { get; init; } = [];

    public IReadOnlyList<SearchFilter> Filters { get; init; } = [];

    /// <summary>Published then or later.</summary>
    public SearchMoment? Since { get; init; }

    /// <summary>Published earlier than that.</summary>
    public SearchMoment? Before { get; init; }

    public SearchOrder Order { get; init; }

    /// <summary>What is wrong with the question, or null. A question with a complaint finds nothing.</summary>
    public SearchComplaint? Complaint { get; init; }

    public int Skip { get; init; }
    public int Take { get; init; } = 10;

    /// <summary>True when there is nothing at all to go by.</summary>
    public bool IsEmpty => Wanted.Count == 0 && Since is null && Before is null && !Filters.Any(filter => !filter.IsUnwanted);

    /// <summary>Reads what was typed; never throws, whatever it is.</summary>
    /// <param name="isTyping">True while someone types: the last word may be only the beginning of one.</param>
    public static SearchQuery Parse(string text, int skip = 0, int take = 10, bool isTyping = false) =>
        new SearchParser(Beginning(text), isTyping).Read() with
        {
            Text = text,
            Skip = Math.Max(0, skip),
            Take = Math.Clamp(take, 1, 50),
        };

    // Half a word at the end would be a word that nobody typed.
    private static string Beginning(string text)
    {
        if (text.Length <= MaxLength) return text;
        var space = text.LastIndexOf(' ', MaxLength);
        return text[..(space > 0 ? space : MaxLength)];
    }
}
