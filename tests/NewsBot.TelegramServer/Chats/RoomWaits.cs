namespace NewsBot.BotApi;

/// <summary>Waiting for what bots do in a chat: 30 seconds of real time unless told otherwise; then it throws and says what the chat holds.</summary>
public static class RoomWaits
{
    /// <summary>The first message by a bot that fits, already there or still to come; deleted ones do not count.</summary>
    /// <param name="after">Only messages after this one, such as the command that is to be answered.</param>
    public static Task<ChatMessage> MessageAsync(this ChatRoom room, Func<ChatMessage, bool> where, CancellationToken stop, ChatMessage? after = null, TimeSpan? within = null) =>
        room.Changed.UntilAsync(() => room.FromBots.FirstOrDefault(it => it.Id > (after?.Id ?? 0) && where(it)), () => Describe(room), stop, within);

    /// <summary>The first message by a bot after this one.</summary>
    public static Task<ChatMessage> AnswerAsync(this ChatMessage message, CancellationToken stop, TimeSpan? within = null) => message.Room.MessageAsync(_ => true, stop, message, within);

    /// <summary>Waits until the chat holds so many messages of bots, and gives them.</summary>
    public static Task<IReadOnlyList<ChatMessage>> MessagesAsync(this ChatRoom room, int count, CancellationToken stop, TimeSpan? within = null) =>
        room.Changed.UntilAsync(() => room.FromBots is var all && all.Count >= count ? all : null, () => Describe(room), stop, within);

    /// <summary>Waits until a message is as wanted, for instance after an edit.</summary>
    public static Task<ChatMessage> BecomesAsync(this ChatMessage message, Func<ChatMessage, bool> what, CancellationToken stop, TimeSpan? within = null) =>
        message.Room.Changed.UntilAsync(() => what(message) ? message : null, () => Describe(message.Room), stop, within);

    private static string Describe(ChatRoom room) => $"{room} holds:\n{string.Join('\n', room.Messages.TakeLast(10))}";
}
