using System.Text.Json.Nodes;

namespace NewsBot.DiscordApi;

/// <summary>Use of a button or select menu.</summary>
internal static class ComponentCall
{
    public static Interaction Press(Person person, Message message, string name)
    {
        var buttons = ComponentTree.Buttons(message.VersionList[^1].Components).ToArray();
        var button = buttons.FirstOrDefault(it => it.CustomId == name) ?? buttons.FirstOrDefault(it => it.Label == name)
            ?? throw new InvalidOperationException($"There is no button {name}; there are {string.Join(", ", buttons.Select(it => it.Label ?? it.CustomId))}.");
        if (button.IsDisabled) throw new InvalidOperationException($"The button {name} is greyed out.");
        if (button.CustomId is null) throw new InvalidOperationException($"The button {name} is a link to {button.Url}: pressing it tells the bot nothing.");
        return Forge(person, message, button.CustomId, 2, []);
    }

    public static Interaction Select(Person person, Message message, string name, string[] choices)
    {
        var menus = ComponentTree.Menus(message.VersionList[^1].Components).ToArray();
        var menu = menus.FirstOrDefault(it => it.CustomId == name) ?? menus.FirstOrDefault(it => it.Placeholder == name)
            ?? throw new InvalidOperationException($"There is no menu {name}; there are {string.Join(", ", menus.Select(it => it.Placeholder ?? it.CustomId))}.");
        if (choices.Length < menu.Least || choices.Length > menu.Most) throw new InvalidOperationException($"The menu {name} takes {menu.Least} to {menu.Most} choices.");
        var values = choices.Select(choice => menu.Type != 3 ? choice : menu.Entries.FirstOrDefault(it => it.Value == choice || it.Label == choice)?.Value
            ?? throw new InvalidOperationException($"The menu {name} offers {string.Join(", ", menu.Entries.Select(it => it.Label))}, not {choice}."));
        return Forge(person, message, menu.CustomId, menu.Type, [.. values]);
    }

    public static Interaction Forge(Person person, Message message, string customId, int componentType, string[] values)
    {
        if (message.Application is not { } bot) throw new InvalidOperationException("The message is not a bot's.");
        if (message.IsEphemeral && message.Origin?.Person != person) throw new InvalidOperationException($"{person} does not see this message: it is {message.Origin?.Person}'s alone.");
        if (message.IsDeleted) throw new InvalidOperationException("The message is deleted.");
        var data = new JsonObject { ["custom_id"] = customId, ["component_type"] = componentType, ["id"] = 1 };
        if (componentType != 2) data["values"] = Json.Array(values.Select(value => (JsonNode)value));
        if (componentType != 2) data["resolved"] = Resolved(person.World, message.Channel, componentType, values);
        return new(bot, person, message.Channel, InteractionKind.Component, customId) { Data = data, Source = message };
    }

    private static JsonObject Resolved(World world, Channel channel, int type, string[] values)
    {
        var resolved = new JsonObject();
        foreach (var value in values)
        {
            if (!ulong.TryParse(value, out var id)) continue;
            if (type is 5 or 7 && world.People.TryGetValue(id, out var person)) (resolved["users"] ??= new JsonObject())[value] = Shapes.User(person);
            if (type is 6 or 7 && channel.Guild?.RolesById.GetValueOrDefault(id) is { } role) (resolved["roles"] ??= new JsonObject())[value] = Shapes.Role(role);
            if (type is 8 && world.Channels.TryGetValue(id, out var target)) (resolved["channels"] ??= new JsonObject())[value] = InteractionShape.PartialChannel(target, Permissions.Usual);
        }
        return resolved;
    }
}

/// <summary>Submission of a form that the bot opened.</summary>
internal static class ModalCall
{
    public static Interaction Submit(Person person, Interaction opened, (string Field, string Text)[] fields)
    {
        var modal = opened.Modal ?? throw new InvalidOperationException($"{opened} opened no form.");
        foreach (var (field, _) in fields)
            if (!modal.Fields.Any(it => it.CustomId == field || it.Label == field))
                throw new InvalidOperationException($"The form has no field {field}; it has {string.Join(", ", modal.Fields.Select(it => it.Label ?? it.CustomId))}.");
        var data = new JsonObject { ["custom_id"] = modal.CustomId, ["components"] = Json.Array(modal.Fields.Select(it => Filled(it, fields))) };
        return new(opened.Bot, person, opened.Channel, InteractionKind.ModalSubmit, modal.CustomId) { Data = data, Source = opened.Source };
    }

    private static JsonObject Filled(ModalField field, (string Field, string Text)[] fields)
    {
        var text = fields.Where(it => it.Field == field.CustomId || it.Field == field.Label).Select(it => it.Text).FirstOrDefault() ?? field.Value ?? "";
        if (text.Length == 0 && field.IsRequired) throw new InvalidOperationException($"The field {field.Label ?? field.CustomId} must be filled in.");
        if (text.Length > 0 && (text.Length < field.Least || text.Length > field.Most)) throw new InvalidOperationException($"The field {field.Label ?? field.CustomId} takes {field.Least} to {field.Most} characters.");
        var input = new JsonObject { ["type"] = field.Type, ["id"] = 2, ["custom_id"] = field.CustomId };
        if (field.Type == 4) input["value"] = text;
        else input["values"] = new JsonArray(text);
        return field.IsInLabel ? new() { ["type"] = 18, ["id"] = 1, ["component"] = input } : new() { ["type"] = 1, ["id"] = 1, ["components"] = new JsonArray(input) };
    }
}
