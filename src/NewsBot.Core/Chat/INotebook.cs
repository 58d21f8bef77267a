namespace NewsBot.Core.Chat;

/// <summary>Small things that a platform must remember over a restart: where it stopped listening, which menu it announced, which picture it sent before.</summary>
public interface INotebook
{
    Task<string?> ReadAsync(string platform, string name, CancellationToken stop);

    /// <param name="text">Null to forget it.</param>
    Task WriteAsync(string platform, string name, string? text, CancellationToken stop);
}
