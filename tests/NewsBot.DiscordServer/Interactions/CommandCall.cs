using System.Globalization;
using System.Text.Json.Nodes;

namespace NewsBot.DiscordApi;

/// <summary>What Discord's client makes of a typed command; it refuses what the client would not let a person send.</summary>
internal static class CommandCall
{
    public static Interaction Run(Person person, Channel channel, string line, (string Name, object Value)[] given)
    {
        var (bot, command, words) = Find(person, channel, line);
        var resolved = new JsonObject();
        var data = Data(command);
        data["options"] = Nest(command, words, specs => Fill(specs, given, resolved, channel, line));
        if (resolved.Count > 0) data["resolved"] = resolved;
        return new(bot, person, channel, InteractionKind.Command, "/" + line) { Data = data };
    }

    public static Interaction Type(Person person, Channel channel, string line, string option, string text, (string Name, object Value)[] others)
    {
        var (bot, command, words) = Find(person, channel, line);
        var data = Data(command);
        data["options"] = Nest(command, words, specs =>
        {
            var focused = specs.FirstOrDefault(it => it.Text("name") == option) ?? throw Refusal($"/{line} has no option {option}.");
            if (!focused.Flag("autocomplete")) throw Refusal($"The option {option} of /{line} has no autocomplete.");
            var filled = others.Select(it => Filled(Spec(specs, it.Name, line), it.Value, [], channel, line, isPartial: true));
            return [.. filled, new JsonObject { ["name"] = option, ["type"] = focused.Number("type"), ["value"] = text, ["focused"] = true }];
        });
        return new(bot, person, channel, InteractionKind.Autocomplete, $"/{line} {option}:{text}") { Data = data };
    }

    public static Interaction RunOn(Person person, Channel channel, string name, int type, ulong target, Message? message)
    {
        var (bot, command) = Look(channel, name, type) ?? throw Refusal($"No bot in {channel} has the context menu command {name}.");
        var data = Data(command);
        data["target_id"] = $"{target}";
        data["resolved"] = message is null
            ? new JsonObject { ["users"] = new JsonObject { [$"{target}"] = Shapes.User(person.World.People[target]) } }
            : new JsonObject { ["messages"] = new JsonObject { [$"{target}"] = Shapes.Message(message) } };
        return new(bot, person, channel, InteractionKind.Command, name) { Data = data };
    }

    private static (Bot Bot, Command Command, string[] Words) Find(Person person, Channel channel, string line)
    {
        var words = line.TrimStart('/').Split(' ');
        var (bot, command) = Look(channel, words[0], 1) ?? Installed(person, channel, words[0]) ?? throw Refusal($"No bot in {channel} has registered /{words[0]}.");
        if (channel.Guild is { } guild && guild.MembersById.ContainsKey(bot.Id)) CheckRights(person, channel, guild, command);
        else if (channel.Guild is null && !IsFor(command, "contexts", InteractionShape.Context(channel))) throw Refusal($"/{words[0]} is not for private conversations.");
        return (bot, command, words[1..]);
    }

    private static (Bot, Command)? Look(Channel channel, string name, int type)
    {
        var bots = channel.Guild is { } guild ? guild.Bots() : channel.Bot is { } bot ? [bot] : [];
        foreach (var one in bots)
            if (one.Commands.Find(channel.Guild?.Id, name, type) is { } command) return (one, command);
        return null;
    }

    /// <summary>Commands that a person brings along; only those that say so.</summary>
    private static (Bot, Command)? Installed(Person person, Channel channel, string name)
    {
        foreach (var bot in person.World.Bots.Values.Where(it => it.Installers.Contains(person)))
            if (bot.Commands.Find(null, name, 1) is { } command && IsFor(command, "integration_types", 1) && IsFor(command, "contexts", InteractionShape.Context(channel))) return (bot, command);
        return null;
    }

    private static bool IsFor(Command command, string set, int one) => command.Shape[set] is not JsonArray all || all.Any(it => (int?)it == one);

    private static void CheckRights(Person person, Channel channel, Guild guild, Command command)
    {
        if (!guild.MembersById.TryGetValue(person.Id, out var member)) throw Refusal($"{person} is not a member of {guild}.");
        var granted = PermissionRules.In(channel, member);
        if (!granted.HasFlag(Permissions.ViewChannel)) throw Refusal($"{person} does not see {channel}.");
        if (!granted.HasFlag(Permissions.UseApplicationCommands)) throw Refusal($"{person} may not use commands in {channel}.");
        if (command.Shape.Text("default_member_permissions") is not { } bits || guild.OpenedCommands.Contains(command.Name)) return;
        var needed = (Permissions)ulong.Parse(bits, CultureInfo.InvariantCulture);
        if (needed == Permissions.None ? !granted.HasFlag(Permissions.Administrator) : !granted.HasFlag(needed))
            throw Refusal($"{person} does not see /{command.Name}: it needs {needed}. A server's owner can open it to all: guild.OpenCommand(\"{command.Name}\").");
    }

    private static JsonObject Data(Command command)
    {
        var data = new JsonObject { ["id"] = $"{command.Id}", ["name"] = command.Name, ["type"] = command.Type };
        if (command.Guild is { } guild) data["guild_id"] = $"{guild}";
        return data;
    }

    private static JsonArray Nest(Command command, string[] words, Func<IReadOnlyList<JsonObject>, JsonArray> fill)
    {
        var specs = Specs(command.Shape);
        List<JsonObject> path = [];
        foreach (var word in words)
        {
            var next = specs.FirstOrDefault(it => it.Text("name") == word && it.Number("type") is 1 or 2) ?? throw Refusal($"/{command.Name} has no sub-command {string.Join(' ', words)}.");
            path.Add(next);
            specs = Specs(next);
        }
        if (specs.Any(it => it.Number("type") is 1 or 2)) throw Refusal($"/{command.Name} {string.Join(' ', words)} is not a whole command: name one of its sub-commands {string.Join(", ", specs.Select(it => it.Text("name")))}.");
        var options = fill(specs);
        foreach (var step in Enumerable.Reverse(path)) options = [new JsonObject { ["name"] = step.Text("name"), ["type"] = step.Number("type"), ["options"] = options }];
        return options;
    }

    private static IReadOnlyList<JsonObject> Specs(JsonObject it) => [.. (it["options"] as JsonArray ?? []).OfType<JsonObject>()];

    private static JsonObject Spec(IReadOnlyList<JsonObject> specs, string name, string line) =>
        specs.FirstOrDefault(it => it.Text("name") == name) ?? throw Refusal($"/{line} has no option {name}; it has {string.Join(", ", specs.Select(it => it.Text("name")))}.");

    private static JsonArray Fill(IReadOnlyList<JsonObject> specs, (string Name, object Value)[] given, JsonObject resolved, Channel channel, string line)
    {
        foreach (var spec in specs)
            if (spec.Flag("required") && !given.Any(it => it.Name == spec.Text("name"))) throw Refusal($"/{line} needs the option {spec.Text("name")}.");
        return [.. given.Select(it => Filled(Spec(specs, it.Name, line), it.Value, resolved, channel, line, isPartial: false))];
    }

    private static JsonObject Filled(JsonObject spec, object value, JsonObject resolved, Channel channel, string line, bool isPartial)
    {
        var name = spec.Text("name")!;
        JsonNode node = (spec.Number("type"), value) switch
        {
            (3, string text) => Chosen(spec, Within(spec, text, name, line, isPartial)),
            (4, int or long) => Chosen(spec, Within(spec, Convert.ToInt64(value, CultureInfo.InvariantCulture), name, line)),
            (5, bool flag) => flag,
            (6 or 9, Person person) => Resolve(resolved, "users", person.Id, Shapes.User(person), channel),
            (7, Channel target) => Resolve(resolved, "channels", target.Id, Partial(target, channel), channel),
            (8 or 9, Role role) => Resolve(resolved, "roles", role.Id, Shapes.Role(role), channel),
            (10, double or int or long) => Within(spec, Convert.ToDouble(value, CultureInfo.InvariantCulture), name, line),
            (var type, _) => throw Refusal($"The option {name} of /{line} is of type {type} and takes no {value.GetType().Name}."),
        };
        return new() { ["name"] = name, ["type"] = spec.Number("type"), ["value"] = node };
    }

    private static string Within(JsonObject spec, string text, string name, string line, bool isPartial)
    {
        if (isPartial) return text;
        var (least, most) = (spec.Number("min_length") ?? 0, spec.Number("max_length") ?? 6000);
        return text.Length >= least && text.Length <= most ? text : throw Refusal($"The option {name} of /{line} takes {least} to {most} characters.");
    }

    private static T Within<T>(JsonObject spec, T number, string name, string line) where T : IConvertible
    {
        var value = number.ToDouble(CultureInfo.InvariantCulture);
        var (least, most) = ((double?)spec["min_value"] ?? double.MinValue, (double?)spec["max_value"] ?? double.MaxValue);
        return value >= least && value <= most ? number : throw Refusal($"The option {name} of /{line} takes {least} to {most}.");
    }

    /// <summary>A choice may be given by its name or its value; without choices anything goes.</summary>
    private static JsonNode Chosen<T>(JsonObject spec, T value)
    {
        if (spec["choices"] is not JsonArray { Count: > 0 } choices) return JsonValue.Create(value)!;
        var chosen = choices.OfType<JsonObject>().FirstOrDefault(it => it["value"]!.ToString() == value!.ToString() || it.Text("name") == value.ToString());
        return chosen?["value"]!.DeepClone() ?? throw Refusal($"The option {spec.Text("name")} offers {string.Join(", ", choices.Select(it => it!["name"]))}, not {value}.");
    }

    private static string Resolve(JsonObject resolved, string kind, ulong id, JsonObject shape, Channel channel)
    {
        if (resolved[kind] is not JsonObject) resolved[kind] = new JsonObject();
        resolved[kind]![$"{id}"] = shape;
        if (kind == "users" && channel.Guild?.MembersById.GetValueOrDefault(id) is { } member)
        {
            if (resolved["members"] is not JsonObject) resolved["members"] = new JsonObject();
            resolved["members"]![$"{id}"] = InteractionShape.Member(member, channel, withUser: false);
        }
        return $"{id}";
    }

    private static JsonObject Partial(Channel target, Channel seenFrom) => InteractionShape.PartialChannel(target, seenFrom.Guild is null ? Permissions.All : Permissions.Usual);

    private static InvalidOperationException Refusal(string sentence) => new(sentence);
}
