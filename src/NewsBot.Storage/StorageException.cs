namespace NewsBot.Storage;

/// <summary>The database cannot be used. The message is one sentence for a person and never holds a secret.</summary>
public sealed class StorageException(string message, Exception? cause = null) : Exception(message, cause);
