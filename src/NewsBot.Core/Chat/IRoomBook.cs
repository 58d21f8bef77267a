namespace NewsBot.Core.Chat;

/// <summary>
/// Keeps rooms and what was said in them, for a platform that has no server of its own to remember it (Local).
/// Entries are numbered upward over all rooms and never change their number, so that a reader who reconnects can ask for what came after the last one seen.
/// </summary>
public interface IRoomBook
{
    /// <summary>Room names in the order in which they were made.</summary>
    Task<IReadOnlyList<string>> RoomsAsync(CancellationToken stop);

    /// <returns>False when the room is there already.</returns>
    Task<bool> AddRoomAsync(string room, CancellationToken stop);

    /// <summary>Appends an entry; with a key that was used before in this room nothing is added and the first one's number is returned.</summary>
    /// <param name="text">JSON of the platform's own making.</param>
    Task<long> AppendAsync(string room, string text, string? key, CancellationToken stop);

    /// <summary>Entries of a room numbered above <paramref name="after"/>, oldest first.</summary>
    Task<IReadOnlyList<RoomEntry>> AfterAsync(string room, long after, int take, CancellationToken stop);

    /// <summary>The newest entries of a room numbered below <paramref name="before"/>, oldest first.</summary>
    Task<IReadOnlyList<RoomEntry>> BeforeAsync(string room, long before, int take, CancellationToken stop);

    /// <summary>Puts other text into an entry, which keeps its place and number. The same text again is no change.</summary>
    /// <returns>False when there is no such entry.</returns>
    Task<bool> ChangeAsync(string room, long number, string text, CancellationToken stop);

    /// <summary>Takes an entry out of the room; its number and key are not given again.</summary>
    /// <returns>False when there is no such entry.</returns>
    Task<bool> RemoveAsync(string room, long number, CancellationToken stop);

    /// <summary>What became of entries after a change that was seen, in order; of each entry only the last.</summary>
    Task<IReadOnlyList<RoomChange>> ChangesAsync(string room, long after, int take, CancellationToken stop);

    /// <summary>The number of the room's last change; 0 when there was none.</summary>
    Task<long> LastChangeAsync(string room, CancellationToken stop);
}

public sealed record RoomEntry(long Number, string Text, DateTimeOffset At);

/// <param name="Change">Numbers the changes of a room upward.</param>
/// <param name="Text">What the entry says now, or null when it was taken out.</param>
public sealed record RoomChange(long Change, long Number, string? Text, DateTimeOffset At);
