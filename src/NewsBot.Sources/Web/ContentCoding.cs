using System.IO.Compression;

namespace NewsBot.Sources.Web;

/// <summary>Unpacks a body by its Content-Encoding: one layer, of the three that the web uses.</summary>
internal static class ContentCoding
{
    public const string Accepted = "gzip, br";

    /// <summary>
    /// Without it .NET takes a packed body that was cut off for a whole one, and half a feed would be kept with the validators of all of it.
    /// Read once by the runtime, so it is set before anything is unpacked.
    /// </summary>
    public static void RefuseCutBodies() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <returns>Null when it is packed more than once or in another way.</returns>
    public static async Task<Stream?> OpenAsync(WireStream wire, IEnumerable<string> encodings, CancellationToken stop)
    {
        var layers = encodings.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(layer => layer.ToLowerInvariant()).Where(layer => layer is not "identity" and not "none" and not "utf-8").ToList();
        if (layers.Count == 0) return wire;
        if (layers.Count > 1) return null;
        var head = await wire.HeadAsync(stop);
        return layers[0] switch
        {
            // Said to be packed and sent plain: servers behind careless proxies do it, and it reads well.
            "gzip" or "x-gzip" => IsGzip(head.Span) ? new GZipStream(wire, CompressionMode.Decompress) : wire,
            "br" => head.IsEmpty ? wire : new BrotliStream(wire, CompressionMode.Decompress),
            "deflate" => head.IsEmpty ? wire : IsZlib(head.Span) ? new ZLibStream(wire, CompressionMode.Decompress) : new DeflateStream(wire, CompressionMode.Decompress),
            _ => null,
        };
    }

    public static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes is [0x1f, 0x8b, ..];

    // RFC 1950: method 8, and the two bytes as a number divide by 31. Some servers send the bare form of RFC 1951 instead.
    private static bool IsZlib(ReadOnlySpan<byte> head) => head is [var first, var second] && (first & 0x0f) == 8 && ((first << 8) | second) % 31 == 0;
}
