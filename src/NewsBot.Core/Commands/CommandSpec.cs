using NewsBot.Core.Chat;

namespace NewsBot.Core.Commands;

/// <summary>What platforms announce of a command.</summary>
/// <param name="Path">One or two lower-case words, such as "latest" or "topic add".</param>
public sealed record CommandSpec(string Path, Role Role, Phrase Description, params IReadOnlyList<Option> Options)
{
    /// <summary>As one would type it: "latest [topic] [count]", "search words".</summary>
    public string Usage => string.Join(' ', Options.Where(option => !option.IsNamedOnly).Select(option => option.IsRequired ? option.Name : $"[{option.Name}]").Prepend(Path));
}
