using System.Text.Json.Nodes;

namespace NewsBot.DiscordApi;

/// <summary>INTERACTION_CREATE, or the body of the POST.</summary>
internal static class InteractionShape
{
    public static JsonObject Of(Interaction it)
    {
        var shape = new JsonObject
        {
            ["id"] = $"{it.Id}",
            ["application_id"] = $"{it.Bot.Id}",
            ["type"] = (int)it.Kind,
            ["token"] = it.Token,
            ["version"] = 1,
            ["data"] = it.Data.DeepClone(),
            ["channel_id"] = $"{it.Channel.Id}",
            ["channel"] = PartialChannel(it.Channel, Granted(it.Channel, it.Person)),
            ["locale"] = it.Person.Locale,
            ["entitlements"] = new JsonArray(),
            ["authorizing_integration_owners"] = it.Owners(),
            ["app_permissions"] = Shapes.Bits(IsInstalledOnly(it) ? Permissions.EmbedLinks | Permissions.AttachFiles : Granted(it.Channel, it.Bot.User)),
            ["context"] = Context(it.Channel),
            ["attachment_size_limit"] = it.World.Options.MostAttachmentBytes,
        };
        if (it.Source is { } source) shape["message"] = Shapes.Message(source);
        if (it.Channel.Guild is not { } guild)
        {
            shape["user"] = Shapes.User(it.Person);
            return shape;
        }
        shape["guild_id"] = $"{guild.Id}";
        shape["guild"] = new JsonObject { ["id"] = $"{guild.Id}", ["locale"] = guild.Locale, ["features"] = new JsonArray() };
        shape["guild_locale"] = guild.Locale;
        shape["member"] = Member(guild.MembersById[it.Person.Id], it.Channel, withUser: true);
        return shape;
    }

    /// <summary>0: a server, 1: a private conversation with the bot, 2: one among people.</summary>
    public static int Context(Channel channel) => channel.Guild is not null ? 0 : channel.Bot is not null ? 1 : 2;

    private static bool IsInstalledOnly(Interaction it) => it.Channel.Guild is { } guild ? !guild.MembersById.ContainsKey(it.Bot.Id) : it.Channel.Bot != it.Bot;

    public static JsonObject Member(Member member, Channel channel, bool withUser)
    {
        var shape = Shapes.Member(member);
        shape["permissions"] = Shapes.Bits(PermissionRules.In(channel, member));
        if (!withUser) shape.Remove("user");
        return shape;
    }

    public static JsonObject PartialChannel(Channel channel, Permissions permissions)
    {
        var shape = Shapes.Channel(channel);
        shape["permissions"] = Shapes.Bits(permissions);
        return shape;
    }

    private static Permissions Granted(Channel channel, Person person) =>
        channel.Guild is null ? Permissions.Usual : channel.Guild.MembersById.TryGetValue(person.Id, out var member) ? PermissionRules.In(channel, member) : Permissions.None;
}
