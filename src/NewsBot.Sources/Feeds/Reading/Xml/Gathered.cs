namespace NewsBot.Sources.Feeds.Reading.Xml;

/// <summary>What was read so far of a feed's head or of one entry: they share nearly all of their fields.</summary>
internal sealed class Gathered
{
    public Choice<FeedText?> Title;
    public Choice<FeedText?> Summary;
    public Choice<FeedText?> Content;
    public Choice<FeedText?> Rights;
    public Choice<string> Link;
    public Choice<string> OriginalLink;
    public Choice<string> Id;
    public Choice<string> Language;
    public Choice<string> Comments;
    public Choice<string> Image;
    public Choice<FeedPerson> Author;
    public Choice<DateTimeOffset?> Published;
    public Choice<DateTimeOffset?> Updated;
    public readonly List<string> Categories = [];
    public readonly List<FeedMedia> Enclosures = [];
    public readonly List<FeedMedia> Media = [];

    /// <summary>Which of RSS's two elements gave the summary; when the other comes too, the second is the content.</summary>
    public Term SummaryTerm;

    public void Add(string? category)
    {
        if (!string.IsNullOrWhiteSpace(category) && Categories.Count < FeedLimits.List && !Categories.Contains(category)) Categories.Add(category);
    }

    public static void Add(List<FeedMedia> to, FeedMedia? media)
    {
        if (media is not null && to.Count < FeedLimits.List && !to.Contains(media)) to.Add(media);
    }

    public FeedEntry Entry() => new()
    {
        Title = Title.Value,
        Link = Link.Value,
        OriginalLink = OriginalLink.Value,
        Id = Id.Value,
        Published = Published.Value,
        Updated = Updated.Value,
        Author = Author.Value,
        Summary = Summary.Value,
        Content = Content.Value,
        Comments = Comments.Value,
        Language = Language.Value,
        Categories = Categories,
        Enclosures = Enclosures,
        Media = Media,
    };

    public FeedHead Head(FeedRhythm rhythm) => new()
    {
        Title = Title.Value,
        Description = Summary.Value ?? Content.Value,
        Link = Link.Value,
        Id = Id.Value,
        Language = Language.Value,
        Copyright = Rights.Value,
        Author = Author.Value,
        Updated = Updated.Value,
        Published = Published.Value,
        Categories = Categories,
        Image = Image.Value,
        Rhythm = rhythm,
    };
}
