using System.Globalization;
using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Topics;

namespace NewsBot.Core.Commands;

/// <summary>One word, or with <see cref="Option.TakesRest"/> whatever stands to the end of the line.</summary>
public sealed record TextOption(string Name, Phrase Description, int MaxLength = 4000) : Option<string>(Name, Description)
{
    private static readonly Phrase TooLong = new("'{0}' can have at most {1} {1:character|characters}.");

    public override string? Complaint(string raw, Language language) => raw.Length > MaxLength ? TooLong.In(language, Name, MaxLength) : null;

    public override string Value(string raw) => raw;
}

public sealed record NumberOption(string Name, Phrase Description, int Min, int Max) : Option<int>(Name, Description)
{
    private static readonly Phrase Wrong = new("'{0}' is a number from {1} to {2}.");

    public override string? Complaint(string raw, Language language) =>
        int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= Min && number <= Max
            ? null
            : Wrong.In(language, Name, Min, Max);

    public override int Value(string raw) => int.Parse(raw, NumberStyles.None, CultureInfo.InvariantCulture);
}

/// <param name="Choices">Lower-case words.</param>
public sealed record ChoiceOption(string Name, Phrase Description, params IReadOnlyList<string> Choices) : Option<string>(Name, Description)
{
    private static readonly Phrase Wrong = new("'{0}' is one of: {1}.");

    public override string? Complaint(string raw, Language language) =>
        Choices.Contains(raw.ToLowerInvariant()) ? null : Wrong.In(language, Name, string.Join(", ", Choices));

    public override string Value(string raw) => raw.ToLowerInvariant();
}

/// <summary>A topic's key. Whether there is such a topic is for the command to say.</summary>
public sealed record TopicOption(string Name, Phrase Description) : Option<string>(Name, Description)
{
    private static readonly Phrase Wrong = new(
        "A topic's name has up to 32 small letters, digits and hyphens, and is not just a number: for example belarus or grain-trade.");

    public override string? Complaint(string raw, Language language) =>
        Topic.IsKey(Value(raw)) && !raw.All(char.IsAsciiDigit) ? null : Wrong.In(language);

    public override string Value(string raw) => raw.TrimStart('#').ToLowerInvariant();
}

public sealed record ArticleOption(string Name, Phrase Description) : Option<ArticleId>(Name, Description)
{
    private static readonly Phrase Wrong = new("An article is named by the 12 letters and digits that its Read button carries; find one with latest or search.");

    public override string? Complaint(string raw, Language language) => ArticleId.TryParse(raw, out _) ? null : Wrong.In(language);

    public override ArticleId Value(string raw) => ArticleId.TryParse(raw, out var id) ? id : throw new ArgumentException("Not an article's id.", nameof(raw));
}
