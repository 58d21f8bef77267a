namespace NewsBot.Core.Commands;

/// <summary>
/// Remembers command lines too long for a button (Telegram carries 64 bytes), under a short name that stays the same for the same line.
/// </summary>
public interface ILineBook
{
    Task KeepAsync(string name, string line, CancellationToken stop);

    Task<string?> FindAsync(string name, CancellationToken stop);
}
