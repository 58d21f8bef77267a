using System.Security.Cryptography;
using System.Text;
using NewsBot.Core.Articles;

namespace NewsBot.Storage.Search;

/// <summary>The folded words of an article, with single spaces between: what is searched.</summary>
/// <param name="TitleMarks">Stems of the title's words where they differ from the word.</param>
/// <param name="Marks">The same of all else, and what else the article may be asked for.</param>
/// <param name="Length">Words in all.</param>
internal sealed record IndexedText(string Title, string Deck, string Tags, string Body, string TitleMarks, string Marks, byte[] Bag, int Length)
{
    /// <summary>UTF-16 units of a word that count; a longer run of letters is no word, and PostgreSQL takes no more than 2,046 bytes.</summary>
    public const int MaxWordLength = 100;

    public static IndexedText Of(ArticleContent content, string source)
    {
        var (title, deck, tags, body) = (Words([content.Title]), Words([content.Deck]), Words(content.Tags), Words(content.Body));
        var stems = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in (IEnumerable<string>)[.. title, .. deck, .. tags, .. body]) stems.TryAdd(word, WordStem.Of(word));
        var facts = Folding.Words(content.Author).Select(word => Mark.Author(Clipped(word))).Append(Mark.Source(source));
        if (content.Language is { } language) facts = facts.Append(Mark.Language(language));
        return new(
            Joined(title), Joined(deck), Joined(tags), Joined(body),
            Joined(Stems(title, stems)),
            Joined(Stems([.. deck, .. tags, .. body], stems).Concat(facts).Distinct()),
            WordBag.Of(title, deck, tags, body, stems),
            title.Count + deck.Count + tags.Count + body.Count);
    }

    public static string Clipped(string word) => word.Length <= MaxWordLength ? word : PlainEnd(word[..MaxWordLength]);

    /// <summary>The same for the same words, whatever the case, the punctuation and the paragraphs. Null when there is only a title: "Morning briefing" comes every day.</summary>
    public string? Fingerprint() => (Body.Length > 0 ? Body : Deck) is { Length: > 0 } text
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Title}\n{text}")))
        : null;

    private static List<string> Words(IEnumerable<string?> texts) => [.. texts.SelectMany(Folding.Words).Select(Clipped)];

    private static IEnumerable<string> Stems(IEnumerable<string> words, Dictionary<string, string> stems) =>
        words.Distinct().Where(word => stems[word] != word).Select(word => Mark.Stem(stems[word])).Distinct();

    private static string Joined(IEnumerable<string> words) => string.Join(' ', words);

    private static string PlainEnd(string word) => char.IsHighSurrogate(word[^1]) ? word[..^1] : word;
}
