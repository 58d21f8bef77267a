using System.Text;
using CsCheck;
using Microsoft.Extensions.Options;
using NewsBot.Core.Commands;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Telegram.Tests.Units;

public sealed class SignedLineTests
{
    private static readonly ChannelRef Group = new("telegram", "-1001234567890/15");
    private readonly SignedLines _lines = new(Options.Create(new TelegramOptions { Token = "123:abc" }));

    [Fact]
    public void Every_line_that_a_button_may_hold_fits_and_comes_back() => Gen.String[Gen.Char[' ', 'ї'], 1, CommandBook.ButtonBytes].Sample(line =>
    {
        if (Encoding.UTF8.GetByteCount(line) > CommandBook.ButtonBytes) return true;
        var data = _lines.Button(-100, Group, line)!;
        return Encoding.UTF8.GetByteCount(data) <= SignedLines.ButtonBytes && _lines.ReadButton(-100, Group, data) == line;
    });

    [Fact]
    public void A_button_says_nothing_in_another_chat_for_another_channel_or_from_another_bot()
    {
        var data = _lines.Button(-100, Group, "unsubscribe belarus")!;
        Assert.Null(_lines.ReadButton(-101, Group, data));
        Assert.Null(_lines.ReadButton(-100, new("telegram", "-100"), data));
        Assert.Null(new SignedLines(Options.Create(new TelegramOptions { Token = "123:abd" })).ReadButton(-100, Group, data));
    }

    [Theory]
    [InlineData("")]
    [InlineData("latest")]
    [InlineData("AAAAAAAAAAAlatest")]
    [InlineData("~0123456789abcdef")]
    public void What_we_did_not_draw_is_not_read(string data) => Assert.Null(_lines.ReadButton(-100, Group, data));

    [Fact]
    public void A_changed_line_is_not_read()
    {
        var data = _lines.Button(-100, Group, "subscribe belarus")!;
        Assert.Null(_lines.ReadButton(-100, Group, data.Replace("belarus", "ukraine", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_start_link_holds_a_line_in_64_letters_of_the_allowed_alphabet()
    {
        var payload = _lines.Start("read 0123456789ab 2")!;
        Assert.True(payload.Length <= 64);
        Assert.All(payload, letter => Assert.True(char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'));
        Assert.Equal("read 0123456789ab 2", _lines.ReadStart(payload));
        Assert.Null(_lines.Start(new string('x', 60)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("bGF0ZXN0")]
    [InlineData("!!!!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void A_start_link_of_somebody_elses_making_types_nothing(string payload) => Assert.Null(_lines.ReadStart(payload));
}
