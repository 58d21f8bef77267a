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
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in texts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text ?? ""));
            hash.AppendData([(byte)Between]);
        }
        return BinaryPrimitives.ReadInt64BigEndian(hash.GetHashAndReset());
    }
}
