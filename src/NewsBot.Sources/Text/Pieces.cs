namespace NewsBot.Sources.Text;

/// <summary>Takes a page's lines apart into pieces, in order.</summary>
internal sealed class Pieces
{
    private readonly Recogniser _recogniser;
    private readonly bool _isMarkdown;
    private readonly List<Slot> _slots = [];
    private Slot? _run;
    private string? _firstLine;
    private bool _isInFence;
    private bool _isBeneath;

    private Pieces(Recogniser recogniser, bool isMarkdown) => (_recogniser, _isMarkdown) = (recogniser, isMarkdown);

    // Either a piece that is already known, or lines of prose that are not joined yet.
    private sealed record Slot(Piece? Piece, List<string> Lines, bool IsItem = false, bool IsQuote = false, bool IsBeneath = false);

    public static List<Piece> Of(IEnumerable<string> lines, bool isMarkdown, Recogniser recogniser)
    {
        var pieces = new Pieces(recogniser, isMarkdown);
        foreach (var line in lines) pieces.Add(line);
        pieces.EndRun();
        return [.. pieces.Joined()];
    }

    private void Add(string line)
    {
        if (line.Length == 0)
        {
            EndRun();
            _isBeneath = false;
            return;
        }
        AddLine(line);
        _isBeneath = true;
    }

    private void AddLine(string line)
    {
        if (_isMarkdown && MarkdownLine.IsFence(line)) (_isInFence, _) = (!_isInFence, EndRun());
        else if (_isInFence) Put(new Piece.Prose(line));
        else if (_isMarkdown && MarkdownLine.HeadingLevel(line) is > 0 and var level) Put(Heading(MarkdownLine.Heading(line), level));
        else if (IsUnderline(line, out level)) PutUnderlined(level);
        else if (MarkdownLine.IsRule(line)) Put(new Piece.Rule(line));
        else AddText(line);
    }

    private void AddText(string line)
    {
        var isQuote = _isMarkdown && line.StartsWith('>');
        if (isQuote) line = line.TrimStart('>', ' ');
        if (line.Length == 0) return;
        var shown = _isMarkdown ? MarkdownText.Read(line) : null;
        var plain = shown?.Text ?? line;
        if (plain.Length == 0 && shown?.Picture is { } picture) Put(Picture(picture));
        else if (plain.Length == 0) return;
        else if (_recogniser.Read(plain) is { } known) Put(known);
        else if (plain.Equals(_firstLine, StringComparison.OrdinalIgnoreCase)) Put(new Piece.Prose(plain, IsBeneath: _isBeneath));
        else AddToRun(line, MarkdownLine.IsItem(line), isQuote);
        _firstLine ??= plain;
    }

    private void AddToRun(string line, bool isItem, bool isQuote)
    {
        if (_run is null || isItem || _run.IsQuote != isQuote)
        {
            EndRun();
            _run = new(null, [], isItem, isQuote, _isBeneath);
        }
        _run.Lines.Add(line);
    }

    private bool IsUnderline(string line, out int level)
    {
        level = _run is { Lines.Count: 1, IsItem: false, IsQuote: false } ? MarkdownLine.UnderlineLevel(line) : 0;
        return level == 1 || (level == 2 && _isMarkdown);
    }

    private void PutUnderlined(int level)
    {
        var heading = _run!.Lines[0];
        _run = null;
        Put(Heading(heading, level));
    }

    private Piece.Prose Heading(string line, int level) => new((_isMarkdown ? MarkdownText.Read(line)?.Text : null) ?? line, level);

    private static Piece.Picture Picture((string Address, string Words) picture) => new(PageLines.Single(picture.Words), picture.Address);

    private void Put(Piece piece)
    {
        EndRun();
        if (piece.Text.Length > 0 || piece is Piece.Picture) _slots.Add(new(piece, []));
        _firstLine ??= piece is Piece.Prose ? piece.Text : null;
    }

    private bool EndRun()
    {
        if (_run is not null) _slots.Add(_run);
        _run = null;
        return true;
    }

    private IEnumerable<Piece> Joined()
    {
        SetHeadlineApart();
        var joining = new LineJoining([.. _slots.Where(slot => slot.Lines.Count > 1 && !slot.IsItem).Select(slot => slot.Lines)]);
        foreach (var slot in _slots)
        {
            if (slot.Piece is { } piece) yield return piece;
            else if (slot.IsItem || _isMarkdown) foreach (var prose in Prose(slot, string.Join(' ', slot.Lines))) yield return prose;
            else foreach (var prose in joining.Paragraphs(slot.Lines).SelectMany((text, at) => Prose(slot with { IsBeneath = slot.IsBeneath || at > 0 }, text))) yield return prose;
        }
    }

    // A headline often has its deck or body right beneath. A page that opens with a wrapped paragraph has no headline.
    private void SetHeadlineApart()
    {
        var at = _slots.FindIndex(slot => slot.Piece is null or Piece.Prose);
        if (at < 0 || _slots[at] is not { Piece: null, IsItem: false, Lines.Count: > 1 } first || LineJoining.IsWrappedParagraph(first.Lines)) return;
        var length = 1;
        while (length < first.Lines.Count && length < 4 && LineJoining.StartsLower(first.Lines[length]) && !LineJoining.EndsSentence(first.Lines[length - 1])) length++;
        if (length == first.Lines.Count) return;
        _slots[at] = first with { Lines = [string.Join(' ', first.Lines.Take(length))] };
        _slots.Insert(at + 1, first with { Lines = [.. first.Lines.Skip(length)], IsBeneath = true });
    }

    private IEnumerable<Piece> Prose(Slot slot, string text)
    {
        var shown = _isMarkdown ? MarkdownText.Read(text) : null;
        if (shown?.Picture is { } picture) yield return Picture(picture);
        var plain = shown?.Text ?? text;
        var isStressed = slot.IsQuote || (shown is not null && text[0] is '*' or '_' && plain == text.Trim('*', '_'));
        if (ImageWords.Certain(plain) is { } words) yield return new Piece.ImageWords(plain, words);
        else if (plain.Length > 0) yield return new Piece.Prose(plain, 0, shown?.Link, slot.IsItem, slot.IsBeneath, isStressed);
    }
}
