using NewsBot.Core.Summaries;

namespace NewsBot.Core.Articles;

/// <summary>Cuts a paragraph into sentences, each literally a part of it. When in doubt it does not cut: a long sentence is better than half of one.</summary>
public static class Sentences
{
    /// <summary>In order, without the white space between them. Takes linear time on any text.</summary>
    public static IEnumerable<string> Of(string paragraph)
    {
        var start = 0;
        for (var i = 0; i < paragraph.Length; i++)
        {
            if (!SentenceEnd.IsMark(paragraph[i])) continue;
            var mark = i;
            while (i + 1 < paragraph.Length && (SentenceEnd.IsMark(paragraph[i + 1]) || SentenceEnd.IsCloser(paragraph[i + 1]))) i++;
            if (!SentenceEnd.Is(paragraph, start, mark, i + 1)) continue;
            yield return paragraph[start..(i + 1)].Trim();
            start = i + 1;
        }
        if (paragraph[start..].Trim() is { Length: > 0 } rest) yield return rest;
    }
}
