using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Core.Subscriptions;
using NewsBot.Local.Terminal;

namespace NewsBot.Local.Tests;

public sealed class TerminalTests : IAsyncLifetime
{
    private LocalHouse _house = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _house = await LocalHouse.OpenAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task I_can_pipe_lines_into_it()
    {
        await _house.KeepArticleAsync("Roses bloom early", "The roses bloom three weeks early.");
        await _house.PostAsync("garden", "Roses bloom early", "1");
        var (code, output) = await ChatAsync("garden", "/search roses", "1");
        Assert.Equal(0, code);
        Assert.Contains("You are in garden as a reader.", output, StringComparison.Ordinal);
        Assert.Contains("Search: roses", output, StringComparison.Ordinal);
        Assert.Contains("[1]", output, StringComparison.Ordinal);
        Assert.True(output.LastIndexOf("The roses bloom three weeks early.", StringComparison.Ordinal) > output.IndexOf("[1]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task I_can_turn_pages_with_numbers()
    {
        for (var i = 0; i < 7; i++) await _house.KeepArticleAsync($"Roses, part {i}", "The roses bloom early.");
        var (_, output) = await ChatAsync("garden", "/search roses", "6");
        Assert.Contains("[6] More", output, StringComparison.Ordinal);
        Assert.Contains("\n6. Roses", output, StringComparison.Ordinal);
        Assert.Contains("[6]  [7]", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_is_said_in_a_line_of_its_own()
    {
        var sent = Assert.IsType<SendOutcome.Sent>(await _house.PostAsync("garden", "Roses bloom on Monday", "1"));
        var output = new StringWriter();
        var chat = new TerminalChat(_house.Get<IRoomBook>(), _house.Get<LocalTalk>(), output);
        await chat.EnterAsync("garden", 10, Stop);
        var post = new Post(new() { Title = "Roses bloom on Tuesday" }, "e", new(), Correction: "Corrected 14:05");
        await _house.Get<IPlatform>().EditAsync(new("local", "garden"), sent.MessageId, post, Stop);
        await chat.ShowNewAsync(10, Stop);
        Assert.Contains("Corrected 14:05:\nRoses bloom on Tuesday", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_can_change_the_room_and_the_role()
    {
        var (_, output) = await ChatAsync("front-page", "/room garden", "/subscribe everything", "/role moderator", "/subscribe everything", "/room cellar", "/role king", "/quit", "/latest");
        Assert.Contains("You are in garden as a reader.", output, StringComparison.Ordinal);
        Assert.Contains("for moderators of this channel", output, StringComparison.Ordinal);
        Assert.Contains("now follows everything", output, StringComparison.Ordinal);
        Assert.Contains("There is no room 'cellar'. There are: front-page, garden.", output, StringComparison.Ordinal);
        Assert.Contains("Type /role reader", output, StringComparison.Ordinal);
        Assert.Equal(["everything"], (await _house.Get<ISubscriptions>().FindAsync(new("local", "garden"), Stop)) is { FollowsEverything: true } ? ["everything"] : Array.Empty<string>());
    }

    [Fact]
    public async Task A_room_that_is_not_there_is_said_at_once()
    {
        var (code, output) = await ChatAsync("cellar", "/latest");
        Assert.Equal(1, code);
        Assert.Equal("There is no room 'cellar'. There are: front-page, garden.\n", output);
    }

    [Fact]
    public async Task A_new_post_is_printed_once_while_it_is_open()
    {
        using var quit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var output = new StringWriter { NewLine = "\n" };
        var written = TextWriter.Synchronized(output);
        using var input = new BlockingReader(quit.Token);
        var chatting = _house.Get<LocalTerminal>().RunAsync(input, written, "garden", Role.Reader, quit.Token);
        await _house.PostAsync("garden", "Roses bloom", "1");
        for (var i = 0; i < 500 && !Printed().Contains("Roses bloom", StringComparison.Ordinal); i++) await Task.Delay(20, Stop);
        await quit.CancelAsync();
        Assert.Equal(0, await chatting);
        Assert.Equal(2, Printed().Split("Roses bloom").Length);

        string Printed()
        {
            // The writer that TextWriter.Synchronized makes locks itself.
            lock (written) return output.ToString();
        }
    }

    [Fact]
    public void A_number_means_what_it_meant_when_I_looked_also_when_a_post_comes_in_between()
    {
        var cards = new TerminalCards();
        var button = new DrawnButton("Read", Line: "read a");
        _ = cards.Lines(new RoomPost { Cards = [new() { Buttons = [button] }] }).ToArray();
        _ = cards.Lines(new RoomPost { Cards = [new() { Buttons = [new("Read", Line: "read b")] }] }).ToArray();
        Assert.Equal("read a", cards.Pressed("1")!.Line);
        Assert.Equal("read b", cards.Pressed("2")!.Line);
    }

    [Theory]
    [InlineData("\u001b[31mred\u001b[0m", "�[31mred�[0m")]
    [InlineData("\u001b]0;title\a", "�]0;title�")]
    [InlineData("bell\a back\b del\u007f c1\u009b2J", "bell� back� del� c1�2J")]
    [InlineData("moc.live\u202e gro.elpmaxe\u2066", "moc.live gro.elpmaxe")]
    [InlineData("emoji 👩‍🚀 and ї stay", "emoji 👩‍🚀 and ї stay")]
    [InlineData("a\r\nb\tc", "a\nb c")]
    public void No_text_can_command_the_terminal(string text, string expected) => Assert.Equal(expected, TerminalText.Safe(text));

    // Not an InlineData: half a pair does not survive in an attribute.
    [Fact]
    public void Half_a_surrogate_pair_is_replaced() => Assert.Equal("half �", TerminalText.Safe("half \ud83d"));

    [Fact]
    public async Task Nothing_that_was_posted_reaches_the_terminal_as_a_sequence()
    {
        await _house.Get<IPlatform>().SendAsync(new("local", "garden"), new(new Card { Title = "Evil \u001b[2J", Body = "x\u009b31m", Footer = "\u001b]8;;http://evil.example\u0007" }, "1", new()), Stop);
        var (_, output) = await ChatAsync("garden");
        Assert.DoesNotContain('\u001b', output);
        Assert.DoesNotContain('\u009b', output);
    }

    private async Task<(int Code, string Output)> ChatAsync(string room, params string[] lines)
    {
        var output = new StringWriter { NewLine = "\n" };
        var code = await _house.Get<LocalTerminal>().RunAsync(new StringReader(string.Join('\n', lines)), output, room, Role.Reader, Stop);
        return (code, output.ToString());
    }

    /// <summary>A keyboard at which nobody types.</summary>
    private sealed class BlockingReader(CancellationToken end) : TextReader
    {
        public override string? ReadLine()
        {
            end.WaitHandle.WaitOne();
            return null;
        }
    }
}
