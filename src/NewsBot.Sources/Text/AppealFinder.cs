using NewsBot.Core.Articles;

namespace NewsBot.Sources.Text;

/// <summary>
/// Divides a publisher's appeal from the story. An appeal is known by what it says and by where it stands: a run of paragraphs at the
/// end. Losing news is worse than keeping an appeal, so in doubt a paragraph is news, and a story keeps at least one paragraph.
/// </summary>
internal sealed class AppealFinder
{
    /// <summary>Paragraphs that merely talk to the reader, in a row, before the run is over.</summary>
    private const int MostDoubts = 2;

    /// <summary>Short lines below the appeal, such as a copyright.</summary>
    private const int MostFooters = 2;

    private const int LongestFooter = 100;

    /// <summary>Characters; a shorter paragraph cannot ask plainly.</summary>
    private const int ShortestAppeal = 40;

    /// <summary>Pieces from the end; the longest appeals that we know have ten.</summary>
    private const int MostPieces = 30;

    /// <summary>Paragraphs between a line across the page and the first that asks.</summary>
    private const int MostTalk = 4;

    private readonly IReadOnlyList<Piece> _pieces;
    private readonly bool _isAboutGiving;

    // A paragraph is asked several questions, and to hear it takes longer than to answer.
    private readonly Dictionary<string, AppealSign> _signs = [];

    private AppealFinder(IReadOnlyList<Piece> pieces, string headline) =>
        (_pieces, _isAboutGiving) = (pieces, AppealSign.IsSubjectOf(headline));

    /// <param name="pieces">The page without its front.</param>
    /// <param name="headline">Title and deck: when they speak of giving, an appeal must be plainer to be taken out.</param>
    /// <param name="hasDeck">True when a story would remain even without body.</param>
    public static (IReadOnlyList<Piece> Body, Appeal? Appeal) Divide(IReadOnlyList<Piece> pieces, string headline, bool hasDeck)
    {
        var finder = new AppealFinder(pieces, headline);
        var (start, end) = finder.AtEnd();
        if (start < 0) (start, end) = finder.Inside();
        var body = start < 0 ? pieces : [.. pieces.Take(start), .. pieces.Skip(end)];
        if (start < 0 || (!hasDeck && !body.OfType<Piece.Prose>().Any())) return (pieces, null);
        return (body, AppealCall.Make([.. pieces.Skip(start).Take(end - start).OfType<Piece.Prose>()]));
    }

    private (int Start, int End) AtEnd()
    {
        var end = End();
        var start = -1;
        var isSure = false;
        for (int at = end - 1, doubts = 0; at >= Math.Max(0, end - MostPieces) && doubts <= MostDoubts; at--)
        {
            if (_pieces[at] is Piece.Rule) continue;
            if (_pieces[at] is not Piece.Prose prose) break;
            var isAppeal = IsAppeal(prose.Text);
            if (AppealCall.IsBareAddress(prose.Text)) continue;
            if (isAppeal || AppealCall.IsCall(prose.Text))
            {
                (start, doubts) = (at, 0);
                isSure |= isAppeal;
            }
            else if (!IsAddress(prose.Text) || ++doubts > MostDoubts)
            {
                break;
            }
        }
        if (start < 0 || (!isSure && _isAboutGiving)) return (-1, -1);
        return (isSure && !_isAboutGiving ? Beginning(start) : start, end);
    }

    // Below the last appeal a footer may stand; it stays in the body.
    private int End()
    {
        var end = _pieces.Count;
        for (var footers = 0; end > 0; end--)
        {
            if (_pieces[end - 1] is Piece.Prose prose && (IsAppeal(prose.Text) || AppealCall.IsCall(prose.Text) || AppealCall.IsBareAddress(prose.Text) || IsAddress(prose.Text))) return end;
            var isFooter = _pieces[end - 1] is not Piece.Prose footer || (footer.Text.Length <= LongestFooter && footer.Text[^1] != '.');
            if (!isFooter || ++footers > MostFooters) return _pieces.Count;
        }
        return _pieces.Count;
    }

    // A publisher that talks of itself right above the appeal has begun it; below a line across the page, or below "Read more",
    // everything that talks to the reader has.
    private int Beginning(int start)
    {
        for (var most = MostTalk; most > 0 && start > 0 && _pieces[start - 1] is Piece.Prose { Level: 0 } prose && Sign(prose.Text).IsOwnTalk; most--) start--;
        var above = start;
        while (above > 0 && start - above < MostTalk && _pieces[above - 1] is Piece.Prose prose && (Sign(prose.Text).IsTalk || prose.Level > 0)) above--;
        return above > 0 && _pieces[above - 1] is Piece.Rule ? above : start;
    }

    // Some pages ask in the middle of the story, where only the plainest appeals are believed.
    private (int Start, int End) Inside()
    {
        if (_isAboutGiving) return (-1, -1);
        for (var start = 0; start < _pieces.Count; start++)
        {
            if (_pieces[start] is not Piece.Prose { Text.Length: > ShortestAppeal } first || !Sign(first.Text).IsPlainAppeal) continue;
            var end = start + 1;
            while (end < _pieces.Count && _pieces[end] is Piece.Prose next && (Sign(next.Text).IsPlainAppeal || AppealCall.IsCall(next.Text))) end++;
            return (start, end);
        }
        return (-1, -1);
    }

    private bool IsAppeal(string text) => _isAboutGiving ? Sign(text).IsPlainAppeal : Sign(text).IsAppeal;

    private bool IsAddress(string text) => Sign(text).IsAddress;

    private AppealSign Sign(string text) => _signs.TryGetValue(text, out var known) ? known : _signs[text] = AppealSign.Of(text);
}
