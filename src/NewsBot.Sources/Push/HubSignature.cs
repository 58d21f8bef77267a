using System.Security.Cryptography;
using System.Text;

namespace NewsBot.Sources.Push;

/// <summary>The signature of a push: X-Hub-Signature: method=hex, over the body's bytes as they came (WebSub, section 8).</summary>
internal static class HubSignature
{
    public const string Header = "X-Hub-Signature";

    /// <summary>False for a missing, malformed or wrong one.</summary>
    public static bool Holds(string? header, string secret, ReadOnlySpan<byte> body)
    {
        if (header?.Trim().Split('=', 2) is not [var method, var hex] || Of(method.ToLowerInvariant(), Encoding.UTF8.GetBytes(secret), body) is not { } expected) return false;
        var given = new byte[expected.Length];
        return Convert.FromHexString(hex, given, out var used, out var written) is System.Buffers.OperationStatus.Done
            && used == hex.Length && written == expected.Length
            && CryptographicOperations.FixedTimeEquals(given, expected);
    }

    private static byte[]? Of(string method, byte[] secret, ReadOnlySpan<byte> body) =>
        method is "sha1" or "sha256" or "sha384" or "sha512" ? CryptographicOperations.HmacData(new(method.ToUpperInvariant()), secret, body) : null;
}
