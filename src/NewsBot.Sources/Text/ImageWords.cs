namespace NewsBot.Sources.Text;

/// <summary>
/// The words of a picture's file name, which stay when a page is saved as text: "harbour crane ship 2019 4f9d2c71_w800_r1".
/// They are known by their shape: lower case, no sentence marks, and a hash, a size or a file ending among them.
/// </summary>
internal static class ImageWords
{
    private const int MaxLength = 1000;

    private static readonly string[] FileEnds = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"];

    // Verbs and pronouns: a sentence can hardly do without them, and words picked for a file's name leave them out.
    private static readonly HashSet<string> ProseWords =
    [
        "is", "was", "were", "are", "be", "been", "it", "its", "he", "she", "they", "his", "her", "their", "that", "this", "which", "who", "will", "would", "has", "have", "had",
        "but", "not", "said", "says", "we", "you", "i", "my", "our", "your", "what", "when", "if", "so", "can", "could", "should", "do", "does", "did", "because",
        "це", "що", "він", "вона", "вони", "його", "її", "їх", "був", "була", "було", "були", "буде", "не", "але", "який", "яка", "які", "як", "ми", "ви", "я", "ти", "є", "бо", "якщо", "щоб",
        "это", "что", "он", "она", "они", "был", "была", "были", "но", "как", "мы", "вы", "я", "ты",
    ];

    /// <summary>The words if the line cannot be anything else, wherever it stands; null otherwise.</summary>
    public static string? Certain(string line)
    {
        if (line.Length > MaxLength || line.Length < 5) return null;
        var words = line.Split(' ');
        if (words.Length == 1) return IsFileName(line) || IsSlug(line) ? Description(words) : null;
        return HasShape(line, words) && words.Any(IsTrace) && words.Count(ProseWords.Contains) * 4 < words.Length ? Description(words) : null;
    }

    /// <summary>The words if the line may well be that, where a picture's words belong: between title and body.</summary>
    public static string? Likely(string line)
    {
        if (line.Length > MaxLength) return null;
        var words = line.Split(' ');
        var isListOfWords = words.Length >= 4 && HasShape(line, words) && words.Count(ProseWords.Contains) * 8 < words.Length;
        return isListOfWords ? Description(words) : null;
    }

    private static bool HasShape(string line, string[] words) =>
        line.Any(char.IsLetter) && !line.Any(char.IsUpper) && words.All(IsPlainWord);

    private static bool IsPlainWord(string word)
    {
        foreach (var letter in IsFileName(word) ? Bare(word) : word)
            if (!char.IsLetterOrDigit(letter) && letter is not ('-' or '_' or '\'' or '’'))
                return false;
        return true;
    }

    // A hash, a size or a counter that software put into the name.
    private static bool IsTrace(string word) => IsFileName(word) || IsHash(word) || HasSize(word);

    private static bool IsFileName(string word) => !word.Contains('/') && Bare(word) is var bare && bare.Length < word.Length && bare.Length > 0 && bare.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.');

    private static string Bare(string word)
    {
        var end = FileEnds.FirstOrDefault(end => word.EndsWith(end, StringComparison.OrdinalIgnoreCase));
        return end is null ? word : word[..^end.Length];
    }

    // 4f9d2c71ab, 01000000-0aff-0242-ec8f-08db196d102f, also with _w1023_r1_s behind
    private static bool IsHash(string word)
    {
        var stem = word.Split('_')[0];
        var hex = stem.Count(char.IsAsciiHexDigit);
        return hex >= 8 && stem.All(letter => char.IsAsciiHexDigit(letter) || letter == '-') && stem.Any(char.IsAsciiDigit) && (stem.Any(char.IsAsciiLetter) || hex >= 12);
    }

    // _w1023_r1_s, photo_1200x675, 800x600, image-scaled
    private static bool HasSize(string word)
    {
        var parts = word.Split('_', '-');
        return parts.Length > 1 ? parts.Any(IsSize) : IsDimensions(word);
    }

    private static bool IsSize(string part) =>
        (part.Length >= 3 && part[0] is 'w' or 'h' && part.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0) || IsDimensions(part);

    private static bool IsDimensions(string part)
    {
        var times = part.IndexOf('x');
        return times >= 2 && part.Length - times >= 3
            && part.AsSpan(0, times).IndexOfAnyExceptInRange('0', '9') < 0 && part.AsSpan(times + 1).IndexOfAnyExceptInRange('0', '9') < 0;
    }

    // odesa_harbour_crane, crane-at-the-quay
    private static bool IsSlug(string word) =>
        word.Count(letter => letter is '_' or '-') >= 2 && word.All(letter => char.IsLower(letter) || char.IsAsciiDigit(letter) || letter is '_' or '-');

    // A screen reader reads this aloud, so what software put in is left out.
    private static string Description(string[] words)
    {
        var spoken = words.Where(word => !IsHash(word)).Select(Bare).SelectMany(word => words.Length == 1 || HasSize(word) ? word.Split('_', '-') : word.Split('_'));
        return string.Join(' ', spoken.Where(part => part.Length > 0 && !IsSize(part)));
    }
}
