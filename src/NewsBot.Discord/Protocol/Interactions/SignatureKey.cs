using System.Text;
using NSec.Cryptography;

namespace NewsBot.Discord.Protocol;

/// <summary>The application's public key, with which Discord's signatures are checked (interactions/overview, Security and Authorization).</summary>
internal sealed class SignatureKey
{
    private readonly PublicKey _key;

    private SignatureKey(PublicKey key) => _key = key;

    /// <summary>False with one sentence when the text is not such a key.</summary>
    public static bool TryParse(string text, out SignatureKey? key, out string problem)
    {
        (key, problem) = (null, "Discord's public key is 64 hexadecimal digits: copy it from the developer portal, General Information.");
        var bytes = new byte[32];
        if (text.Length != 64 || Convert.FromHexString(text, bytes, out _, out var written) != System.Buffers.OperationStatus.Done || written != bytes.Length)
            return false;
        if (!PublicKey.TryImport(SignatureAlgorithm.Ed25519, bytes, KeyBlobFormat.RawPublicKey, out var read))
            return false;
        (key, problem) = (new(read!), "");
        return true;
    }

    /// <summary>Whether the signature (hexadecimal, from the header) is Discord's over the timestamp and the raw body.</summary>
    public bool Signed(string timestamp, ReadOnlySpan<byte> body, string signature)
    {
        Span<byte> bytes = stackalloc byte[64];
        if (signature.Length != 128 || Convert.FromHexString(signature, bytes, out _, out _) != System.Buffers.OperationStatus.Done)
            return false;
        var signed = new byte[Encoding.UTF8.GetByteCount(timestamp) + body.Length];
        body.CopyTo(signed.AsSpan(Encoding.UTF8.GetBytes(timestamp, signed)));
        return SignatureAlgorithm.Ed25519.Verify(_key, signed, bytes);
    }
}
