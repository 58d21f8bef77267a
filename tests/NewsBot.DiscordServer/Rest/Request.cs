using System.Globalization;
using System.Text.Json.Nodes;

namespace NewsBot.DiscordApi;

/// <summary>A call that found its route; handlers run with the world's gate held.</summary>
internal sealed class Request(World world, Bot? bot, IReadOnlyDictionary<string, string> path, IReadOnlyDictionary<string, string> query, JsonNode? body, IReadOnlyList<Upload> files)
{
    public World World => world;

    public Bot Bot => bot ?? throw ApiError.Unauthorized.Exception();

    public IReadOnlyList<Upload> Files => files;

    public JsonObject Body => body as JsonObject ?? (body is null ? [] : throw FormErrors.Single("", "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType"));

    public JsonArray List => body as JsonArray ?? throw FormErrors.Single("", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");

    public Draft Draft => new(Body, files);

    public string Word(string name) => path[name];

    public ulong Id(string name) => path[name] == "@me" ? Bot.Id : ulong.TryParse(path[name], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        ? id : throw FormErrors.Single($"{name}_id", "NUMBER_TYPE_COERCE", $"Value \"{path[name]}\" is not snowflake.");

    public string? Query(string name) => query.GetValueOrDefault(name);

    public bool Asks(string name) => Query(name) is "true" or "1" or "True";

    /// <summary>A channel that the bot can see.</summary>
    public Channel Channel()
    {
        if (!world.Channels.TryGetValue(Id("channel"), out var channel)) throw ApiError.UnknownChannel.Exception();
        if (channel.Guild is null) return channel.Bot == Bot ? channel : throw ApiError.UnknownChannel.Exception();
        if (channel.Guild.IsUnavailable) throw ApiError.Unavailable.Exception();
        Demand(channel, Permissions.ViewChannel);
        return channel;
    }

    public Permissions Granted(Channel channel) => channel.Guild is not { } guild ? Permissions.Usual
        : guild.MembersById.TryGetValue(Bot.Id, out var member) ? PermissionRules.In(channel, member) : Permissions.None;

    /// <summary>50001 where the bot does not even see the channel, 50013 where it sees it and may not.</summary>
    public void Demand(Channel channel, Permissions needed)
    {
        var granted = Granted(channel);
        if (!granted.HasFlag(Permissions.ViewChannel)) throw ApiError.MissingAccess.Exception();
        if (!granted.HasFlag(needed)) throw ApiError.MissingPermissions.Exception();
    }

    public Message Message(Channel channel) =>
        channel.MessagesById.TryGetValue(Id("message"), out var message) && !message.IsDeleted ? message : throw ApiError.UnknownMessage.Exception();

    public Guild Guild() =>
        world.Guilds.TryGetValue(Id("guild"), out var guild) && guild.MembersById.ContainsKey(Bot.Id) ? guild : throw ApiError.UnknownGuild.Exception();
}

/// <summary>What a handler gives back; 204 has no body.</summary>
internal sealed record Reply(int Status, JsonNode? Body = null)
{
    public static Reply Nothing { get; } = new(204);

    public static Reply Of(JsonNode body) => new(200, body);
}

/// <param name="Template">Such as <c>channels/{channel}/messages</c>; the first id is the bucket's top-level resource.</param>
/// <param name="NeedsBot">Whether the Authorization header counts; else the path's token is the right.</param>
internal sealed record Route(string Method, string Template, bool NeedsBot, Func<Request, Reply> Handle)
{
    public string[] Steps { get; } = Template.Split('/');

    public string Name { get; } = $"{Method} {Template}";
}
