namespace NewsBot.Sources.Text;

/// <summary>Recognises a line that names the author and nothing else.</summary>
internal static class Byline
{
    private const int MostWords = 6;

    private static readonly string[] Labels = ["By ", "Author: ", "Text: ", "Автор: ", "Авторка: ", "Автори: ", "Текст: "];

    /// <returns>The name or names, or null when the line is something else.</returns>
    public static string? Author(string line)
    {
        var label = Labels.FirstOrDefault(label => line.StartsWith(label, StringComparison.OrdinalIgnoreCase));
        if (label is null || line.Length > 100) return null;
        var name = line[label.Length..].Trim().TrimEnd(',');
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= MostWords && words.All(IsName) ? name : null;
    }

    private static bool IsName(string word) => char.IsUpper(word[0]) && !word.EndsWith('.') || word is "and" or "de" or "van" or "von" or "та" or "і" or "&" || (word.Length <= 3 && word.EndsWith('.') && char.IsUpper(word[0]));
}
