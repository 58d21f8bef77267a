namespace NewsBot.Discord.Protocol;

/// <summary>Discord's documented algorithm (topics/permissions, Permission Overwrites).</summary>
internal static class ChannelPermissions
{
    public static Permissions Of(Guild guild, GuildChannel channel, Snowflake member, IReadOnlyList<Snowflake> roles)
    {
        var granted = InGuild(guild, member, roles);
        if (granted == Permissions.All)
            return granted;
        granted = Overwritten(granted, guild, channel, member, roles);
        // Who cannot see a channel can do nothing in it, whatever else is allowed.
        return granted.HasFlag(Permissions.ViewChannel) ? granted : Permissions.None;
    }

    /// <summary>Before any channel: the owner and administrators may do everything, others what @everyone and their roles grant together.</summary>
    public static Permissions InGuild(Guild guild, Snowflake member, IReadOnlyList<Snowflake> roles)
    {
        if (member == guild.Owner)
            return Permissions.All;
        var granted = guild.Role(guild.Id)?.Permissions ?? Permissions.None;
        foreach (var role in roles)
            granted |= guild.Role(role)?.Permissions ?? Permissions.None;
        return granted.HasFlag(Permissions.Administrator) ? Permissions.All : granted;
    }

    /// <summary>First @everyone, then all roles together (allow wins over deny among them), then the member.</summary>
    private static Permissions Overwritten(Permissions granted, Guild guild, GuildChannel channel, Snowflake member, IReadOnlyList<Snowflake> roles)
    {
        var (everyone, own) = (default(GuildOverwrite), default(GuildOverwrite));
        var (allow, deny) = (Permissions.None, Permissions.None);
        foreach (var overwrite in guild.OverwritesOf(channel))
        {
            if (overwrite.Id == guild.Id)
                everyone = overwrite;
            else if (overwrite.Id == member)
                own = overwrite;
            else if (Contains(roles, overwrite.Id))
                (allow, deny) = (allow | overwrite.Allow, deny | overwrite.Deny);
        }

        granted = (granted & ~everyone.Deny) | everyone.Allow;
        granted = (granted & ~deny) | allow;
        return (granted & ~own.Deny) | own.Allow;
    }

    private static bool Contains(IReadOnlyList<Snowflake> roles, Snowflake id)
    {
        for (var index = 0; index < roles.Count; index++)
        {
            if (roles[index] == id)
                return true;
        }

        return false;
    }
}
