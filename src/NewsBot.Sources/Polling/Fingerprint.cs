using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NewsBot.Sources.Polling;

/// <summary>Eight bytes of the SHA-256 of texts: enough to tell the few hundred items of one source apart.</summary>
internal static class Fingerprint
{
    private const char Between = '\u001F';

    public static long? Maybe(string? text) => string.IsNullOrWhiteSpace(text) ? null : Of(text.Trim());

    public static long Of(params IEnumerable<string?> texts)
    {
        var all = new StringBuilder();
        foreach (var text in texts) all.Append(text).Append(Between);
        return BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())));
    }
}
