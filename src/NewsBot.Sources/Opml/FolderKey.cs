using System.Security.Cryptography;
using System.Text;
using NewsBot.Core.Articles;
using NewsBot.Core.Topics;

namespace NewsBot.Sources.Opml;

/// <summary>Makes a topic's key, which people type, out of a folder's name: "Économie &amp; Finance" → economie-finance.</summary>
internal static class FolderKey
{
    private const string Otherwise = "topic";

    // What channels type to follow all topics.
    private const string Everything = "everything";

    /// <summary>Always the same key for the same name.</summary>
    public static string Of(string name)
    {
        var words = Folding.Words(name).Select(Letters).Where(word => word.Length > 0);
        var key = Cut(string.Join('-', words));
        if (key.Length == 0) return $"{Otherwise}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 3))}";
        return key == Everything || key.All(letter => char.IsAsciiDigit(letter) || letter == '-') ? Cut($"{Otherwise}-{key}") : key;
    }

    private static string Letters(string word) => string.Concat(word.Normalize(NormalizationForm.FormC).Replace('ё', 'е').Where(letter => Topic.IsKey(letter.ToString())));

    private static string Cut(string key) => key[..Math.Min(key.Length, Topic.MaxKeyLength)].Trim('-');
}
