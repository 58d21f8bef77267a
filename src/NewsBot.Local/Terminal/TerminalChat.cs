using NewsBot.Core.Chat;
using NewsBot.Core.Commands;

namespace NewsBot.Local.Terminal;

/// <summary>One person's chat: the room and the role they are in, what they have seen, and the buttons they can press.</summary>
internal sealed class TerminalChat(IRoomBook book, LocalTalk talk, TextWriter output)
{
    private const int MostText = 4000;

    private readonly TerminalCards _cards = new();
    private readonly HashSet<long> _own = [];
    private string _room = "";
    private long _seen;
    private long _change;

    public Role Role { get; set; }

    public bool IsOver { get; private set; }

    public async Task<bool> EnterAsync(string room, int recent, CancellationToken stop)
    {
        var rooms = await book.RoomsAsync(stop);
        if (!rooms.Contains(room))
        {
            await PrintAsync(rooms.Count == 0 ? "There are no rooms yet; start the bot once so that it makes them." : $"There is no room '{room}'. There are: {string.Join(", ", rooms)}.");
            return false;
        }
        _room = room;
        _cards.Renumber();
        _change = await book.LastChangeAsync(room, stop);
        var entries = await book.BeforeAsync(room, long.MaxValue, recent, stop);
        await ShowAsync(entries);
        _seen = entries is [.., var newest] ? newest.Number : 0;
        return true;
    }

    public Task WelcomeAsync() =>
        PrintAsync($"You are in {_room} as a {LocalCaller.Name(Role)}. Type /help, a number to press a button, /room NAME, /role moderator, or /quit.");

    public async Task ShowNewAsync(int batch, CancellationToken stop)
    {
        while (await book.AfterAsync(_room, _seen, batch, stop) is { Count: > 0 } entries)
        {
            _seen = entries[^1].Number;
            await ShowAsync(entries.Where(entry => !_own.Remove(entry.Number)));
        }
        while (await book.ChangesAsync(_room, _change, batch, stop) is { Count: > 0 } changes)
        {
            _change = changes[^1].Change;
            foreach (var change in changes) await ShowAsync(change);
        }
    }

    // What was printed stays printed; a line says what is different now, unless nobody need notice.
    private async Task ShowAsync(RoomChange change)
    {
        if (change.Text is not { } text || LocalCards.Read(text) is not { Corrected: { } corrected } post) return;
        await PrintAsync($"{corrected}:");
        foreach (var line in _cards.Lines(post)) await PrintAsync(line);
    }

    public async Task TypeAsync(string typed, int recent, CancellationToken stop)
    {
        var line = typed.Trim();
        switch (line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            case []: break;
            case ["/quit" or "/exit"]: IsOver = true; break;
            case ["/room", var room]: await GoToAsync(room, recent, stop); break;
            case ["/room"]: await PrintAsync($"Rooms: {string.Join(", ", await book.RoomsAsync(stop))}. Type /room and a name."); break;
            case ["/role", "reader" or "moderator" or "operator"]:
                Role = LocalCaller.RoleOf(line.Split(' ')[^1]);
                await PrintAsync($"You are a {LocalCaller.Name(Role)} now.");
                break;
            case ["/role", ..]: await PrintAsync("Type /role reader, /role moderator or /role operator."); break;
            default: await SayAsync(line, stop); break;
        }
    }

    private async Task GoToAsync(string room, int recent, CancellationToken stop)
    {
        if (await EnterAsync(room, recent, stop)) await WelcomeAsync();
    }

    private async Task SayAsync(string line, CancellationToken stop)
    {
        if (line.Length > MostText)
        {
            await PrintAsync($"That is more than {MostText:N0} characters; please shorten it.");
            return;
        }
        var button = _cards.Pressed(line);
        var answer = await talk.SayAsync(new(_room, Role, button?.Line ?? line, button?.Label, Key: null), stop);
        if (answer is Answer.Kept kept) _own.Add(kept.Number);
        _cards.Renumber();
        foreach (var text in answer.Post.Cards.SelectMany(_cards.Lines)) await PrintAsync(text);
    }

    private async Task ShowAsync(IEnumerable<RoomEntry> entries)
    {
        foreach (var entry in entries)
            foreach (var line in _cards.Lines(LocalCards.Read(entry.Text)))
                await PrintAsync(line);
    }

    private async Task PrintAsync(string text)
    {
        await output.WriteLineAsync(TerminalText.Safe(text));
        await output.FlushAsync();
    }
}
