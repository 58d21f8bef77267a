namespace NewsBot.Storage;

/// <summary>
/// Keeps two bots off one SQLite file: each would take the other's posts for its own. It is a lock on a file beside the
/// database, which the operating system drops when the process ends, however it ends.
/// </summary>
public sealed class DataLock : IDisposable
{
    private readonly FileStream? file;

    private DataLock(FileStream? file) => this.file = file;

    /// <summary>
    /// Takes the lock of a database, or gives null when another process holds it. On PostgreSQL there is nothing to hold: its
    /// leases let several bots share it.
    /// </summary>
    /// <exception cref="StorageException">The lock file cannot be made.</exception>
    public static DataLock? TryTake(IDatabase database)
    {
        if (database.File is not { } path) return new(null);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The folder of the database, {Path.GetDirectoryName(path)}, cannot be made: check Storage:Path and who may write there.", problem);
        }
        try
        {
            return new(new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException problem)
        {
            throw new StorageException($"The lock file {path}.lock cannot be written: check Storage:Path and who may write there.", problem);
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => file?.Dispose();
}
