using System.Text.Json.Nodes;

namespace NewsBot.DiscordApi;

/// <summary>Walks components of both generations: rows, sections with accessory, containers, labels.</summary>
internal static class ComponentTree
{
    public static IEnumerable<JsonObject> All(JsonArray? components)
    {
        foreach (var component in components?.OfType<JsonObject>() ?? [])
        {
            yield return component;
            foreach (var inner in All(component["components"] as JsonArray)) yield return inner;
            foreach (var key in (string[])["accessory", "component"])
                if (component[key] is JsonObject one)
                    foreach (var inner in All([one.DeepClone()])) yield return inner;
        }
    }

    public static IEnumerable<Button> Buttons(JsonArray components) =>
        from it in All(components)
        where it.Number("type") == 2
        select new Button(it.Text("label"), it.Text("custom_id"), it.Text("url"), (int)(it.Number("style") ?? 0), it.Flag("disabled"));

    public static IEnumerable<Menu> Menus(JsonArray components) =>
        from it in All(components)
        where it.Number("type") is 3 or >= 5 and <= 8
        select new Menu(
            it.Text("custom_id")!, it.Text("placeholder"), (int)it.Number("type")!, (int)(it.Number("min_values") ?? 1), (int)(it.Number("max_values") ?? 1),
            [.. (it["options"] as JsonArray ?? []).OfType<JsonObject>().Select(Entry)]);

    private static MenuEntry Entry(JsonObject it) => new(it.Text("label")!, it.Text("value")!, it.Text("description"), it.Flag("default"));
}

internal static class ReadableText
{
    public static string Of(MessageVersion version) => string.Join('\n', Parts(version).Where(part => part.Length > 0));

    private static IEnumerable<string> Parts(MessageVersion version)
    {
        yield return version.Content;
        foreach (var embed in version.Embeds.OfType<JsonObject>())
            foreach (var part in Parts(embed)) yield return part ?? "";
        foreach (var component in ComponentTree.All(version.Components))
            yield return component.Text("content") ?? component.Text("label") ?? component.Text("placeholder") ?? "";
    }

    private static IEnumerable<string?> Parts(JsonObject embed)
    {
        yield return (embed["author"] as JsonObject)?.Text("name");
        yield return embed.Text("title");
        yield return embed.Text("description");
        foreach (var field in (embed["fields"] as JsonArray ?? []).OfType<JsonObject>())
        {
            yield return field.Text("name");
            yield return field.Text("value");
        }
        yield return (embed["footer"] as JsonObject)?.Text("text");
    }
}
