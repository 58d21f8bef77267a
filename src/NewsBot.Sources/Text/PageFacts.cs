namespace NewsBot.Sources.Text;

/// <summary>What the lines around the story tell about it. The first to tell a thing is believed.</summary>
internal sealed class PageFacts(PageFields fields)
{
    public DateTimeOffset? Published { get; private set; }
    public DateTimeOffset? Updated { get; private set; }
    public string? Author { get; private set; }
    public string? Image { get; private set; }
    public string? ImageDescription { get; private set; }

    public void Take(Piece piece)
    {
        switch (piece)
        {
            case Piece.Date date:
                Published ??= date.Line.Published;
                Updated ??= date.Line.Updated;
                Author ??= date.Line.Author;
                break;
            case Piece.Named named:
                fields.Add(named.Line.Field, named.Line.Value);
                break;
            case Piece.Author author:
                Author ??= author.Name;
                break;
            case Piece.ImageWords words:
                if (words.Description.Length > 0) ImageDescription ??= words.Description;
                break;
            case Piece.Picture picture when PictureAddress.OrNull(picture.Address) is { } address && Image is null:
                Image = address;
                if (picture.Text.Length > 0) ImageDescription = picture.Text;
                break;
        }
    }
}
