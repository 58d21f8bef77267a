using NewsBot.Core.Chat;

namespace NewsBot.Core.Commands.Settings;

/// <summary>A role of a server as it is typed: a mention, its id, or none.</summary>
internal static class RoleName
{
    public static readonly Phrase Wanted = new("Name a role by mentioning it or by its id, or write none.");

    /// <returns>False when it is neither.</returns>
    public static bool TryRead(string text, out string? id)
    {
        // A mention of a role is typed as <@&id>.
        id = text.TrimStart('<', '@', '&').TrimEnd('>') is { Length: > 0 and <= 20 } digits && digits.All(char.IsAsciiDigit) ? digits : null;
        return id is not null || text.Equals("none", StringComparison.OrdinalIgnoreCase);
    }
}
