namespace NewsBot.BotApi;

/// <summary>A topic of a forum, or of a private chat.</summary>
/// <param name="Thread">Its message_thread_id, which is the id of its first message.</param>
public sealed record Topic(int Thread, string Name)
{
    /// <summary>Only who manages topics may write into it.</summary>
    public bool IsClosed { get; init; }
}
