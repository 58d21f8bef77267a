namespace NewsBot.Sources.Text;

/// <summary>Tells by its own words what a line is. Lines that nothing recognises are prose.</summary>
internal sealed class Recogniser(DateReader dates)
{
    public Piece? Read(string line)
    {
        if (FieldLine.Read(line, dates) is { Fits: true } field) return new Piece.Named(line, field);
        if (DateLine.Read(line, dates) is { } date) return new Piece.Date(line, date);
        if (ImageWords.Certain(line) is { } words) return new Piece.ImageWords(line, words);
        if (Byline.Author(line) is { } author) return new Piece.Author(line, author);
        return ReadMoreLine.Is(line) ? new Piece.ReadMore(line) : null;
    }
}
