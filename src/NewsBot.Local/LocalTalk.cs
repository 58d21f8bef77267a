using NewsBot.Core.Chat;
using NewsBot.Core.Commands;

namespace NewsBot.Local;

/// <summary>
/// One exchange, the same from the page and from the terminal: runs the line, and keeps it in the room together with a public answer.
/// What is private or turns a page is for the one who asked and is not kept.
/// </summary>
internal sealed class LocalTalk(ICommandBook commands, IRoomBook book, LiveRooms live, TimeProvider clock)
{
    public async Task<Answer> SayAsync(Remark remark, CancellationToken stop)
    {
        var reply = await commands.RunAsync(LocalCaller.Of(remark.Room, remark.Role, remark.Speaks), remark.Line, stop);
        var post = new RoomPost
        {
            Said = remark.Label ?? remark.Line.Trim(),
            Role = LocalCaller.Name(remark.Role),
            Cards = [.. reply.Cards.Select(card => LocalCards.Draw(CardFitter.Fit(card, CardLimits.Roomy)))],
        };
        if (reply.IsPrivate) return new Answer.Private(post);
        if (reply.ReplacesCard && remark.Label is not null) return new Answer.Turned(post);
        var number = await book.AppendAsync(remark.Room, LocalCards.Write(post), remark.Key, stop);
        live.Tell(remark.Room, number);
        return new Answer.Kept(post, number, clock.GetUtcNow());
    }
}

/// <summary>What someone says in a room.</summary>
/// <param name="Label">The label of the button that typed the line; null when it was typed by hand.</param>
/// <param name="Speaks">The browser's language.</param>
/// <param name="Key">The same when the same remark is sent again because its answer got lost.</param>
internal sealed record Remark(string Room, Role Role, string Line, string? Label, string? Key, Language Speaks = Language.English);

internal abstract record Answer(RoomPost Post)
{
    public sealed record Private(RoomPost Post) : Answer(Post);

    /// <summary>Takes the place of the card whose button was pressed.</summary>
    public sealed record Turned(RoomPost Post) : Answer(Post);

    public sealed record Kept(RoomPost Post, long Number, DateTimeOffset At) : Answer(Post);
}
