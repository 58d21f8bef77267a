using System.Collections.Frozen;
using NewsBot.Core.Commands;

namespace NewsBot.Core.Articles;

/// <summary>The fields of a question by the names that people give them.</summary>
internal static class SearchFields
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["title"] = "title",
        ["заголовок"] = "title",
        ["назва"] = "title",
        ["topic"] = "topic",
        ["тема"] = "topic",
        ["source"] = "source",
        ["джерело"] = "source",
        ["author"] = "author",
        ["автор"] = "author",
        ["lang"] = "lang",
        ["language"] = "lang",
        ["мова"] = "lang",
        ["since"] = "since",
        ["after"] = "since",
        ["від"] = "since",
        ["після"] = "since",
        ["before"] = "before",
        ["until"] = "before",
        ["до"] = "before",
        ["sort"] = "sort",
        ["порядок"] = "sort",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static string? Of(string label) => Names.GetValueOrDefault(label);

    /// <summary>The field that was probably meant, or null when the label is just a word before a colon.</summary>
    public static string? Near(string label) =>
        label.Length is >= 4 and <= 12 && label.All(char.IsLetter) && Nearest.To(label, Names.Keys) is { } near && Math.Abs(near.Length - label.Length) <= 1 ? Names[near] : null;

    /// <summary>Something that may stand behind a field.</summary>
    public static string Example(string field) => field switch
    {
        "title" => "title:storm",
        "topic" => "topic:belarus",
        "source" => "source:seeds",
        "author" => "author:smith",
        "lang" => "lang:en",
        "since" => "since:3d",
        "before" => "before:2024-09-08",
        _ => "sort:date",
    };
}
