using System.Text;
using NewsBot.Core.Articles;

namespace NewsBot.Storage.Search;

/// <summary>
/// Index terms that are no words: stems, fields and blocks of numbers. Each begins with a sign that folding never leaves in a word, so that
/// nothing a person types can be one; both engines take the sign for a letter.
/// </summary>
internal static class Mark
{
    public const char Sign = '§';

    public static string Stem(string stem) => $"{Sign}{stem}";

    /// <summary>A stem that stands in the title; only PostgreSQL needs it, FTS5 has columns.</summary>
    public static string TitleStem(string stem) => $"{Sign}t{Sign}{stem}";

    public static string Source(string source) => $"{Sign}s{Sign}{Plain(source)}";

    public static string Language(string language) => $"{Sign}l{Sign}{Plain(language)}";

    public static string Author(string word) => $"{Sign}a{Sign}{word}";

    public static string Block(int level, long block) => $"{Sign}b{level}{Sign}{(block < 0 ? $"n{-block}" : $"{block}")}";

    // FTS5's ascii tokenizer splits at every other ASCII sign.
    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var letter in IndexedText.Clipped(text.ToLowerInvariant())) plain.Append(char.IsLetterOrDigit(letter) || letter > '\x7f' ? letter : Sign);
        return plain.ToString();
    }
}
