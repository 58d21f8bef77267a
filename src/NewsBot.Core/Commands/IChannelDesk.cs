namespace NewsBot.Core.Commands;

/// <summary>
/// Lets a person configure one channel from another, on platforms where posts have no author and so nobody can type commands in the channel itself.
/// While they do, the platform makes their commands about that channel, and vouches for the role anew at each.
/// </summary>
public interface IChannelDesk
{
    /// <summary>The platform's name.</summary>
    string Platform { get; }

    /// <summary>Begins; checks that the person administers the channel and that the bot may post there.</summary>
    /// <param name="name">As the person typed it, such as "@harbour_news".</param>
    Task<DeskAnswer> OpenAsync(Call call, string name, CancellationToken stop);

    /// <summary>Ends it: commands are about the channel they are typed in again.</summary>
    Task CloseAsync(Caller caller, CancellationToken stop);

    /// <summary>What is being configured from here now, by name; null when nothing is.</summary>
    Task<string?> OpenedAsync(Caller caller, CancellationToken stop);
}

/// <param name="Title">The channel's name when it was opened, else null.</param>
/// <param name="Complaint">One sentence that says what to do, when it was not.</param>
public sealed record DeskAnswer(string? Title, string? Complaint);
