using NewsBot.Core.Chat;

namespace NewsBot.Core.Commands;

/// <summary>What was typed behind a command's name, taken apart by its options.</summary>
/// <param name="Complaint">One sentence when something is wrong; then the values mean nothing.</param>
public sealed record CommandLine(IReadOnlyDictionary<Option, string> Values, string? Complaint)
{
    private static readonly Phrase Missing = new("Please add {0} ({1}): {2}");
    private static readonly Phrase TooMuch = new("'{0}' is more than this command takes: {1}");

    /// <summary>
    /// Words fill the options in their order; a word that an optional option cannot read is offered to the next, so "latest 5" and
    /// "latest belarus 5" both work. "name:value" fills an option by name. Quotes hold words together.
    /// </summary>
    public static CommandLine Read(CommandSpec spec, string text, Language language)
    {
        var values = new Dictionary<Option, string>();
        var rest = text.Trim();
        while (rest.Length > 0)
        {
            var (word, after) = NextWord(rest);
            if (Named(spec, word) is { } named)
            {
                values[named.Option] = named.Option.TakesRest ? rest[(named.Option.Name.Length + 1)..].Trim() : named.Value;
                rest = named.Option.TakesRest ? "" : after;
                continue;
            }
            var open = spec.Options.Where(option => !option.IsNamedOnly && !values.ContainsKey(option)).ToArray();
            var option = open.FirstOrDefault(option => option.TakesRest || option.IsRequired || option.Complaint(word, language) is null) ?? open.FirstOrDefault();
            if (option is null) return new(values, TooMuch.In(language, CardFitter.Cut(word, 40), spec.Usage));
            values[option] = option.TakesRest ? rest : word;
            rest = option.TakesRest ? "" : after;
        }
        var wrong = values.Select(value => value.Key.Complaint(value.Value, language)).FirstOrDefault(complaint => complaint is not null);
        var missing = spec.Options.FirstOrDefault(option => option.IsRequired && !values.ContainsKey(option));
        return new(values, wrong ?? (missing is null ? null : Missing.In(language, missing.Name, missing.Description.In(language), spec.Usage)));
    }

    /// <summary>The first word of a text, its quotes taken off, and what follows it.</summary>
    public static (string Word, string Remainder) NextWord(string text)
    {
        text = text.TrimStart();
        var quote = text.Length > 1 && text[0] is '"' or '“' ? text.IndexOfAny(['"', '”'], 1) : -1;
        if (quote > 0) return (text[1..quote], text[(quote + 1)..].TrimStart());
        var end = text.AsSpan().IndexOfAny(" \t\r\n");
        return end < 0 ? (text, "") : (text[..end], text[end..].TrimStart());
    }

    private static (Option Option, string Value)? Named(CommandSpec spec, string word)
    {
        var colon = word.IndexOf(':');
        if (colon <= 0) return null;
        var option = spec.Options.FirstOrDefault(option => option.Name.Equals(word[..colon], StringComparison.OrdinalIgnoreCase));
        return option is null ? null : (option, word[(colon + 1)..]);
    }
}
