using NewsBot.Core.Articles;

namespace NewsBot.Core.Writing;

/// <summary>
/// Decides whether what a writer wrote may be shown. Every number, name and quotation in it must stand in the article; length, form and language must
/// be right. It cannot see every lie (whose number it is, say), so it is strict where it can see: a good summary lost costs nothing, since the
/// article's own sentences take its place.
/// </summary>
public sealed class Faithfulness(ILanguageGuesser languages)
{
    /// <returns>Null when it may be shown, else why not.</returns>
    public string? Objection(string written, Commission commission)
    {
        if (WrittenForm.Objection(written) is { } form) return form;
        var source = new SourceText(commission.Article);
        if (WrittenNumbers.Of(written).FirstOrDefault(number => !source.HasNumber(number)) is { } number) return $"it says {number.Text}, which the article does not";
        foreach (var quotation in WrittenQuotations.Of(written))
        {
            if (commission.IsTranslation) return "it quotes in another language than the article's";
            if (!source.HasWords(quotation)) return $"it quotes '{quotation}', which the article does not say";
        }
        if (WrittenNames.Of(written).FirstOrDefault(name => !source.HasName(name)) is { } stranger) return $"it names '{stranger}', whom the article does not";
        if (languages.Guess(written) is { } guessed && guessed != commission.Language) return $"it is written in '{guessed}' instead of '{commission.Language}'";
        return null;
    }
}
