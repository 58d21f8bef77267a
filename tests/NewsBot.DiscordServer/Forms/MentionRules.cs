using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NewsBot.DiscordApi;

/// <summary>
/// Works out whom a message pings: what its text mentions, what allowed_mentions lets through, what the writer may.
/// Mentions in code or behind a backslash count too: a bot that relies on those to stay silent is told so here.
/// </summary>
internal static partial class MentionRules
{
    public static Pings Read(Form message, string text, Guild? guild, Permissions writer, bool usersOnlyByDefault)
    {
        var allowed = message.Inner("allowed_mentions");
        var parse = allowed is null ? (usersOnlyByDefault ? ["users"] : ["users", "roles", "everyone"]) : Parse(allowed);
        var users = Mentioned(UserMention(), text).Where(id => guild is null || guild.MembersById.ContainsKey(id));
        var roles = Mentioned(RoleMention(), text).Where(id => guild?.RolesById.GetValueOrDefault(id) is { } role && (role.IsMentionable || writer.HasFlag(Permissions.MentionEveryone)));
        var everyone = parse.Contains("everyone") && guild is not null && writer.HasFlag(Permissions.MentionEveryone) && Everyone().IsMatch(text);
        return new(everyone, [.. Allowed(users, allowed, parse, "users")], [.. Allowed(roles, allowed, parse, "roles")]);
    }

    private static IEnumerable<ulong> Allowed(IEnumerable<ulong> mentioned, Form? allowed, string[] parse, string kind)
    {
        if (parse.Contains(kind)) return mentioned;
        var listed = (allowed?.Body[kind] as JsonArray ?? []).Select(Json.Id).ToHashSet();
        return mentioned.Where(id => listed.Contains(id));
    }

    private static string[] Parse(Form allowed)
    {
        var parse = allowed.Array("parse", 3).Select(node => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "").ToArray();
        foreach (var (index, kind) in parse.Index())
            if (kind is not ("users" or "roles" or "everyone"))
                allowed.Wrong($"parse.{index}", "BASE_TYPE_CHOICES", "Value must be one of ('roles', 'users', 'everyone').");
        foreach (var kind in (string[])["users", "roles"])
            if (allowed.Array(kind, 100).Count > 0 && parse.Contains(kind))
                allowed.Wrong(kind, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", $"parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive.");
        allowed.Flag("replied_user");
        return parse;
    }

    private static IEnumerable<ulong> Mentioned(Regex pattern, string text) =>
        pattern.Matches(text).Select(match => ulong.TryParse(match.Groups[1].ValueSpan, out var id) ? id : 0).Where(id => id > 0).Distinct();

    [GeneratedRegex(@"<@!?(\d+)>", RegexOptions.CultureInvariant)]
    private static partial Regex UserMention();

    [GeneratedRegex(@"<@&(\d+)>", RegexOptions.CultureInvariant)]
    private static partial Regex RoleMention();

    [GeneratedRegex(@"@(everyone|here)", RegexOptions.CultureInvariant)]
    private static partial Regex Everyone();
}
