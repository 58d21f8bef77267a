namespace NewsBot.Core.Chat;

/// <summary>
/// What people sent, kept before the platform is told that we have it: a crash neither loses it nor answers it twice. What was done is
/// remembered for two days, which is longer than platforms offer anything again (Telegram: 24 hours).
/// </summary>
public interface IInbox
{
    /// <summary>Keeps what is new and passes over what was there before.</summary>
    /// <returns>How many were new.</returns>
    Task<int> AddAsync(string platform, IReadOnlyList<Incoming> items, CancellationToken stop);

    /// <summary>What is still to be handled, numbered above <paramref name="after"/>, in order.</summary>
    Task<IReadOnlyList<Incoming>> PendingAsync(string platform, long after, int most, CancellationToken stop);

    /// <summary>Marks that an answer is about to be sent.</summary>
    Task AnsweringAsync(string platform, long number, CancellationToken stop);

    Task DoneAsync(string platform, long number, CancellationToken stop);

    /// <summary>
    /// Ends what was being answered when the process died: it may have been answered, and people ask again more gladly than they read
    /// things twice.
    /// </summary>
    /// <returns>How many there were.</returns>
    Task<int> RecoverAsync(string platform, CancellationToken stop);
}

/// <param name="Number">The platform's number of it; grows.</param>
/// <param name="Text">As the platform sent it.</param>
public sealed record Incoming(long Number, string Text);
