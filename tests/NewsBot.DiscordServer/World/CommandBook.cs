using System.Text.Json.Nodes;

namespace NewsBot.DiscordApi;

/// <summary>A registered application command, as the bot gave it plus what Discord adds.</summary>
public sealed record Command(ulong Id, ulong? Guild, string Name, int Type, JsonObject Shape);

/// <summary>What a bot registered, globally and per server.</summary>
public sealed class CommandBook
{
    private const int MostCreatesADay = 200;

    private readonly Bot _bot;
    private readonly Dictionary<ulong, List<Command>> _scopes = [];
    private readonly Dictionary<ulong, (int Count, DateTimeOffset Until)> _creates = [];

    internal CommandBook(Bot bot) => _bot = bot;

    /// <summary>Commands of everywhere.</summary>
    public IReadOnlyList<Command> Global => In(null);

    /// <summary>How often the bot wrote commands (PUT, POST, PATCH or DELETE), to see that it does so only when it must.</summary>
    public int Writes { get; internal set; }

    public IReadOnlyList<Command> In(Guild? guild) => _bot.World.See(() => Scope(guild?.Id).ToArray());

    internal List<Command> Scope(ulong? guild)
    {
        if (!_scopes.TryGetValue(guild ?? 0, out var list)) _scopes[guild ?? 0] = list = [];
        return list;
    }

    internal void Forget(ulong guild) => _scopes.Remove(guild);

    internal Command? Find(ulong? guild, string name, int type) =>
        Scope(guild).Concat(guild is null ? [] : Scope(null)).FirstOrDefault(command => command.Type == type && command.Name == name);

    internal IReadOnlyList<Command> Replace(ulong? guild, JsonArray definitions)
    {
        var errors = new FormErrors();
        HashSet<(string?, long?)> names = [];
        foreach (var (index, node) in definitions.Index())
        {
            if (node is not JsonObject it)
            {
                errors.Add($"{index}", "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
                continue;
            }
            CommandRules.Check(new(it, errors, $"{index}"));
            if (!names.Add((it.Text("name"), it.Number("type") ?? 1))) errors.Add($"{index}.name", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
        }
        CheckCounts(errors, definitions.OfType<JsonObject>().Select(it => (int)(it.Number("type") ?? 1)));
        errors.ThrowIfAny();
        Writes++;
        var before = Scope(guild).ToDictionary(command => (command.Name, command.Type), command => command.Id);
        CountCreates(guild, definitions.OfType<JsonObject>().Count(it => !before.ContainsKey((it.Text("name")!, (int)(it.Number("type") ?? 1)))));
        _scopes[guild ?? 0] = [.. definitions.OfType<JsonObject>().Select(it => Make(guild, it, before.GetValueOrDefault((it.Text("name")!, (int)(it.Number("type") ?? 1)))))];
        return Scope(guild);
    }

    internal (Command Command, bool IsNew) Put(ulong? guild, JsonObject definition)
    {
        var errors = new FormErrors();
        CommandRules.Check(new(definition, errors));
        errors.ThrowIfAny();
        var before = Scope(guild).Find(it => it.Name == definition.Text("name") && it.Type == (definition.Number("type") ?? 1));
        CheckCounts(errors, Scope(guild).Where(it => it != before).Select(it => it.Type).Append((int)(definition.Number("type") ?? 1)));
        errors.ThrowIfAny();
        Writes++;
        if (before is null) CountCreates(guild, 1);
        else Scope(guild).Remove(before);
        var made = Make(guild, definition, before?.Id ?? 0);
        Scope(guild).Add(made);
        return (made, before is null);
    }

    internal Command Change(ulong? guild, ulong id, JsonObject changes)
    {
        var before = Get(guild, id);
        var errors = new FormErrors();
        CommandRules.Check(new(changes, errors), isPatch: true);
        errors.ThrowIfAny();
        Writes++;
        var merged = (JsonObject)before.Shape.DeepClone();
        foreach (var (name, value) in changes) merged[name] = value?.DeepClone();
        var made = Make(guild, merged, id);
        Scope(guild)[Scope(guild).IndexOf(before)] = made;
        return made;
    }

    internal void Remove(ulong? guild, ulong id)
    {
        Scope(guild).Remove(Get(guild, id));
        Writes++;
    }

    internal Command Get(ulong? guild, ulong id) => Scope(guild).Find(it => it.Id == id) ?? throw ApiError.UnknownCommand.Exception();

    private static void CheckCounts(FormErrors errors, IEnumerable<int> types)
    {
        foreach (var group in types.GroupBy(type => type))
        {
            var most = group.Key == 1 ? 100 : 15;
            if (group.Count() > most) errors.Add("", "MAX_APPLICATION_COMMANDS", $"Maximum number of application commands reached ({most}).");
        }
    }

    private void CountCreates(ulong? guild, int count)
    {
        var now = _bot.World.Now;
        var (used, until) = _creates.GetValueOrDefault(guild ?? 0);
        if (now >= until) (used, until) = (0, now.AddDays(1));
        if (used + count > MostCreatesADay) throw (ApiError.DailyCommandCreates with { RetryAfter = (until - now).TotalSeconds }).Exception();
        _creates[guild ?? 0] = (used + count, until);
    }

    private Command Make(ulong? guild, JsonObject definition, ulong id)
    {
        if (id == 0) id = _bot.World.Ids.Next();
        var shape = (JsonObject)definition.DeepClone();
        shape["id"] = $"{id}";
        shape["application_id"] = $"{_bot.Id}";
        shape["version"] = $"{_bot.World.Ids.Next()}";
        if (guild is { } where) shape["guild_id"] = $"{where}";
        shape["type"] ??= 1;
        shape["description"] ??= "";
        shape["default_member_permissions"] ??= null;
        shape["nsfw"] ??= false;
        shape["integration_types"] ??= new JsonArray(0);
        shape["contexts"] ??= null;
        return new(id, guild, shape.Text("name")!, (int)shape.Number("type")!, shape);
    }
}
