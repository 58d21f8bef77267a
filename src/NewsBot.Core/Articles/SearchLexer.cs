using System.Text;

namespace NewsBot.Core.Articles;

/// <summary>One piece of a typed question.</summary>
/// <param name="Label">What stood before a colon, if that is or resembles a field.</param>
internal readonly record struct SearchToken(SearchTokenKind Kind, string Text, bool IsUnwanted = false, string? Label = null, bool IsLast = false);

internal enum SearchTokenKind
{
    Word,
    Phrase,
    Open,
    Close,
}

/// <summary>Cuts a typed question into words, "phrases" and brackets, each with its minus and its field.</summary>
internal static class SearchLexer
{
    public static IEnumerable<SearchToken> Read(string text)
    {
        var (at, isUnwanted) = (0, false);
        string? label = null;
        while (at < text.Length)
        {
            var sign = text[at];
            if (char.IsWhiteSpace(sign))
            {
                // "- word" with a space between stays a dash; "title: word" does not.
                isUnwanted = isUnwanted && label is not null;
                at++;
            }
            else if (sign == '-' && label is null && !isUnwanted)
            {
                isUnwanted = true;
                at++;
            }
            else if (sign == ')')
            {
                yield return new(SearchTokenKind.Close, ")");
                (isUnwanted, label, at) = (false, null, at + 1);
            }
            else if (sign == '(')
            {
                yield return new(SearchTokenKind.Open, "(", isUnwanted, label);
                (isUnwanted, label, at) = (false, null, at + 1);
            }
            else if (IsQuote(sign))
            {
                var end = at + 1;
                while (end < text.Length && !IsQuote(text[end])) end++;
                var star = end + 1 < text.Length && text[end + 1] == '*' ? 1 : 0;
                yield return new(SearchTokenKind.Phrase, text[(at + 1)..end] + (star > 0 ? "*" : ""), isUnwanted, label);
                (isUnwanted, label, at) = (false, null, end + 1 + star);
            }
            else
            {
                var end = at;
                while (end < text.Length && !char.IsWhiteSpace(text[end]) && !IsQuote(text[end]) && text[end] is not ('(' or ')')) end++;
                var word = text[at..end];
                at = end;
                var colon = label is null ? word.IndexOf(':') : -1;
                if (colon > 0 && (SearchFields.Of(word[..colon]) ?? SearchFields.Near(word[..colon])) is not null) (label, word) = (word[..colon], word[(colon + 1)..]);
                if (word.Length == 0) continue;
                yield return new(SearchTokenKind.Word, word, isUnwanted, label, IsLast: end == text.Length);
                (isUnwanted, label) = (false, null);
            }
        }
        if (label is not null) yield return new(SearchTokenKind.Word, "", isUnwanted, label);
    }

    private static bool IsQuote(char sign) => sign is '"' or '“' or '”' or '„' or '«' or '»';
}
