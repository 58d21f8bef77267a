using System.Threading.Channels;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Local.Terminal;

namespace NewsBot.Local;

/// <summary>
/// The rooms in a terminal: prints what is new, runs what is typed. Works as well when lines come from a pipe; then it ends with the last one.
/// </summary>
public sealed class LocalTerminal
{
    /// <summary>Entries that are shown when one comes into a room.</summary>
    private const int Recent = 10;

    private const int Batch = 100;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly IRoomBook _book;
    private readonly LocalTalk _talk;
    private readonly LiveRooms _live;
    private readonly TimeProvider _clock;

    internal LocalTerminal(IRoomBook book, LocalTalk talk, LiveRooms live, TimeProvider clock) => (_book, _talk, _live, _clock) = (book, talk, live, clock);

    /// <summary>Chats until the input ends, /quit is typed or <paramref name="stop"/> is called for.</summary>
    /// <returns>0, or 1 when there is no such room to begin in.</returns>
    public async Task<int> RunAsync(TextReader input, TextWriter output, string room, Role role, CancellationToken stop)
    {
        var chat = new TerminalChat(_book, _talk, output) { Role = role };
        if (!await chat.EnterAsync(room, Recent, stop)) return 1;
        await chat.WelcomeAsync();
        var lines = Lines(input);
        Task<bool>? typing = null;
        try
        {
            while (!stop.IsCancellationRequested && !chat.IsOver)
            {
                var next = _live.Next;
                await chat.ShowNewAsync(Batch, stop);
                if (lines.TryRead(out var line)) await chat.TypeAsync(line, Recent, stop);
                else if (lines.Completion.IsCompleted) break;
                else await Task.WhenAny(typing = Typing(typing, lines, stop), next, Task.Delay(Look, _clock, stop));
            }
            return 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
    }

    // One wait is enough for many looks at the book.
    private static Task<bool> Typing(Task<bool>? before, ChannelReader<string> lines, CancellationToken stop) =>
        before is { IsCompleted: false } ? before : lines.WaitToReadAsync(stop).AsTask();

    // The console's reader cannot be called off, so it has a thread of its own that is left behind at the end.
    private static ChannelReader<string> Lines(TextReader input)
    {
        var lines = Channel.CreateBounded<string>(16);
        new Thread(() =>
        {
            while (input.ReadLine() is { } line) lines.Writer.WriteAsync(line).AsTask().GetAwaiter().GetResult();
            lines.Writer.Complete();
        })
        { IsBackground = true, Name = "Terminal input" }.Start();
        return lines.Reader;
    }
}
