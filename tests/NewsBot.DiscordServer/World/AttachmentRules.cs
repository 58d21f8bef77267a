using System.Text.Json.Nodes;

namespace NewsBot.DiscordApi;

/// <summary>"Uploading Files": files[n] of a multipart body, described by the member `attachments` of its payload_json.</summary>
internal static class AttachmentRules
{
    public static IReadOnlyList<Attachment> Read(World world, Form form, IReadOnlyList<Upload> files, MessageVersion? before)
    {
        if (files.Count > 10) form.Wrong("attachments", "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length.");
        if (files.Any(file => file.Bytes.LongLength > world.Options.MostAttachmentBytes)) throw ApiError.TooLarge.Exception();
        var described = form.Forms("attachments", 10);
        var kept = (before?.Attachments ?? []).Where(it => !form.Body.ContainsKey("attachments") || described.Any(one => Json.Id(one.Body["id"]) == it.Id));
        return [.. kept, .. files.Select(file => Store(world, file, described.FirstOrDefault(it => Json.Id(it.Body["id"]) == (ulong)file.Index)))];
    }

    private static Attachment Store(World world, Upload file, Form? described)
    {
        var name = described?.Text("filename", 1024) ?? file.Name;
        var id = world.Ids.Next();
        var path = $"/attachments/{id}/{Uri.EscapeDataString(name)}";
        return world.Attachments[path] = new(id, name, described?.Text("description", 1024), file.ContentType, file.Bytes, new(world.Address, path));
    }
}

/// <summary>Discord numbers components whose `id` the bot left out.</summary>
internal static class ComponentIds
{
    public static JsonArray Number(JsonArray components)
    {
        var next = 1;
        Number(components, ref next);
        return components;
    }

    private static void Number(JsonArray components, ref int next)
    {
        foreach (var it in components.OfType<JsonObject>())
        {
            if (it["id"] is null or JsonValue && it.Number("id") is null or 0) it["id"] = next;
            next++;
            if (it["components"] is JsonArray inner) Number(inner, ref next);
        }
    }
}
