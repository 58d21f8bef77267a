namespace NewsBot.Sources.Text;

/// <summary>Takes a page's lines apart into pieces, in order.</summary>
internal sealed class Pieces
{
    private readonly Recogniser recogniser;
    private readonly bool isMarkdown;
    private readonly List<Slot> slots = [];
    private Slot? run;
    private string? firstLine;
    private bool isInFence;
    private bool isBeneath;

    private Pieces(Recogniser recogniser, bool isMarkdown) => (this.recogniser, this.isMarkdown) = (recogniser, isMarkdown);

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
            isBeneath = false;
            return;
        }
        AddLine(line);
        isBeneath = true;
    }

    private void AddLine(string line)
    {
        if (isMarkdown && MarkdownLine.IsFence(line)) (isInFence, _) = (!isInFence, EndRun());
        else if (isInFence) Put(new Piece.Prose(line));
        else if (isMarkdown && MarkdownLine.HeadingLevel(line) is > 0 and var level) Put(Heading(MarkdownLine.Heading(line), level));
        else if (IsUnderline(line, out level)) PutUnderlined(level);
        else if (MarkdownLine.IsRule(line)) Put(new Piece.Rule(line));
        else AddText(line);
    }

    private void AddText(string line)
    {
        var isQuote = isMarkdown && line.StartsWith('>');
        if (isQuote) line = line.TrimStart('>', ' ');
        if (line.Length == 0) return;
        var shown = isMarkdown ? MarkdownText.Read(line) : null;
        var plain = shown?.Text ?? line;
        if (plain.Length == 0 && shown?.Picture is { } picture) Put(Picture(picture));
        else if (plain.Length == 0) return;
        else if (recogniser.Read(plain) is { } known) Put(known);
        else if (plain.Equals(firstLine, StringComparison.OrdinalIgnoreCase)) Put(new Piece.Prose(plain, IsBeneath: isBeneath));
        else AddToRun(line, MarkdownLine.IsItem(line), isQuote);
        firstLine ??= plain;
    }

    private void AddToRun(string line, bool isItem, bool isQuote)
    {
        if (run is null || isItem || run.IsQuote != isQuote)
        {
            EndRun();
            run = new(null, [], isItem, isQuote, isBeneath);
        }
        run.Lines.Add(line);
    }

    private bool IsUnderline(string line, out int level)
    {
        level = run is { Lines.Count: 1, IsItem: false, IsQuote: false } ? MarkdownLine.UnderlineLevel(line) : 0;
        return level == 1 || (level == 2 && isMarkdown);
    }

    private void PutUnderlined(int level)
    {
        var heading = run!.Lines[0];
        run = null;
        Put(Heading(heading, level));
    }

    private Piece.Prose Heading(string line, int level) => new(isMarkdown ? MarkdownText.Read(line).Text : line, level);

    private static Piece.Picture Picture((string Address, string Words) picture) => new(PageLines.Single(picture.Words), picture.Address);

    private void Put(Piece piece)
    {
        EndRun();
        if (piece.Text.Length > 0 || piece is Piece.Picture) slots.Add(new(piece, []));
        firstLine ??= piece is Piece.Prose ? piece.Text : null;
    }

    private bool EndRun()
    {
        if (run is not null) slots.Add(run);
        run = null;
        return true;
    }

    private IEnumerable<Piece> Joined()
    {
        SetHeadlineApart();
        var joining = new LineJoining([.. slots.Where(slot => slot.Lines.Count > 1 && !slot.IsItem).Select(slot => slot.Lines)]);
        foreach (var slot in slots)
        {
            if (slot.Piece is { } piece) yield return piece;
            else if (slot.IsItem || isMarkdown) foreach (var prose in Prose(slot, string.Join(' ', slot.Lines))) yield return prose;
            else foreach (var prose in joining.Paragraphs(slot.Lines).SelectMany((text, at) => Prose(slot with { IsBeneath = slot.IsBeneath || at > 0 }, text))) yield return prose;
        }
    }

    // A headline often has its deck or body right beneath. A page that opens with a wrapped paragraph has no headline.
    private void SetHeadlineApart()
    {
        var at = slots.FindIndex(slot => slot.Piece is null or Piece.Prose);
        if (at < 0 || slots[at] is not { Piece: null, IsItem: false, Lines.Count: > 1 } first || LineJoining.IsWrappedParagraph(first.Lines)) return;
        var length = 1;
        while (length < first.Lines.Count && length < 4 && LineJoining.StartsLower(first.Lines[length]) && !LineJoining.EndsSentence(first.Lines[length - 1])) length++;
        if (length == first.Lines.Count) return;
        slots[at] = first with { Lines = [string.Join(' ', first.Lines.Take(length))] };
        slots.Insert(at + 1, first with { Lines = [.. first.Lines.Skip(length)], IsBeneath = true });
    }

    private IEnumerable<Piece> Prose(Slot slot, string text)
    {
        if (!isMarkdown)
        {
            yield return ImageWords.Certain(text) is { } words ? new Piece.ImageWords(text, words) : new Piece.Prose(text, 0, null, slot.IsItem, slot.IsBeneath);
            yield break;
        }
        var shown = MarkdownText.Read(text);
        if (shown.Picture is { } picture) yield return Picture(picture);
        var isStressed = slot.IsQuote || (text[0] is '*' or '_' && shown.Text == text.Trim('*', '_'));
        if (shown.Text.Length > 0) yield return new Piece.Prose(shown.Text, 0, shown.Link, slot.IsItem, slot.IsBeneath, isStressed);
    }
}
