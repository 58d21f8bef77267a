namespace NewsBot.Core.Chat;

/// <summary>A language that the bot speaks. Articles keep their own.</summary>
public enum Language
{
    English,
    Ukrainian,
}

/// <summary>Words of the bot's own, in each language that it speaks.</summary>
public readonly record struct Phrase(string English, string Ukrainian)
{
    public string In(Language language) => language is Language.Ukrainian ? Ukrainian : English;

    /// <summary>With {0}, {1}… filled in.</summary>
    public string In(Language language, params ReadOnlySpan<object?> values) =>
        string.Format(Culture.Of(language), In(language), values);
}
