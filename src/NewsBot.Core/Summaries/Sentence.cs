using NewsBot.Core.Articles;

namespace NewsBot.Core.Summaries;

/// <summary>A sentence of the article and what the choice needs to know of it.</summary>
/// <param name="At">Its place in the article, from 0.</param>
/// <param name="Terms">Its different telling words.</param>
internal sealed record Sentence(string Text, int At, int[] Terms, Cues Cues)
{
    /// <summary>UTF-16 units; what is longer is a table, a list or an attack, and not shown.</summary>
    private const int Longest = 1000;

    /// <summary>Words; "March 10, 2015." says nothing.</summary>
    private const int FewestWords = 4;

    /// <summary>UTF-16 units; a shorter line without a full stop is a heading or a table's.</summary>
    private const int LongestHeading = 100;

    /// <summary>False for scraps and headings, and for a piece of a quotation without its beginning or end.</summary>
    public bool IsWhole { get; } = Text.Length <= Longest && Cues.Words >= FewestWords && (Text.Length > LongestHeading || IsEnded(Text)) && !Quotation.IsCut(Text);

    /// <summary>False where there is nothing to show, or far too much.</summary>
    public bool IsSayable { get; } = Text.Length <= Longest && Cues.Words > 0;

    /// <summary>True when it is not understood without the sentence before it.</summary>
    public bool IsLeaning { get; } = At > 0 && Text.Length <= Longest && (Leaning.IsLeaning(Text) || Quotation.IsUnattributed(Text));

    /// <summary>All sentences of the paragraphs in order; the terms take their words in.</summary>
    public static List<Sentence> All(IReadOnlyList<string> paragraphs, Terms terms)
    {
        var sentences = new List<Sentence>();
        foreach (var text in paragraphs.SelectMany(Sentences.Of))
        {
            var shown = sentences.Count == 0 ? Dateline.Without(text) : text;
            sentences.Add(new(shown, sentences.Count, terms.Add(shown), Cues.Of(shown)));
        }
        return sentences;
    }

    private static bool IsEnded(string text) => SentenceEnd.IsMark(text[^1]) || SentenceEnd.IsCloser(text[^1]);
}
