namespace NewsBot.Core.Articles;

/// <summary>A part of what was asked for, as a tree of few levels (<see cref="SearchParser.MaxDepth"/>).</summary>
public abstract record SearchNode
{
    /// <summary>Every term in it, from left to right.</summary>
    public IEnumerable<SearchTerm> Terms => this switch
    {
        SearchTerm term => [term],
        AllOf all => all.Nodes.SelectMany(node => node.Terms),
        AnyOf any => any.Nodes.SelectMany(node => node.Terms),
        _ => [],
    };
}

/// <summary>Each of these must hold.</summary>
public sealed record AllOf(IReadOnlyList<SearchNode> Nodes) : SearchNode;

/// <summary>At least one of these must hold.</summary>
public sealed record AnyOf(IReadOnlyList<SearchNode> Nodes) : SearchNode;

/// <summary>A word, or words that stand next to each other in this order.</summary>
/// <param name="Words">Folded, at least one.</param>
/// <param name="IsInTitle">True when only the title counts.</param>
public sealed record SearchTerm(IReadOnlyList<string> Words, TermKind Kind, bool IsInTitle = false) : SearchNode
{
    public string Text => string.Join(' ', Words);
}

public enum TermKind
{
    /// <summary>One word, whatever its ending.</summary>
    Word,

    /// <summary>The very words.</summary>
    Exact,

    /// <summary>The very words, not because somebody put them in quotes but because they are written as one (high-speed).</summary>
    Joined,

    /// <summary>The last word is only the beginning of one.</summary>
    Prefix,

    /// <summary>The word that is being typed: as a word, and as a beginning.</summary>
    Typing,
}
