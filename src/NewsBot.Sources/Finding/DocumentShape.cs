namespace NewsBot.Sources.Finding;

/// <summary>Tells a feed or a web page from an article in plain text, by a file's name and its first letters.</summary>
internal static class DocumentShape
{
    /// <summary>Bytes; a document's first bracket stands near its top.</summary>
    public const int Head = 512;

    private static readonly string[] Documents = [".xml", ".rss", ".atom", ".rdf", ".json", ".html", ".htm", ".xhtml", ".shtml", ".opml", ".cdf"];
    private static readonly string[] Articles = [".txt", ".md"];

    /// <param name="contentType">What somebody says that the file is; they know best.</param>
    public static bool IsDocument(string path, string? contentType, ReadOnlySpan<byte> head)
    {
        if (contentType is not null) return !contentType.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) && !contentType.StartsWith("text/markdown", StringComparison.OrdinalIgnoreCase);
        var ending = Path.GetExtension(path).ToLowerInvariant();
        return Documents.Contains(ending) || (!Articles.Contains(ending) && BeginsAsMarkup(head));
    }

    // In UTF-16 every second byte is zero, and a mark may stand before the first letter.
    private static bool BeginsAsMarkup(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> before = [0xEF, 0xBB, 0xBF, 0xFF, 0xFE, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n', 0];
        return head[(head.IndexOfAnyExcept(before) is >= 0 and var first ? first : head.Length)..] is [(byte)'<' or (byte)'{', ..];
    }
}
