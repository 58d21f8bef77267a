using System.Security.Cryptography;
using System.Text;
using NewsBot.Core.Articles;
using NewsBot.Core.Topics;

namespace NewsBot.Sources.Opml;

/// <summary>Makes keys, which people type, out of names, which people read: "Kyiv Independent — News" → kyiv-independent-news.</summary>
internal static class ShortKey
{
    /// <summary>Always the same key for the same name.</summary>
    /// <param name="otherwise">Begins the key of a name that has no letters to make one of, or digits only.</param>
    public static string Of(string name, string otherwise)
    {
        var words = Folding.Words(name).Select(Letters).Where(word => word.Length > 0);
        var key = Cut(string.Join('-', words));
        if (key.Length == 0) return $"{otherwise}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 3))}";
        return key.All(char.IsAsciiDigit) ? Cut($"{otherwise}-{key}") : key;
    }

    /// <summary>The key, or the first of key-2, key-3… that is not taken.</summary>
    public static string Free(string key, IReadOnlySet<string> taken)
    {
        var free = key;
        for (var number = 2; taken.Contains(free); number++)
        {
            var tail = $"-{number}";
            free = key[..Math.Min(key.Length, Topic.MaxKeyLength - tail.Length)].TrimEnd('-') + tail;
        }
        return free;
    }

    private static string Letters(string word) => string.Concat(word.Normalize(NormalizationForm.FormC).Replace('ё', 'е').Where(letter => Topic.IsKey(letter.ToString())));

    private static string Cut(string key) => key[..Math.Min(key.Length, Topic.MaxKeyLength)].Trim('-');
}
