namespace NewsBot.Core.Chat;

/// <summary>
/// Words of the bot's own. They are written in English where they are used; what they are in the other languages stands in the catalogues (Words/Words.*.resx), under the English text.
/// "{0} {0:article|articles}" chooses by a whole number, see <see cref="Wording"/>.
/// </summary>
public readonly record struct Phrase(string English)
{
    public string In(Language language) => Catalogue.Find(English, language) ?? English;

    /// <summary>With {0}, {1}… filled in.</summary>
    public string In(Language language, params ReadOnlySpan<object?> values) => string.Format(Wording.Of(language), In(language), values);
}
