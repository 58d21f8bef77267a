using System.Security.Cryptography;
using System.Text;
using NewsBot.Core.Articles;

namespace NewsBot.Storage.Search;

/// <summary>The folded words of an article, with single spaces between: what is searched.</summary>
internal sealed record IndexedText(string Title, string Deck, string Tags, string Body)
{
    /// <summary>UTF-16 units of a word that count; a longer run of letters is no word, and PostgreSQL takes no more than 2,046 bytes.</summary>
    public const int MaxWordLength = 100;

    public static IndexedText Of(ArticleContent content) => new(
        Index([content.Title]),
        Index([content.Deck]),
        Index(content.Tags),
        Index(content.Body));

    public static string Clipped(string word) => word.Length <= MaxWordLength ? word : PlainEnd(word[..MaxWordLength]);

    /// <summary>The same for the same words, whatever the case, the punctuation and the paragraphs. Null when there is only a title: "Morning briefing" comes every day.</summary>
    public string? Fingerprint() => (Body.Length > 0 ? Body : Deck) is { Length: > 0 } text
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Title}\n{text}")))
        : null;

    private static string Index(IEnumerable<string?> texts) => string.Join(' ', texts.SelectMany(Folding.Words).Select(Clipped));

    private static string PlainEnd(string word) => char.IsHighSurrogate(word[^1]) ? word[..^1] : word;
}
