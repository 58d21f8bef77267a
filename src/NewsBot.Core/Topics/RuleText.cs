using System.Text;
using NewsBot.Core.Chat;

namespace NewsBot.Core.Topics;

/// <summary>
/// A rule as a moderator writes it: <c>Belarus, "Minsk region" all: border none: football tags: europe sources: seeds title: Belarus</c>.
/// Terms are separated by commas; words before the first label count as <c>any:</c>.
/// </summary>
/// <param name="IsBreaking">Null when it is not said.</param>
/// <param name="IsSensitive">Null when it is not said.</param>
public sealed record RuleText(TopicRule Rule, string? Title, bool? IsBreaking = null, bool? IsSensitive = null)
{
    /// <summary>Terms in one rule; more is a sign that someone pasted an article.</summary>
    public const int MaxTerms = 100;

    private static readonly Dictionary<string, string> Labels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["any"] = "any",
        ["будь-яке"] = "any",
        ["all"] = "all",
        ["усі"] = "all",
        ["none"] = "none",
        ["not"] = "none",
        ["жодного"] = "none",
        ["tags"] = "tags",
        ["tag"] = "tags",
        ["теги"] = "tags",
        ["sources"] = "sources",
        ["source"] = "sources",
        ["джерела"] = "sources",
        ["lang"] = "languages",
        ["languages"] = "languages",
        ["мова"] = "languages",
        ["title"] = "title",
        ["назва"] = "title",
        ["breaking"] = "breaking",
        ["термінове"] = "breaking",
        ["sensitive"] = "sensitive",
        ["чутливе"] = "sensitive",
    };

    private static readonly Phrase Empty = new("A rule needs at least one word to look for: for example  Belarus, \"Minsk region\" none: football");

    private static readonly Phrase TooLong = new("A rule can hold at most {0} {0:term|terms}.");

    private static readonly Phrase NoLanguage = new("'{0}' is no language; write two letters such as en or uk.");

    private static readonly Phrase OnOrOff = new("After breaking: and sensitive: comes on or off.");

    /// <param name="before">The rule in force; it stays when the text has no terms but a title or marks.</param>
    /// <returns>The rule, or null and one sentence that says what to write.</returns>
    public static RuleText? Read(string text, Language language, out string? complaint, TopicRule? before = null)
    {
        var parts = Split(text);
        var rule = new TopicRule
        {
            Any = Terms(parts, "any"),
            All = Terms(parts, "all"),
            None = Terms(parts, "none"),
            Tags = Terms(parts, "tags").Select(tag => tag.TrimStart('#')).Where(tag => tag.Length > 0).ToArray(),
            Sources = Terms(parts, "sources"),
            Languages = Terms(parts, "languages").Select(language => language.ToLowerInvariant()).ToArray(),
        };
        var count = rule.Any.Count + rule.All.Count + rule.None.Count + rule.Tags.Count + rule.Sources.Count;
        var (breaking, sensitive) = (Mark(parts, "breaking"), Mark(parts, "sensitive"));
        if (count == 0 && before is not null && parts.Keys.Any(label => label is "title" or "breaking" or "sensitive")) rule = before;
        complaint = rule.IsEmpty ? Empty.In(language) : count > MaxTerms ? TooLong.In(language, MaxTerms) : breaking.IsWrong || sensitive.IsWrong ? OnOrOff.In(language) : Complaint(rule)?.Invoke(language);
        var title = parts.TryGetValue("title", out var found) ? found.ToString().Trim(' ', '"', ',') : null;
        return complaint is null ? new(rule, title is { Length: > 0 } ? title[..Math.Min(title.Length, Topic.MaxTitleLength)] : null, breaking.IsOn, sensitive.IsOn) : null;
    }

    /// <summary>What is wrong with a rule's patterns and languages, or null.</summary>
    internal static Func<Language, string>? Complaint(TopicRule rule)
    {
        foreach (var term in rule.Any.Concat(rule.All).Concat(rule.None).Where(TopicPattern.Is))
            if (TopicPattern.Read(term, out var complaint) is null) return complaint;
        return rule.Languages.FirstOrDefault(language => language.Length != 2 || !language.All(char.IsAsciiLetterLower)) is { } wrong
            ? language => NoLanguage.In(language, CardFitter.Cut(wrong, 40))
            : null;
    }

    private static (bool? IsOn, bool IsWrong) Mark(Dictionary<string, StringBuilder> parts, string label) =>
        !parts.TryGetValue(label, out var part) ? (null, false) : part.ToString().Trim(' ', ',').ToLowerInvariant() switch
        {
            "on" or "yes" or "так" => (true, false),
            "off" or "no" or "ні" => (false, false),
            _ => (null, true),
        };

    /// <summary>The rule in the form that <see cref="Read"/> understands.</summary>
    public static string Write(TopicRule rule)
    {
        var text = new StringBuilder();
        foreach (var (label, terms) in new[] { ("any", rule.Any), ("all", rule.All), ("none", rule.None), ("tags", rule.Tags), ("sources", rule.Sources), ("lang", rule.Languages) })
            if (terms.Count > 0)
                text.Append(text.Length > 0 ? " " : "").Append(label).Append(": ").AppendJoin(", ", terms.Select(Quoted));
        return text.ToString();
    }

    private static string Quoted(string term) => term.Contains(' ') || term.Contains(',') || term.Contains(':') ? $"\"{term}\"" : term;

    private static Dictionary<string, StringBuilder> Split(string text)
    {
        var parts = new Dictionary<string, StringBuilder>();
        var label = "any";
        var isQuoted = false;
        var word = new StringBuilder();
        foreach (var letter in text + " ")
        {
            if (letter is '"' or '“' or '”' or '«' or '»' or '„') isQuoted = !isQuoted;
            if (letter == ':' && !isQuoted && Labels.TryGetValue(word.ToString(), out var next))
            {
                label = next;
                word.Clear();
            }
            else if (char.IsWhiteSpace(letter) && !isQuoted)
            {
                Flush();
            }
            else
            {
                word.Append(letter is '“' or '”' or '«' or '»' or '„' ? '"' : letter);
            }
        }
        Flush();
        return parts;

        void Flush()
        {
            if (!parts.TryGetValue(label, out var part)) parts[label] = part = new();
            if (word.Length > 0) part.Append(part.Length > 0 ? " " : "").Append(word);
            word.Clear();
        }
    }

    private static string[] Terms(Dictionary<string, StringBuilder> parts, string label)
    {
        if (!parts.TryGetValue(label, out var part)) return [];
        var terms = new List<string>();
        var term = new StringBuilder();
        var isQuoted = false;
        foreach (var letter in $"{part},")
        {
            if (letter == '"') isQuoted = !isQuoted;
            else if (letter is ',' or ';' && !isQuoted)
            {
                if (term.ToString().Trim() is { Length: > 0 } found) terms.Add(found);
                term.Clear();
            }
            else term.Append(letter);
        }
        if (term.ToString().Trim() is { Length: > 0 } last) terms.Add(last);
        return terms.Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
    }
}
