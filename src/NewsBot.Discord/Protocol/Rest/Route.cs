namespace NewsBot.Discord.Protocol;

/// <summary>
/// Where a request goes. <see cref="Name"/> is safe to print and names the rate limit's route; <see cref="Path"/> and <see cref="Resource"/>
/// may hold an interaction's or a webhook's token, so a route prints as its name.
/// </summary>
internal sealed record Route(HttpMethod Method, string Name, string Path, string Resource)
{
    /// <summary>The token is in the path: no Authorization header, and no part of the global 50 a second.</summary>
    public bool TokenInPath { get; init; }

    public override string ToString() => Name;

    public static Route Me { get; } = Plain(HttpMethod.Get, "users/@me");

    public static Route MyApplication { get; } = Plain(HttpMethod.Get, "applications/@me");

    public static Route Gateway { get; } = Plain(HttpMethod.Get, "gateway/bot");

    public static Route NewDirectChannel { get; } = Plain(HttpMethod.Post, "users/@me/channels");

    public static Route Commands(HttpMethod method, Snowflake application, Snowflake? guild) => guild is { } id
        ? new(method, $"{method} applications/{{application}}/guilds/{{guild}}/commands", $"applications/{application}/guilds/{id}/commands", $"guild {id}")
        : new(method, $"{method} applications/{{application}}/commands", $"applications/{application}/commands", "");

    public static Route Guild(Snowflake guild, string rest = "", string? path = null) =>
        new(HttpMethod.Get, $"GET guilds/{{guild}}{rest}", $"guilds/{guild}{path ?? rest}", $"guild {guild}");

    public static Route Channel(HttpMethod method, Snowflake channel, string rest = "") =>
        new(method, $"{method} channels/{{channel}}{rest}", $"channels/{channel}{rest}", $"channel {channel}");

    public static Route Message(HttpMethod method, Snowflake channel, Snowflake message, string rest = "") =>
        new(method, $"{method} channels/{{channel}}/messages/{{message}}{rest}", $"channels/{channel}/messages/{message}{rest}", $"channel {channel}");

    public static Route Callback(Snowflake interaction, Secret token) =>
        new(HttpMethod.Post, "POST interactions/{interaction}/{token}/callback", $"interactions/{interaction}/{Uri.EscapeDataString(token.Value)}/callback", $"interaction {interaction}")
        {
            TokenInPath = true,
        };

    public static Route Webhook(HttpMethod method, Snowflake id, Secret token, string rest = "", string? path = null) =>
        new(method, $"{method} webhooks/{{webhook}}/{{token}}{rest}", $"webhooks/{id}/{Uri.EscapeDataString(token.Value)}{path ?? rest}", $"webhook {id}/{token.Value}")
        {
            TokenInPath = true,
        };

    private static Route Plain(HttpMethod method, string path) => new(method, $"{method} {path}", path, "");
}
