using System.Text.Json.Nodes;

namespace NewsBot.DiscordApi;

/// <summary>READY with every server of the shard as unavailable, then a GUILD_CREATE for each that is up.</summary>
internal static class Welcome
{
    public static void Send(Session session, World world)
    {
        var bot = session.Bot;
        var guilds = world.Guilds.Values.Where(it => it.MembersById.ContainsKey(bot.Id) && session.Serves(it.Id)).ToArray();
        session.Tell("READY", new JsonObject
        {
            ["v"] = 10,
            ["user"] = Shapes.User(bot.User),
            ["user_settings"] = new JsonObject(),
            ["session_type"] = "normal",
            ["session_id"] = session.Id,
            ["resume_gateway_url"] = $"ws://{world.Address.Authority}/resume",
            ["relationships"] = new JsonArray(),
            ["private_channels"] = new JsonArray(),
            ["presences"] = new JsonArray(),
            ["guilds"] = Json.Array(guilds.Select(it => new JsonObject { ["id"] = $"{it.Id}", ["unavailable"] = true })),
            ["guild_join_requests"] = new JsonArray(),
            ["geo_ordered_rtc_regions"] = new JsonArray(),
            ["game_relationships"] = new JsonArray(),
            ["auth"] = new JsonObject(),
            ["application"] = new JsonObject { ["id"] = $"{bot.Id}", ["flags"] = 0 },
            ["shard"] = new JsonArray(session.Shard, session.Shards),
            ["_trace"] = new JsonArray("[\"in-process\"]"),
        });
        foreach (var guild in guilds.Where(it => !it.IsUnavailable && session.Wants("GUILD_CREATE", isGuild: true))) session.Tell("GUILD_CREATE", Shapes.GuildCreate(guild, bot));
    }
}
