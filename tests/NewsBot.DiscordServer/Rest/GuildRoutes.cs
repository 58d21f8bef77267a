namespace NewsBot.DiscordApi;

/// <summary>What a bot can ask about a server that it is in.</summary>
internal static class GuildRoutes
{
    public static Route[] All { get; } =
    [
        new("GET", "guilds/{guild}", true, it => Reply.Of(Shapes.Guild(it.Guild()))),
        new("GET", "guilds/{guild}/channels", true, it => Reply.Of(Json.Array(it.Guild().ChannelsById.Values.Where(channel => !channel.IsThread).Select(Shapes.Channel)))),
        new("GET", "guilds/{guild}/threads/active", true, Threads),
        new("GET", "guilds/{guild}/roles", true, it => Reply.Of(Json.Array(it.Guild().RolesById.Values.Select(Shapes.Role)))),
        new("GET", "guilds/{guild}/members/{user}", true, it =>
            Reply.Of(Shapes.Member(it.Guild().MembersById.GetValueOrDefault(it.Id("user")) ?? throw ApiError.UnknownMember.Exception()))),
    ];

    private static Reply Threads(Request it) => Reply.Of(new System.Text.Json.Nodes.JsonObject
    {
        ["threads"] = Json.Array(it.Guild().ChannelsById.Values.Where(channel => channel is { IsThread: true, IsArchived: false }).Select(Shapes.Channel)),
        ["members"] = new System.Text.Json.Nodes.JsonArray(),
    });
}
