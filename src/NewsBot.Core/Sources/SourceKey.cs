using System.Globalization;
using System.Text;
using NewsBot.Core.Topics;

namespace NewsBot.Core.Sources;

/// <summary>Makes a source's short name out of what it calls itself, else of its host.</summary>
public static class SourceKey
{
    /// <summary>Characters; a longer title makes a key that nobody would type.</summary>
    private const int LongestTitle = 20;

    /// <summary>Room left for a number that makes it unique.</summary>
    private const int Room = Topic.MaxKeyLength - 5;

    private static readonly string[] Reserved = ["inspect", "import", "everything"];

    private static readonly string[] Beside = ["www", "feeds", "feed", "rss", "blog", "news", "m"];

    /// <param name="taken">Keys that other sources have.</param>
    public static string Of(string title, Uri address, IReadOnlyCollection<string> taken)
    {
        var named = Slug(title);
        var key = named.Length is >= 3 and <= LongestTitle && IsWord(named) ? named : Slug(Name(address));
        if (!IsWord(key)) key = "source";
        if (!taken.Contains(key) && !Reserved.Contains(key)) return key;
        for (var number = 2; ; number++)
            if ($"{key}-{number}" is var next && !taken.Contains(next)) return next;
    }

    // Not only digits, which would be taken for a number, and not only what topics cannot be called.
    private static bool IsWord(string key) => Topic.IsKey(key) && key.Any(char.IsLetter);

    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        // Half a pair of surrogates cannot be normalised, and no key holds what is written with pairs.
        var letters = string.Concat(text.Where(letter => !char.IsSurrogate(letter))).Normalize(NormalizationForm.FormC).ToLowerInvariant();
        foreach (var letter in letters)
            if (Topic.IsKey($"a{letter}") && letter != '-') slug.Append(letter);
            else if (Plain(letter) is { } plain) slug.Append(plain);
            else if (slug.Length > 0 && slug[^1] != '-' && letter is not ('\'' or '’' or 'ʼ')) slug.Append('-');
        var whole = slug.ToString().Trim('-');
        return whole.Length <= Room ? whole : whole[..Room].Trim('-');
    }

    // "é" is "e" with something above it.
    private static char? Plain(char letter) =>
        letter.ToString().Normalize(NormalizationForm.FormD) is [var first, var mark, ..] && char.IsAsciiLetterLower(first) && char.GetUnicodeCategory(mark) is UnicodeCategory.NonSpacingMark ? first : null;

    // "www.news.example.co.uk" is known as "example".
    private static string Name(Uri address)
    {
        if (address.HostNameType is not UriHostNameType.Dns) return address.Host;
        var labels = address.IdnHost.Split('.');
        var end = labels.Length > 2 && labels[^1].Length == 2 && labels[^2].Length <= 3 ? labels.Length - 2 : Math.Max(1, labels.Length - 1);
        return labels[..end].LastOrDefault(label => !Beside.Contains(label)) ?? labels[end - 1];
    }
}
