namespace NewsBot.Core.Topics;

/// <summary>A subject that channels can follow.</summary>
/// <param name="Key">What is typed: 1 to 32 lower-case letters, digits and hyphens, a letter or digit first.</param>
/// <param name="Title">What is shown; one line, at most 64 characters.</param>
public sealed record Topic(string Key, string Title, TopicRule Rule)
{
    /// <summary>Its articles do not wait for quiet hours or digests, unless a channel wants that, and go before all others.</summary>
    public bool IsBreaking { get; init; }

    /// <summary>No appeal for support stands under its articles.</summary>
    public bool IsSensitive { get; init; }

    public const int MaxKeyLength = 32;
    public const int MaxTitleLength = 64;

    public static bool IsKey(string text) =>
        text.Length is > 0 and <= MaxKeyLength
        && text[0] != '-'
        && text.All(letter => letter is '-' || char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is >= 'а' and <= 'я' or 'і' or 'ї' or 'є' or 'ґ');
}

/// <summary>
/// Which articles belong to a topic. A term is a word or a phrase; it matches whole words, case and accents folded.
/// An article belongs when some <see cref="Any"/> term occurs (if there are any), every <see cref="All"/> term does, no <see cref="None"/> term
/// does, it carries one of <see cref="Tags"/> (if there are any) and comes from one of <see cref="Sources"/> (if there are any).
/// A rule without any, all and tags matches by source alone; an empty rule matches nothing.
/// </summary>
public sealed record TopicRule
{
    public IReadOnlyList<string> Any { get; init; } = [];
    public IReadOnlyList<string> All { get; init; } = [];
    public IReadOnlyList<string> None { get; init; } = [];
    public IReadOnlyList<string> Tags { get; init; } = [];
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Two lower-case letters each; an article in none of them does not belong. Empty: any language.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    public bool IsEmpty => Any.Count + All.Count + Tags.Count + Sources.Count == 0;
}
