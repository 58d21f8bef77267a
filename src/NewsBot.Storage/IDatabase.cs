namespace NewsBot.Storage;

/// <summary>The database behind the ports. The host opens it before it asks any port for anything.</summary>
public interface IDatabase
{
    /// <summary>What a person reads, such as "SQLite data/newsbot.db". Never holds a secret.</summary>
    string Title { get; }

    /// <summary>The absolute path of the SQLite file, or null on PostgreSQL.</summary>
    string? File { get; }

    /// <summary>Creates what is missing and brings the tables up to date. Safe to call again.</summary>
    /// <exception cref="StorageException">It cannot be reached, created or read, or a newer NewsBot has written it.</exception>
    Task OpenAsync(CancellationToken stop);

    /// <summary>True when it answers a question right now. Never throws but for cancellation.</summary>
    Task<bool> AnswersAsync(CancellationToken stop);
}
