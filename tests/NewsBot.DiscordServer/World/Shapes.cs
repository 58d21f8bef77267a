using System.Globalization;
using System.Text.Json.Nodes;

namespace NewsBot.DiscordApi;

/// <summary>The objects of the documentation's "Resources", as they go over the wire.</summary>
internal static class Shapes
{
    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffff", CultureInfo.InvariantCulture) + "+00:00";

    public static string Bits(Permissions permissions) => ((ulong)permissions).ToString(CultureInfo.InvariantCulture);

    public static JsonObject User(Person person) => new()
    {
        ["id"] = $"{person.Id}",
        ["username"] = person.Name,
        ["discriminator"] = person.IsBot ? "0001" : "0",
        ["global_name"] = person.IsBot ? null : person.Name,
        ["avatar"] = null,
        ["bot"] = person.IsBot,
        ["public_flags"] = 0,
    };

    public static JsonObject Role(Role role) => new()
    {
        ["id"] = $"{role.Id}",
        ["name"] = role.Name,
        ["color"] = 0,
        ["colors"] = new JsonObject { ["primary_color"] = 0, ["secondary_color"] = null, ["tertiary_color"] = null },
        ["hoist"] = false,
        ["icon"] = null,
        ["unicode_emoji"] = null,
        ["position"] = role.Id == role.Guild.Id ? 0 : 1,
        ["permissions"] = Bits(role.Permissions),
        ["managed"] = role.IsManaged,
        ["mentionable"] = role.IsMentionable,
        ["flags"] = 0,
    };

    public static JsonObject Member(Member member, bool guildId = false)
    {
        var it = new JsonObject
        {
            ["user"] = User(member.Person),
            ["nick"] = null,
            ["avatar"] = null,
            ["roles"] = Json.Array(member.Roles.Select(role => (JsonNode)$"{role.Id}")),
            ["joined_at"] = Time(member.Joined),
            ["premium_since"] = null,
            ["deaf"] = false,
            ["mute"] = false,
            ["flags"] = 0,
            ["pending"] = false,
            ["communication_disabled_until"] = null,
        };
        if (guildId) it["guild_id"] = $"{member.Guild.Id}";
        return it;
    }

    public static JsonObject Guild(Guild guild) => new()
    {
        ["id"] = $"{guild.Id}",
        ["name"] = guild.Name,
        ["icon"] = null,
        ["splash"] = null,
        ["discovery_splash"] = null,
        ["owner_id"] = $"{guild.Owner.Id}",
        ["afk_channel_id"] = null,
        ["afk_timeout"] = 300,
        ["verification_level"] = 0,
        ["default_message_notifications"] = 1,
        ["explicit_content_filter"] = 0,
        ["roles"] = Json.Array(guild.RolesById.Values.Select(Role)),
        ["emojis"] = new JsonArray(),
        ["stickers"] = new JsonArray(),
        ["features"] = new JsonArray("COMMUNITY", "NEWS"),
        ["mfa_level"] = 0,
        ["application_id"] = null,
        ["system_channel_id"] = null,
        ["system_channel_flags"] = 0,
        ["rules_channel_id"] = null,
        ["vanity_url_code"] = null,
        ["description"] = null,
        ["banner"] = null,
        ["premium_tier"] = 0,
        ["premium_subscription_count"] = 0,
        ["preferred_locale"] = guild.Locale,
        ["public_updates_channel_id"] = null,
        ["nsfw_level"] = 0,
        ["premium_progress_bar_enabled"] = false,
        ["safety_alerts_channel_id"] = null,
    };

    /// <summary>With the arrays that clients insist on; threads only where the bot can see them and they are open.</summary>
    public static JsonObject GuildCreate(Guild guild, Bot bot)
    {
        var it = Guild(guild);
        var own = guild.MembersById[bot.Id];
        it["joined_at"] = Time(own.Joined);
        it["large"] = guild.MembersById.Count > 250;
        it["unavailable"] = false;
        it["member_count"] = guild.MembersById.Count;
        it["members"] = Json.Array([Member(own)]);
        it["channels"] = Json.Array(guild.ChannelsById.Values.Where(channel => !channel.IsThread).Select(channel => Channel(channel)));
        it["threads"] = Json.Array(guild.ChannelsById.Values.Where(thread => thread is { IsThread: true, IsArchived: false }).Select(thread => Channel(thread)));
        foreach (var empty in (string[])["presences", "voice_states", "stage_instances", "guild_scheduled_events", "soundboard_sounds"]) it[empty] = new JsonArray();
        return it;
    }

    public static JsonObject Channel(Channel channel)
    {
        var it = new JsonObject { ["id"] = $"{channel.Id}", ["type"] = (int)channel.Kind };
        if (channel.MessageList.Count > 0) it["last_message_id"] = $"{channel.MessageList[^1].Id}";
        else it["last_message_id"] = null;
        if (channel.Guild is not { } guild)
        {
            it["recipients"] = Json.Array(channel.Recipient is { } recipient ? [User(recipient)] : channel.People.Select(User));
            return it;
        }
        it["guild_id"] = $"{guild.Id}";
        it["name"] = channel.Name;
        it["parent_id"] = channel.Parent is { } parent ? $"{parent.Id}" : null;
        it["flags"] = channel.RequiresTag ? 1 << 4 : 0;
        it["rate_limit_per_user"] = 0;
        if (channel.IsThread) Thread(channel, it);
        else Place(channel, it);
        return it;
    }

    private static void Thread(Channel thread, JsonObject it)
    {
        it["owner_id"] = $"{thread.Owner!.Id}";
        it["message_count"] = thread.MessageList.Count;
        it["member_count"] = 1;
        it["total_message_sent"] = thread.MessageList.Count;
        it["applied_tags"] = Json.Array(thread.AppliedTags.Select(tag => (JsonNode)$"{tag.Id}"));
        it["thread_metadata"] = new JsonObject
        {
            ["archived"] = thread.IsArchived,
            ["locked"] = thread.IsLocked,
            ["auto_archive_duration"] = thread.AutoArchiveMinutes,
            ["archive_timestamp"] = Time(Snowflakes.At(thread.Id)),
            ["create_timestamp"] = Time(Snowflakes.At(thread.Id)),
        };
    }

    private static void Place(Channel channel, JsonObject it)
    {
        it["position"] = 0;
        it["nsfw"] = false;
        it["topic"] = channel.Topic;
        it["permission_overwrites"] = Json.Array(channel.OverwritesById.Values.Select(Overwrite));
        if (channel.Kind != ChannelKind.Forum) return;
        it["available_tags"] = Json.Array(channel.Tags.Select(tag =>
            new JsonObject { ["id"] = $"{tag.Id}", ["name"] = tag.Name, ["moderated"] = false, ["emoji_id"] = null, ["emoji_name"] = null }));
        it["default_reaction_emoji"] = null;
        it["default_sort_order"] = null;
        it["default_forum_layout"] = 0;
    }

    private static JsonObject Overwrite(Overwrite it) => new()
    {
        ["id"] = $"{it.Target}",
        ["type"] = it.IsRole ? 0 : 1,
        ["allow"] = Bits(it.Allow),
        ["deny"] = Bits(it.Deny),
    };

    public static JsonObject Message(Message message)
    {
        var now = message.VersionList[^1];
        var it = new JsonObject
        {
            ["id"] = $"{message.Id}",
            ["channel_id"] = $"{message.Channel.Id}",
            ["author"] = User(message.Author),
            ["content"] = now.Content,
            ["timestamp"] = Time(message.VersionList[0].At),
            ["edited_timestamp"] = message.VersionList.Count > 1 ? Time(now.At) : null,
            ["tts"] = false,
            ["mention_everyone"] = now.Pings.Everyone,
            ["mentions"] = Json.Array(now.Pings.Users.Select(id => message.Channel.World.People.GetValueOrDefault(id)).OfType<Person>().Select(User)),
            ["mention_roles"] = Json.Array(now.Pings.Roles.Select(id => (JsonNode)$"{id}")),
            ["attachments"] = Json.Array(now.Attachments.Select(Attachment)),
            ["embeds"] = now.Embeds.DeepClone(),
            ["components"] = now.Components.DeepClone(),
            ["pinned"] = message.IsPinned,
            ["type"] = message.Origin is { Kind: InteractionKind.Command } ? 20 : message.ReplyTo is null ? 0 : 19,
            ["flags"] = (int)(now.Flags | (message.IsCrossposted ? MessageMarks.Crossposted : 0) | (message.Thread is null ? 0 : MessageMarks.HasThread)),
        };
        if (message.Nonce is { } nonce) it["nonce"] = nonce;
        if (message.Webhook is { } webhook) it["webhook_id"] = $"{webhook}";
        if (message.Application is { } bot) it["application_id"] = $"{bot.Id}";
        if (message.ReplyTo is { } reply) it["message_reference"] = new JsonObject { ["type"] = 0, ["channel_id"] = $"{message.Channel.Id}", ["message_id"] = $"{reply}" };
        if (message.Thread is { } thread) it["thread"] = Channel(thread);
        if (message.Origin is { } origin) it["interaction_metadata"] = Origin(origin);
        return it;
    }

    private static JsonObject Origin(Interaction origin) => new()
    {
        ["id"] = $"{origin.Id}",
        ["type"] = (int)origin.Kind,
        ["user"] = User(origin.Person),
        ["authorizing_integration_owners"] = origin.Owners(),
    };

    public static JsonObject Attachment(Attachment it)
    {
        var shape = new JsonObject
        {
            ["id"] = $"{it.Id}",
            ["filename"] = it.Name,
            ["size"] = it.Bytes.Length,
            ["url"] = it.Url.ToString(),
            ["proxy_url"] = it.Url.ToString(),
        };
        if (it.ContentType is { } type) shape["content_type"] = type;
        if (it.Description is { } description) shape["description"] = description;
        return shape;
    }

    public static JsonObject Application(Bot bot) => new()
    {
        ["id"] = $"{bot.Id}",
        ["name"] = bot.Name,
        ["icon"] = null,
        ["description"] = "",
        ["bot_public"] = true,
        ["bot_require_code_grant"] = false,
        ["verify_key"] = bot.World.Sender.PublicKey,
        ["flags"] = 0,
        ["interactions_endpoint_url"] = bot.InteractionsUrl?.ToString(),
        ["approximate_guild_count"] = bot.World.Guilds.Values.Count(guild => guild.MembersById.ContainsKey(bot.Id)),
        ["integration_types_config"] = new JsonObject { ["0"] = new JsonObject(), ["1"] = new JsonObject() },
        ["bot"] = User(bot.User),
    };
}
