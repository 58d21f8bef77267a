using System.Globalization;

namespace NewsBot.Sources.Folder;

/// <summary>A file as it stood when it was listed.</summary>
/// <param name="Path">Where it really is, with every link on the way resolved.</param>
/// <param name="Place">Its path within the folder, as it is stored and shown.</param>
/// <param name="Length">Bytes. Pipes and devices report 0, as empty files do, so nothing of length 0 is ever opened.</param>
/// <param name="Written">UTC, by the disk's clock.</param>
/// <param name="Flaw">One sentence when it must not be opened.</param>
internal sealed record FolderFile(string Path, string Place, long Length, DateTime Written, string? Flaw = null)
{
    /// <summary>Changes when the file does. A mark begins with it.</summary>
    public string Stamp { get; } = string.Create(CultureInfo.InvariantCulture, $"{Length}:{Written.Ticks};");

    public static Comparison<FolderFile> OldestFirst { get; } = (a, b) =>
        a.Written != b.Written ? a.Written.CompareTo(b.Written) : string.CompareOrdinal(a.Place, b.Place);

    public static FolderFile Flawed(string place, string flaw) => new("", place, 0, DateTime.UnixEpoch, flaw);

    /// <summary>Null when there is no such file, or none any more.</summary>
    public static FolderFile? At(string realPath, string place)
    {
        try
        {
            var file = new FileInfo(realPath);
            return file.Exists ? new(realPath, place, file.Length, file.LastWriteTimeUtc) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
