using System.Security.Cryptography;

namespace NewsBot.Sources.Folder;

/// <summary>
/// How far a file was read. Of an article: its stamp and the hash of its bytes, so that touching it changes nothing. Of a problem: the
/// stamp when only other bytes can mend it, and the sentence, so that it is told once.
/// </summary>
internal static class FolderMark
{
    private const char Problem = '!';

    public static string OfArticle(FolderFile file, ReadOnlySpan<byte> bytes) => file.Stamp + Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8));

    /// <summary>For what lies in the file's bytes.</summary>
    public static string OfContent(FolderFile file, string what) => $"{file.Stamp}{Problem}{what}";

    /// <summary>For what may end without the file being written again, such as a permission or a limit: it is tried at every look.</summary>
    public static string OfState(string what) => $"{Problem}{what}";

    public static bool IsOf(string? mark, FolderFile file) => mark?.StartsWith(file.Stamp, StringComparison.Ordinal) == true;

    public static bool IsProblem(string mark) => mark.Contains(Problem);

    /// <summary>True when both are of articles with the same bytes.</summary>
    public static bool IsSameText(string? one, string? other) =>
        one is not null && other is not null && !IsProblem(one) && !IsProblem(other) && one[one.IndexOf(';')..] == other[other.IndexOf(';')..];
}
