using System.Text.Json.Nodes;

namespace NewsBot.DiscordApi;

/// <summary>Who the bot is, and where its gateway is.</summary>
internal static class AccountRoutes
{
    public static Route[] All { get; } =
    [
        new("GET", "gateway", false, it => Reply.Of(new JsonObject { ["url"] = Url(it.World) })),
        new("GET", "gateway/bot", true, GatewayBot),
        new("GET", "users/@me", true, it => Reply.Of(Me(it.Bot))),
        new("GET", "users/@me/guilds", true, Guilds),
        new("DELETE", "users/@me/guilds/{guild}", true, Leave),
        new("POST", "users/@me/channels", true, OpenDirectMessages),
        new("GET", "users/{user}", true, it => Reply.Of(Shapes.User(it.World.People.GetValueOrDefault(it.Id("user")) ?? throw ApiError.UnknownUser.Exception()))),
        new("GET", "applications/@me", true, it => Reply.Of(Shapes.Application(it.Bot))),
        new("GET", "oauth2/applications/@me", true, it => Reply.Of(Shapes.Application(it.Bot))),
    ];

    private static string Url(World world) => $"ws://{world.Address.Authority}/gateway";

    private static JsonObject Me(Bot bot)
    {
        var me = Shapes.User(bot.User);
        me["verified"] = true;
        me["mfa_enabled"] = true;
        me["email"] = null;
        me["flags"] = 0;
        return me;
    }

    private static Reply GatewayBot(Request it)
    {
        var options = it.World.Options;
        var (left, resetAfter) = it.Bot.Gateway.Budget();
        return Reply.Of(new JsonObject
        {
            ["url"] = Url(it.World),
            ["shards"] = options.RecommendedShards,
            ["session_start_limit"] = new JsonObject
            {
                ["total"] = options.IdentifiesPerDay,
                ["remaining"] = left,
                ["reset_after"] = (long)resetAfter.TotalMilliseconds,
                ["max_concurrency"] = options.MaxConcurrency,
            },
        });
    }

    private static Reply Guilds(Request it) => Reply.Of(Json.Array(it.World.Guilds.Values.Where(guild => guild.MembersById.ContainsKey(it.Bot.Id)).Select(guild => new JsonObject
    {
        ["id"] = $"{guild.Id}",
        ["name"] = guild.Name,
        ["icon"] = null,
        ["banner"] = null,
        ["owner"] = false,
        ["permissions"] = Shapes.Bits(PermissionRules.In(guild, guild.MembersById[it.Bot.Id])),
        ["features"] = new JsonArray(),
    })));

    private static Reply Leave(Request it)
    {
        it.Guild().Lose(it.Bot);
        return Reply.Nothing;
    }

    private static Reply OpenDirectMessages(Request it)
    {
        var form = new Form(it.Body, new());
        var id = form.Id("recipient_id", required: true);
        form.Errors.ThrowIfAny();
        if (!it.World.People.TryGetValue(id!.Value, out var person)) throw FormErrors.Single("recipient_id", "USER_INVALID", "Invalid recipient");
        if (person.IsBot) throw ApiError.CannotMessageUser.Exception();
        return Reply.Of(Shapes.Channel(it.Bot.OpenDirectMessages(person)));
    }
}
