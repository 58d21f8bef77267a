using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace NewsBot.DiscordApi;

/// <summary>JSON, or multipart/form-data with payload_json and files[n].</summary>
internal static class BodyReader
{
    private const long Most = 26 * 1024 * 1024;

    public static async Task<(JsonNode? Json, IReadOnlyList<Upload> Files, ApiError? Problem)> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > Most) return (null, [], ApiError.TooLarge);
        try
        {
            if (request.HasFormContentType) return await ReadFormAsync(request);
            using var copy = new MemoryStream();
            await request.Body.CopyToAsync(copy, request.HttpContext.RequestAborted);
            return (copy.Length == 0 ? null : Json.Parse(copy.GetBuffer().AsSpan(0, (int)copy.Length)), [], null);
        }
        catch (Exception problem) when (problem is JsonException or InvalidDataException)
        {
            return (null, [], ApiError.NotJson);
        }
    }

    private static async Task<(JsonNode?, IReadOnlyList<Upload>, ApiError?)> ReadFormAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        List<Upload> files = [];
        foreach (var file in form.Files)
        {
            using var copy = new MemoryStream();
            await file.CopyToAsync(copy, request.HttpContext.RequestAborted);
            files.Add(new(Index(file.Name), file.FileName, file.ContentType, copy.ToArray()));
        }
        return (form["payload_json"] is [{ } payload, ..] ? JsonNode.Parse(payload) : null, files, null);
    }

    private static int Index(string name) => int.TryParse(name.AsSpan().TrimStart("files[").TrimEnd("]"), out var index) ? index : -1;
}
