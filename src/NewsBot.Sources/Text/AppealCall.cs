using NewsBot.Core.Articles;
using NewsBot.Core.Chat;

namespace NewsBot.Sources.Text;

/// <summary>Makes the appeal out of its paragraphs: which of them is the call to action, and where it leads.</summary>
internal static class AppealCall
{
    public static Appeal Make(IReadOnlyList<Piece.Prose> run)
    {
        var paragraphs = run.ToList();
        string? label = null;
        string? link = null;
        // The call is the last line, or the last but one with its address beneath.
        if (paragraphs.Count > 0 && Rest(paragraphs[^1].Text).Length == 0)
        {
            link = Address(paragraphs[^1]);
            paragraphs.RemoveAt(paragraphs.Count - 1);
        }
        if (paragraphs.Count > 0 && AppealSign.Of(Rest(paragraphs[^1].Text)).IsCallBelowAppeal)
        {
            label = Rest(paragraphs[^1].Text);
            link ??= Address(paragraphs[^1]);
            paragraphs.RemoveAt(paragraphs.Count - 1);
        }
        return new([.. paragraphs.Select(paragraph => paragraph.Text)], label, link ?? run.Select(Address).FirstOrDefault(address => address is not null));
    }

    /// <summary>True for a line to press, also when its address stands in it.</summary>
    public static bool IsCall(string text) => Rest(text) is { Length: > 0 and <= AppealSign.MaxCallLength } rest && AppealSign.Of(rest).IsCall;

    /// <summary>True for an address and nothing else.</summary>
    public static bool IsBareAddress(string text) => Rest(text).Length == 0;

    private static string? Address(Piece.Prose piece)
    {
        var (start, end) = Find(piece.Text);
        return WebAddress.OrNull(start < 0 ? piece.Link : piece.Text[start..end]);
    }

    private static string Rest(string text)
    {
        var (start, end) = Find(text);
        return start < 0 ? text : PageLines.Single(text[..start] + text[end..]).Trim(' ', ':', '-', '–', '—', '(', ')', '→');
    }

    private static (int Start, int End) Find(string text)
    {
        var start = text.IndexOf("https://", StringComparison.OrdinalIgnoreCase);
        if (start < 0) start = text.IndexOf("http://", StringComparison.OrdinalIgnoreCase);
        if (start < 0) return (-1, -1);
        var end = text.IndexOf(' ', start);
        if (end < 0) end = text.Length;
        while (end > start && text[end - 1] is '.' or ',' or ';' or ')' or '!' or '?') end--;
        return (start, end);
    }
}
