using System.Text;
using NewsBot.Core.Commands;
using NewsBot.Discord.Protocol;

namespace NewsBot.Discord.Talking;

/// <summary>Turns a slash command with its options back into the line that one would have typed.</summary>
internal static class SlashLines
{
    /// <summary>The command's path, and its options without sub-commands around them.</summary>
    public static (string Path, IReadOnlyList<InteractionOption> Options) Of(InteractionData? data) =>
        data?.Options is [{ Type: OptionKind.SubCommand } sub] ? ($"{data.Name} {sub.Name}", sub.Options ?? []) : (data?.Name ?? "", data?.Options ?? []);

    public static string Line(CommandSpec spec, IReadOnlyList<InteractionOption> options)
    {
        var line = new StringBuilder(spec.Path);
        foreach (var option in spec.Options.Where(option => !option.TakesRest)) Add(line, option, Value(options, option.Name));
        // The one that takes the rest of the line comes last, as it is.
        foreach (var option in spec.Options.Where(option => option.TakesRest))
            if (Value(options, option.Name) is { Length: > 0 } rest) line.Append(' ').Append(option.Name).Append(':').Append(rest.ReplaceLineEndings(" "));
        return line.ToString();
    }

    public static string? Value(IReadOnlyList<InteractionOption> options, string name) => options.FirstOrDefault(option => option.Name == name)?.Value?.Text;

    private static void Add(StringBuilder line, Option option, string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return;
        var word = $"{option.Name}:{value.Replace('"', '\'').ReplaceLineEndings(" ")}";
        line.Append(' ').Append(word.Contains(' ', StringComparison.Ordinal) ? $"\"{word}\"" : word);
    }
}
