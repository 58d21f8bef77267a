namespace NewsBot.Sources.Text;

/// <summary>
/// What stands above the body: title, deck, dates, author, picture, in any order and any of them missing. It ends where a second
/// paragraph of prose begins, or at the first "Read more".
/// </summary>
internal sealed class FrontPart
{
    /// <summary>Characters; a longer paragraph above the date is the story, not a deck.</summary>
    private const int LongestDeck = 600;

    /// <summary>Pieces; no page has more above its story, and looking further costs time.</summary>
    private const int MostPieces = 60;

    private readonly IReadOnlyList<Piece> _pieces;
    private readonly List<Piece.Prose> _held = [];
    private bool _isTimeline;
    private bool _isTitleMade;
    private int _heldBeforeEnd;

    private readonly PageFacts _facts;

    private FrontPart(IReadOnlyList<Piece> pieces, PageFacts facts) => (_pieces, _facts) = (pieces, facts);

    public string? Title { get; private set; }
    public string? Deck { get; private set; }

    /// <summary>What comes after the front.</summary>
    public IReadOnlyList<Piece> Rest { get; private set; } = [];

    public static FrontPart Of(IReadOnlyList<Piece> pieces, string? givenTitle, PageFacts facts)
    {
        var front = new FrontPart(pieces, facts) { Title = givenTitle };
        // Three bare days or more are the headings of a chronicle, and no one of them is the day of publication.
        front._isTimeline = pieces.Count(piece => piece is Piece.Date { Line.IsDayAlone: true }) > 2;
        front.Take();
        return front;
    }

    private void Take()
    {
        var titleAt = Title is null ? Headline.Find(_pieces) : -1;
        if (titleAt >= 0) TakeTitle((Piece.Prose)_pieces[titleAt]);
        var at = 0;
        for (; at < Math.Min(_pieces.Count, MostPieces) && _held.Count < 2; at++)
            if (at != titleAt && !Take(at, titleAt))
                break;
            else if (at == titleAt)
                _heldBeforeEnd = _held.Count;
        SetDeck();
        Rest = [.. _held, .. _pieces.Skip(at)];
    }

    private void TakeTitle(Piece.Prose title)
    {
        var isParagraph = Headline.IsParagraph(title.Text);
        Title = isParagraph ? Headline.FirstSentence(title.Text) : title.Text;
        if (isParagraph) _held.Add(title);
        _isTitleMade = isParagraph;
    }

    // False when the front is over.
    private bool Take(int at, int titleAt)
    {
        var piece = _pieces[at];
        switch (piece)
        {
            case Piece.ReadMore:
                return false;
            case Piece.Prose prose when IsTitleAgain(prose):
                break;
            case Piece.Prose prose when PictureWords(prose, at) is { } words:
                _facts.Take(new Piece.ImageWords(prose.Text, words));
                break;
            case Piece.Prose prose:
                // A word or two above the title name the section: "World news".
                if (at > titleAt || prose.Text.Split(' ').Length > 3) _held.Add(prose);
                if (prose.IsStressed && _held.Count == 1) break;
                return true;
            case Piece.Date date when _isTimeline && date.Line.IsDayAlone:
                _held.Add(new(date.Text));
                return true;
            case Piece.Rule:
                return true;
            default:
                _facts.Take(piece);
                break;
        }
        _heldBeforeEnd = _held.Count;
        return true;
    }

    private bool IsTitleAgain(Piece.Prose prose) => Title is not null && Headline.AreSame(prose.Text, Title);

    private string? PictureWords(Piece.Prose prose, int at)
    {
        var hasBodyBehind = _pieces.Skip(at + 1).Any(later => later is Piece.Prose);
        return hasBodyBehind && !prose.IsItem && prose.Level == 0 ? ImageWords.Likely(prose.Text) : null;
    }

    // Prose is a deck when something that belongs to the front stands beneath it; else it is the body's beginning.
    private void SetDeck()
    {
        if (_heldBeforeEnd != 1 || _held[0] is not { Level: 0, IsItem: false } deck || deck.Text.Length > LongestDeck || Title is null) return;
        if (_isTitleMade && deck.Text.StartsWith(Title, StringComparison.Ordinal)) return;
        Deck = deck.Text;
        _held.RemoveAt(0);
    }
}
