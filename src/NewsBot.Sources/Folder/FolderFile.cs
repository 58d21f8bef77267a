using System.Globalization;

namespace NewsBot.Sources.Folder;

/// <summary>A file as it stood when it was listed.</summary>
/// <param name="Length">Bytes. Pipes and devices report 0, as empty files do, so nothing of length 0 is ever opened.</param>
internal sealed record FolderFile(string Path, string Place, long Length, DateTime Written, bool LeadsOut = false)
{
    /// <summary>Changes when the file does.</summary>
    public string Mark => string.Create(CultureInfo.InvariantCulture, $"{Length}:{Written.Ticks}");

    public static FolderFile Escaping(string place) => new("", place, 0, DateTime.UnixEpoch, LeadsOut: true);

    /// <summary>Null when it is gone by now.</summary>
    public static FolderFile? Of(FileInfo file, string place)
    {
        try
        {
            var target = file.LinkTarget is null ? file : (FileInfo)file.ResolveLinkTarget(returnFinalTarget: true)!;
            return target.Exists ? new(file.FullName, place, target.Length, target.LastWriteTimeUtc) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>The same file as it stands now.</summary>
    public FolderFile? Again() => Of(new FileInfo(Path), Place);
}
