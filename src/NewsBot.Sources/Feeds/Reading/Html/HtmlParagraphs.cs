using System.Collections.Frozen;
using System.Text;
using NewsBot.Sources.Text;

namespace NewsBot.Sources.Feeds.Reading.Html;

/// <summary>Reads the paragraphs out of HTML as plain lines: block elements divide them, items of lists keep their sign, two breaks in a row are an end.</summary>
internal sealed class HtmlParagraphs
{
    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, """
        address article aside blockquote body caption center dd details dir div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html
        legend li main menu nav ol p pre section summary table tbody tfoot thead tr ul
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    // What is in these is no part of the text: drawings, controls, what a picture shows.
    private static readonly FrozenSet<string> Aside = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "script", "style", "svg", "math", "button", "select", "textarea", "figcaption", "template", "iframe", "head", "title", "audio", "video", "canvas");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BlocksBySpan = Blocks.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AsideBySpan = Aside.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly List<string> _paragraphs = [];
    private readonly StringBuilder _paragraph = new();
    private readonly Stack<int> _lists = new();
    private string _sign = "";
    private int _breaks;

    private HtmlParagraphs() { }

    public static List<string> Of(FeedText text) => text.IsHtml ? OfHtml(text.Value) : OfPlain(text.Value);

    /// <summary>The whole text as one line, for a title.</summary>
    public static string Line(FeedText text) => string.Join(' ', Of(text));

    private static List<string> OfHtml(string html)
    {
        var paragraphs = new HtmlParagraphs();
        var tokens = new HtmlTokens(html);
        while (tokens.Next())
        {
            if (tokens.Kind == HtmlTokenKind.Text) paragraphs.Text(tokens.Raw);
            else if (tokens.Kind == HtmlTokenKind.Start && AsideBySpan.Contains(tokens.Name)) tokens.SkipContents();
            else if (tokens.Kind is HtmlTokenKind.Start or HtmlTokenKind.End) paragraphs.Tag(tokens.Name, tokens.Kind == HtmlTokenKind.Start);
        }
        paragraphs.End();
        return paragraphs._paragraphs;
    }

    // Empty lines divide the paragraphs of plain text, and single ones only wrap it.
    private static List<string> OfPlain(string text)
    {
        var paragraphs = new HtmlParagraphs();
        foreach (var line in PageLines.Of(Cleaning.Clean(text)))
        {
            if (line.Length == 0) paragraphs.End();
            else paragraphs._paragraph.Append(' ').Append(line);
        }
        paragraphs.End();
        return paragraphs._paragraphs;
    }

    private void Text(ReadOnlySpan<char> text)
    {
        if (_breaks > 0 && !text.IsWhiteSpace())
        {
            if (_breaks > 1) End();
            _breaks = 0;
        }
        HtmlDecoding.AppendTo(_paragraph, text);
    }

    private void Tag(ReadOnlySpan<char> name, bool isStart)
    {
        if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
        {
            _breaks++;
            _paragraph.Append(' ');
        }
        else if (name.Equals("td", StringComparison.OrdinalIgnoreCase) || name.Equals("th", StringComparison.OrdinalIgnoreCase)) _paragraph.Append(' ');
        else if (BlocksBySpan.Contains(name))
        {
            End();
            List(name, isStart);
        }
    }

    private void List(ReadOnlySpan<char> name, bool isStart)
    {
        var isOrdered = name.Equals("ol", StringComparison.OrdinalIgnoreCase);
        if (isOrdered || name.Equals("ul", StringComparison.OrdinalIgnoreCase))
        {
            // Numbers below zero mark lists without numbers.
            if (isStart && _lists.Count < FeedLimits.Depth) _lists.Push(isOrdered ? 0 : -1);
            else if (!isStart) _lists.TryPop(out _);
        }
        if (!isStart || !name.Equals("li", StringComparison.OrdinalIgnoreCase)) return;
        _sign = "• ";
        if (!_lists.TryPop(out var number)) return;
        if (number >= 0) _sign = $"{++number}. ";
        _lists.Push(number);
    }

    private void End()
    {
        _breaks = 0;
        if (_paragraph.Length == 0) return;
        var line = PageLines.Single(Cleaning.Clean(_paragraph.ToString()).Replace('\n', ' '));
        _paragraph.Clear();
        if (line.Length == 0) return;
        _paragraphs.Add(_sign + line);
        _sign = "";
    }
}
