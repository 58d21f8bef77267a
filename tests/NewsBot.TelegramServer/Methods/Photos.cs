using System.Buffers.Binary;

namespace NewsBot.BotApi;

/// <summary>Photos by upload, by address, or by the file_id of an earlier one.</summary>
internal static class Photos
{
    /// <summary>Bytes of a photo (the Bot API's sendPhoto).</summary>
    private const int Largest = 10 * 1024 * 1024;

    public static StoredFile Find(Request request, string? photo, string part)
    {
        if (photo is not null && photo.StartsWith("attach://", StringComparison.Ordinal)) part = photo["attach://".Length..];
        if (request.Call.Files.TryGetValue(part, out var bytes)) return Keep(request.World, bytes, null, request.Bot);
        if (string.IsNullOrEmpty(photo)) throw Refusal.Bad("there is no photo in the request");
        if (Uri.TryCreate(photo, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return Fetch(request, address!);
        var id = photo.EndsWith("-s", StringComparison.Ordinal) ? photo[..^2] : photo;
        return request.World.Files.TryGetValue(id, out var file) && file.Owner == request.Bot.Id
            ? file
            : throw Refusal.Bad("wrong file identifier/HTTP URL specified");
    }

    /// <summary>Keeps a picture as Telegram would, or refuses it.</summary>
    /// <exception cref="Refusal">It is no picture, too large, or of a shape that Telegram does not take.</exception>
    public static StoredFile Keep(World world, ReadOnlyMemory<byte> bytes, string? source, BotAccount? owner)
    {
        if (bytes.Length == 0) throw Refusal.Bad("file must be non-empty");
        if (bytes.Length > Largest) throw Refusal.Bad("file of size " + bytes.Length + " bytes is too big for a photo; the maximum size is 10485760 bytes");
        var (width, height) = Size(bytes.Span) ?? throw Refusal.Bad("IMAGE_PROCESS_FAILED");
        // The Bot API's sendPhoto: width and height together at most 10000, and one at most 20 times the other.
        if (width + height > 10_000 || width > 20 * height || height > 20 * width) throw Refusal.Bad("PHOTO_INVALID_DIMENSIONS");
        return Keep(world, bytes, width, height, source, owner);
    }

    private static StoredFile Keep(World world, ReadOnlyMemory<byte> bytes, int width, int height, string? source, BotAccount? owner)
    {
        var number = world.NextToken("");
        var file = new StoredFile($"AgACAgIAAxk-{owner?.Id}-{number}", $"AQAD{number}", $"photos/file_{number}.jpg", bytes, width, height, source) { Owner = owner?.Id };
        return world.Files[file.Id] = file;
    }

    private static StoredFile Fetch(Request request, Uri address)
    {
        if (request.World.Web(address) is { } refusal) throw Refusal.Bad(refusal);
        return Keep(request.World, default, 1280, 720, address.OriginalString, request.Bot);
    }

    /// <summary>Width and height in pixels of a PNG, GIF, WebP or JPEG; null for anything else.</summary>
    private static (int Width, int Height)? Size(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] when bytes.Length >= 24 =>
            (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..])),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] when bytes.Length >= 10 =>
            (BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..])),
        // The sizes of WebP's three kinds are not worth the code here.
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => (1280, 720),
        [0xFF, 0xD8, 0xFF, ..] => Jpeg(bytes),
        _ => null,
    };

    // Walks the segments to the frame header, which holds the size (ITU T.81, B.2.2).
    private static (int Width, int Height)? Jpeg(ReadOnlySpan<byte> bytes)
    {
        var at = 2;
        while (at + 9 < bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }
        return null;
    }
}
