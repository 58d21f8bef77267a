using NewsBot.Core.Chat;

namespace NewsBot.Core.Commands;

/// <summary>What platforms announce of a command.</summary>
/// <param name="Path">One or two lower-case words, such as "latest" or "topic add".</param>
public sealed record CommandSpec(string Path, Role Role, Phrase Description, params IReadOnlyList<Option> Options)
{
    /// <summary>True when it changes something for every channel of the bot, which a moderator of just any channel may not.</summary>
    public bool IsForEveryChannel { get; init; }

    public bool IsFor(Caller caller) => Role <= caller.Role && (!IsForEveryChannel || caller.IsNewsroom || caller.Role is Role.Operator);

    /// <summary>As one would type it: "latest [topic] [count]", "search words".</summary>
    public string Usage => string.Join(' ', Options.Where(option => !option.IsNamedOnly).Select(option => option.IsRequired ? option.Name : $"[{option.Name}]").Prepend(Path));
}
