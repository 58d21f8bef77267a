namespace NewsBot.Core.Writing;

/// <summary>Somebody who writes summaries on request: a language model, wherever it runs. What it writes is never shown unchecked.</summary>
public interface IWriter
{
    /// <summary>False when there is none; then it is never asked.</summary>
    bool IsOn { get; }

    /// <summary>Its name, as its owner calls it; kept with what it wrote.</summary>
    string Model { get; }

    /// <returns>What it wrote, however wrong.</returns>
    /// <exception cref="WriterException">It did not answer in time, or not in a way that can be read.</exception>
    Task<string> WriteAsync(Commission commission, CancellationToken stop);
}

/// <param name="message">One sentence for those who run the bot, without addresses and keys.</param>
public sealed class WriterException(string message, Exception? inner = null) : Exception(message, inner);
