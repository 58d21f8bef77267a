namespace NewsBot.DiscordApi;

/// <summary>The algorithm documented under "Permission Overwrites" and "Implicit Permissions".</summary>
internal static class PermissionRules
{
    public static Permissions In(Guild guild, Member member)
    {
        if (guild.Owner.Id == member.Person.Id) return Permissions.All;
        var granted = member.Roles.Aggregate(guild.Everyone.Permissions, (sum, role) => sum | role.Permissions);
        return granted.HasFlag(Permissions.Administrator) ? Permissions.All : granted;
    }

    public static Permissions In(Channel channel, Member member)
    {
        var guild = channel.Guild!;
        var granted = In(guild, member);
        if (granted.HasFlag(Permissions.Administrator)) return Permissions.All;
        // A thread has no overwrites of its own.
        granted = WithOverwrites(granted, (channel.IsThread ? channel.Parent! : channel).OverwritesById, guild, member);
        if (!granted.HasFlag(Permissions.ViewChannel)) return Permissions.None;
        var mayWrite = channel.IsThread ? Permissions.SendMessagesInThreads : Permissions.SendMessages;
        return granted.HasFlag(mayWrite) ? granted : granted & ~(Permissions.MentionEveryone | Permissions.AttachFiles | Permissions.EmbedLinks);
    }

    private static Permissions WithOverwrites(Permissions granted, Dictionary<ulong, Overwrite> overwrites, Guild guild, Member member)
    {
        granted = Apply(granted, overwrites.GetValueOrDefault(guild.Id));
        Permissions allow = 0, deny = 0;
        foreach (var role in member.Roles)
        {
            if (!overwrites.TryGetValue(role.Id, out var it)) continue;
            allow |= it.Allow;
            deny |= it.Deny;
        }
        return Apply((granted & ~deny) | allow, overwrites.GetValueOrDefault(member.Person.Id));
    }

    private static Permissions Apply(Permissions granted, Overwrite? overwrite) =>
        overwrite is null ? granted : (granted & ~overwrite.Deny) | overwrite.Allow;
}
