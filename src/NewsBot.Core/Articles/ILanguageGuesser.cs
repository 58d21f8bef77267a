namespace NewsBot.Core.Articles;

/// <summary>Tells the language of a text. Safe to share between threads.</summary>
public interface ILanguageGuesser
{
    /// <returns>ISO 639-1, two lower-case letters; null when the text is too short or too mixed to tell.</returns>
    string? Guess(string text);
}
