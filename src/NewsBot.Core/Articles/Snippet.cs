namespace NewsBot.Core.Articles;

/// <summary>A passage of an article, cut into pieces of which some matched what was asked for.</summary>
public sealed record Snippet(IReadOnlyList<SnippetPiece> Pieces)
{
    public override string ToString() => string.Concat(Pieces.Select(piece => piece.Text));
}

public sealed record SnippetPiece(string Text, bool IsHit);
