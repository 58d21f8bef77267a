namespace NewsBot.Sources.Text;

/// <summary>"By Jane Doe" and its like: who wrote the article, when the line is unmistakably that and no phrase of the story.</summary>
internal static class Byline
{
    private const int MaxLength = 100;
    private const int MaxWords = 10;

    private static readonly string[] Openings = ["By ", "BY ", "by ", "Written by ", "Words by ", "Text by ", "Story by ", "Текст: ", "Автор: ", "Авторка: ", "Автори: "];

    // Between the parts of one name, or between two names.
    private static readonly HashSet<string> Particles =
        new(StringComparer.OrdinalIgnoreCase) { "and", "&", "та", "і", "й", "de", "da", "del", "van", "von", "der", "den", "bin", "al", "la", "le" };

    // "By Popular Demand", "By the Numbers": written like names, and no names.
    private static readonly HashSet<string> NoNames =
        new(StringComparer.OrdinalIgnoreCase) { "the", "popular", "numbers", "land", "sea", "air", "law", "order", "default", "design", "accident", "all", "any", "no", "a", "an" };

    public static string? Author(string line)
    {
        if (line.Length > MaxLength) return null;
        var opening = Openings.FirstOrDefault(opening => line.StartsWith(opening, StringComparison.Ordinal));
        if (opening is null) return null;
        var names = line[opening.Length..].Trim();
        return IsNames(names) ? names : null;
    }

    private static bool IsNames(string text)
    {
        var words = text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= MaxWords
            && char.IsLetter(text[^1])
            && words.Count(word => !Particles.Contains(word)) >= 2
            && words.All(word => Particles.Contains(word) || IsName(word))
            && !Particles.Contains(words[0]) && !Particles.Contains(words[^1]);
    }

    // Doe, O'Neill, Mary-Jane, J., Шевченко-Гончар
    private static bool IsName(string word) =>
        char.IsUpper(word[0]) && !NoNames.Contains(word) && word.All(letter => char.IsLetter(letter) || letter is '\'' or '’' or 'ʼ' or '-' or '.');
}
