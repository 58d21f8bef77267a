namespace NewsBot.Sources.Folder;

/// <summary>The bytes of a file, if it is still the file that was listed.</summary>
internal static class FileBytes
{
    /// <summary>Bytes; for fewer, handing the work to another thread costs more than reading.</summary>
    private const int Small = 64 * 1024;

    /// <returns>Null when the file changed since it was listed or while it was read, or a link took its place.</returns>
    public static async Task<byte[]?> ReadAsync(FolderFile file, CancellationToken stop)
    {
        if (RealPath.Of(file.Path) != file.Path) return null;
        using var handle = File.OpenHandle(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        // Never more than was listed, however fast it grows.
        var bytes = new byte[file.Length];
        var read = 0;
        while (read < bytes.Length)
        {
            var more = bytes.Length <= Small ? RandomAccess.Read(handle, bytes.AsSpan(read), read) : await RandomAccess.ReadAsync(handle, bytes.AsMemory(read), read, stop);
            if (more == 0) break;
            read += more;
        }
        return read == bytes.Length && RandomAccess.GetLength(handle) == file.Length && File.GetLastWriteTimeUtc(handle) == file.Written ? bytes : null;
    }
}
