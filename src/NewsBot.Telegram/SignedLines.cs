using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Telegram;

/// <summary>
/// Command lines inside buttons and start links, signed: what comes back is a client's copy of what we drew, and anyone can send any other.
/// A button's signature binds the chat and the channel that it was drawn for, so it cannot act on another one. Whoever presses is asked for their role anyway.
/// </summary>
internal sealed class SignedLines(IOptions<TelegramOptions> options)
{
    /// <summary>Bytes of a button's data that Telegram carries.</summary>
    public const int ButtonBytes = 64;

    /// <summary>Bytes of a start link's payload before it is encoded: 64 characters of base64url.</summary>
    public const int StartBytes = 48;

    private const int ButtonSignature = 8;
    private const int StartSignature = 6;

    private readonly byte[] _key = HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Value.Token), "newsbot buttons"u8);

    /// <summary>Data of a button, or null when the line is too long for one.</summary>
    public string? Button(long chat, ChannelRef channel, string line)
    {
        var data = Base64Url.EncodeToString(Sign($"{chat}\n{channel}\n{line}", ButtonSignature)) + line;
        return Encoding.UTF8.GetByteCount(data) <= ButtonBytes ? data : null;
    }

    /// <summary>The line of a button that we drew for this chat and channel, or null.</summary>
    public string? ReadButton(long chat, ChannelRef channel, string data)
    {
        var length = Base64Url.GetEncodedLength(ButtonSignature);
        if (data.Length <= length) return null;
        var line = data[length..];
        return Matches(data[..length], Sign($"{chat}\n{channel}\n{line}", ButtonSignature)) ? line : null;
    }

    /// <summary>Payload of a link that types a line in the private chat, or null when the line is too long for one.</summary>
    public string? Start(string line)
    {
        var text = Encoding.UTF8.GetBytes(line);
        return text.Length + StartSignature <= StartBytes ? Base64Url.EncodeToString([.. Sign($"start\n{line}", StartSignature), .. text]) : null;
    }

    public string? ReadStart(string payload)
    {
        var bytes = new byte[StartBytes];
        if (payload.Length > Base64Url.GetEncodedLength(StartBytes) || !Base64Url.IsValid(payload)) return null;
        var length = Base64Url.DecodeFromChars(payload, bytes);
        if (length <= StartSignature) return null;
        var line = Encoding.UTF8.GetString(bytes, StartSignature, length - StartSignature);
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, StartSignature), Sign($"start\n{line}", StartSignature)) ? line : null;
    }

    private static bool Matches(string encoded, byte[] signature) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(encoded), Encoding.UTF8.GetBytes(Base64Url.EncodeToString(signature)));

    private byte[] Sign(string text, int bytes) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text))[..bytes];
}
