using NewsBot.Core.Articles;

namespace NewsBot.Sources.Text;

/// <summary>Which block of a page is what. The head of a page is all that stands before its body: title, deck, date, byline, the title again, image words.</summary>
internal sealed class Layout
{
    /// <summary>Paragraphs that may stand before a date or a repeated title for these to belong to the head still.</summary>
    private const int HeadParagraphs = 2;

    private readonly List<string> _paragraphs = [];
    private int _head;

    public string? Title { get; private set; }
    public string? Deck { get; private set; }
    public DateTimeOffset? Published { get; private set; }
    public DateTimeOffset? Updated { get; private set; }
    public string? Author { get; private set; }
    public string? ImageDescription { get; private set; }
    public IReadOnlyList<string> Body { get; private set; } = [];

    public static Layout Of(Page page, DateReader dates)
    {
        var layout = new Layout { Title = page.Header("title") };
        var isAfterHeadMark = false;
        foreach (var block in page.Blocks)
        {
            var isReadMore = false;
            foreach (var line in Paragraphs.Of(block))
            {
                // The list that hangs on a dangling "Read more:" goes with it; a paragraph of prose behind it does not.
                if (isReadMore && !Paragraphs.EndsSentence(line)) continue;
                isReadMore = ReadMore.Is(line);
                if (isReadMore) continue;
                isAfterHeadMark = layout.Take(line, dates, isAfterHeadMark);
            }
        }
        layout.Settle();
        return layout;
    }

    // True when the line was a mark of the head (a date, the title again): image words commonly follow one.
    private bool Take(string line, DateReader dates, bool isAfterHeadMark)
    {
        var isHead = _paragraphs.Count <= HeadParagraphs;
        if (dates.Line(line) is { } date && (isHead || date.IsLabelled))
        {
            if (date.IsUpdate) Updated ??= date.At;
            else Published ??= date.At;
            return EndHead(isHead);
        }
        if (Title is null)
        {
            if (!line.Any(char.IsLetter)) return false;
            Title = line;
            return false;
        }
        if (isHead && Same(line, Title)) return EndHead(isHead);
        if (isHead && ImageDescription is null && ImageWords.Are(line, isAfterHeadMark))
        {
            ImageDescription = line;
            return EndHead(isHead);
        }
        if (isHead && Author is null && Byline.Author(line) is { } author)
        {
            Author = author;
            return EndHead(isHead);
        }
        _paragraphs.Add(line);
        return false;
    }

    private bool EndHead(bool isHead)
    {
        if (isHead) _head = _paragraphs.Count;
        return isHead;
    }

    // One paragraph within the head is the deck; more are the body's own. A body needs something left.
    private void Settle()
    {
        if (_head == 1 && _paragraphs.Count > 1) Deck = _paragraphs[0];
        Body = Deck is null ? _paragraphs : _paragraphs.Skip(1).ToArray();
    }

    private static bool Same(string line, string title) => Folding.Index(line) == Folding.Index(title);
}
