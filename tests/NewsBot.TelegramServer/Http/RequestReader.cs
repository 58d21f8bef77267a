using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace NewsBot.BotApi;

/// <summary>Reads a method's parameters from wherever the Bot API lets them be: the query, a form, a multipart form, or JSON.</summary>
internal static class RequestReader
{
    public static async Task<(Dictionary<string, string> Fields, Dictionary<string, byte[]> Files)> ReadAsync(HttpRequest request, CancellationToken stop)
    {
        var fields = new Dictionary<string, string>();
        var files = new Dictionary<string, byte[]>();
        foreach (var (name, values) in request.Query) fields[name] = values.ToString();
        if (request.HasFormContentType) await ReadFormAsync(request, fields, files, stop);
        else if (request.HasJsonContentType()) await ReadJsonAsync(request, fields, stop);
        return (fields, files);
    }

    private static async Task ReadFormAsync(HttpRequest request, Dictionary<string, string> fields, Dictionary<string, byte[]> files, CancellationToken stop)
    {
        var form = await request.ReadFormAsync(stop);
        foreach (var (name, values) in form) fields[name] = values.ToString();
        foreach (var file in form.Files)
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, stop);
            files[file.Name] = bytes.ToArray();
        }
    }

    private static async Task ReadJsonAsync(HttpRequest request, Dictionary<string, string> fields, CancellationToken stop)
    {
        try
        {
            if (await JsonNode.ParseAsync(request.Body, cancellationToken: stop) is not JsonObject body) throw Refusal.Bad("JSON object expected");
            foreach (var (name, value) in body)
                if (value is not null)
                    fields[name] = value.GetValueKind() == JsonValueKind.String ? (string)value! : value.ToJsonString();
        }
        catch (JsonException) when (fields.Count == 0)
        {
            // An empty body is fine: getMe needs none.
            if (request.ContentLength > 0) throw Refusal.Bad("can't parse JSON object");
        }
    }
}
