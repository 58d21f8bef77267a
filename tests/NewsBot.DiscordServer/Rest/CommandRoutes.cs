using System.Text.Json.Nodes;

namespace NewsBot.DiscordApi;

/// <summary>Application commands, global and of one server.</summary>
internal static class CommandRoutes
{
    public static Route[] All { get; } =
    [
        .. In("applications/{application}/commands", _ => null),
        .. In("applications/{application}/guilds/{guild}/commands", Scope),
    ];

    private static Route[] In(string path, Func<Request, ulong?> scope) =>
    [
        new("GET", path, true, it => Shape(it, scope)),
        new("PUT", path, true, it => Reply.Of(Json.Array(Book(it).Replace(scope(it), it.List).Select(command => command.Shape.DeepClone())))),
        new("POST", path, true, it => Put(it, scope)),
        new("GET", path + "/{command}", true, it => Reply.Of(Book(it).Get(scope(it), it.Id("command")).Shape.DeepClone())),
        new("PATCH", path + "/{command}", true, it => Reply.Of(Book(it).Change(scope(it), it.Id("command"), it.Body).Shape.DeepClone())),
        new("DELETE", path + "/{command}", true, it => Remove(it, scope)),
    ];

    private static Reply Shape(Request it, Func<Request, ulong?> scope) => Reply.Of(Json.Array(Book(it).Scope(scope(it)).Select(command => command.Shape.DeepClone())));

    private static Reply Put(Request it, Func<Request, ulong?> scope)
    {
        var (command, isNew) = Book(it).Put(scope(it), it.Body);
        return new(isNew ? 201 : 200, command.Shape.DeepClone());
    }

    private static Reply Remove(Request it, Func<Request, ulong?> scope)
    {
        Book(it).Remove(scope(it), it.Id("command"));
        return Reply.Nothing;
    }

    private static CommandBook Book(Request it) => it.Id("application") == it.Bot.Id ? it.Bot.Commands
        : throw (it.World.Bots.ContainsKey(it.Id("application")) ? ApiError.MissingAccess : ApiError.UnknownApplication).Exception();

    private static ulong? Scope(Request it)
    {
        if (it.World.Guilds.TryGetValue(it.Id("guild"), out var guild) && guild.MembersById.ContainsKey(it.Bot.Id)) return guild.Id;
        throw ApiError.MissingAccess.Exception();
    }
}
