namespace NewsBot.Storage;

/// <summary>Section "Storage" of the settings.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The SQLite file; relative to the program's content root. Its folder is created when missing.</summary>
    public string Path { get; set; } = "data/newsbot.db";

    /// <summary>A PostgreSQL connection string (PostgreSQL 15 or newer). When set, <see cref="Path"/> is not used. Holds a secret: never shown.</summary>
    public string ConnectionString { get; set; } = "";
}
