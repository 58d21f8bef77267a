namespace NewsBot.Sources.Text;

/// <summary>A part of a page by what it is. Only prose can become title, deck, body or appeal.</summary>
/// <param name="Text">As a reader sees it, one line.</param>
internal abstract record Piece(string Text)
{
    /// <param name="Level">1 to 6 for a marked heading, 0 for all else.</param>
    /// <param name="Link">Where the first link in it leads, as written.</param>
    /// <param name="IsItem">True for a list's item.</param>
    /// <param name="IsBeneath">True when no empty line stands between it and what is above.</param>
    /// <param name="IsStressed">True when the whole paragraph is emphasised or quoted.</param>
    public sealed record Prose(string Text, int Level = 0, string? Link = null, bool IsItem = false, bool IsBeneath = false, bool IsStressed = false) : Piece(Text);

    public sealed record Date(string Text, DateLine Line) : Piece(Text);

    public sealed record Named(string Text, FieldLine Line) : Piece(Text);

    public sealed record Author(string Text, string Name) : Piece(Text);

    /// <summary>What is left of a picture when a page is saved as text: the words of its file's name.</summary>
    public sealed record ImageWords(string Text, string Description) : Piece(Text);

    public sealed record Picture(string Text, string Address) : Piece(Text);

    /// <summary>"Read more:" whose links were lost, or lead away from the article.</summary>
    public sealed record ReadMore(string Text) : Piece(Text);

    /// <summary>A line drawn across the page.</summary>
    public sealed record Rule(string Text) : Piece(Text);
}
