using System.Text.Json.Nodes;

namespace NewsBot.BotApi;

/// <summary>A photo that the server keeps. Each upload gets an id of its own, which its bot can send again and again.</summary>
/// <param name="Id">The file_id; another bot cannot use it.</param>
/// <param name="Bytes">What was uploaded; empty for a photo that was sent by its address, which this server does not fetch.</param>
/// <param name="Source">The address it was sent by.</param>
public sealed record StoredFile(string Id, string UniqueId, string Path, ReadOnlyMemory<byte> Bytes, int Width, int Height, string? Source)
{
    internal long? Owner { get; init; }

    internal JsonArray ToPhotoJson() => [Size($"{Id}-s", $"{UniqueId}s", Math.Min(90, Width), Math.Min(90, Height)), Size(Id, UniqueId, Width, Height)];

    private JsonObject Size(string id, string unique, int width, int height) =>
        new() { ["file_id"] = id, ["file_unique_id"] = unique, ["width"] = width, ["height"] = height, ["file_size"] = Bytes.Length };
}
