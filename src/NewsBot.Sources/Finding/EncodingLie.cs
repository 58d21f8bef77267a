using System.Text;
using System.Text.Unicode;
using NewsBot.Sources.Feeds.Reading.Encodings;

namespace NewsBot.Sources.Finding;

/// <summary>Tells whether a document's letters are in another encoding than it says.</summary>
internal static class EncodingLie
{
    /// <summary>The name that is wrong, or null.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (!bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF) || bytes is [0xFE or 0xFF, ..] or [0, ..]) return null;
        var label = EncodingLabel.InDocument(bytes) ?? EncodingLabel.InHeader(contentType);
        var named = EncodingNames.Find(label);
        var isUtf8 = Utf8.IsValid(bytes);
        if (named is null) return isUtf8 ? null : label ?? "UTF-8";
        return isUtf8 == (named.CodePage == Encoding.UTF8.CodePage) || !IsEightBits(named) ? null : named.WebName;
    }

    // Encodings of plain ASCII bytes, and of many bytes a letter, can be right and look like UTF-8 as well.
    private static bool IsEightBits(Encoding encoding) => encoding.IsSingleByte || encoding.CodePage == Encoding.UTF8.CodePage;
}
