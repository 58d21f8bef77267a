using global::Telegram.Bot;
using global::Telegram.Bot.Exceptions;
using global::Telegram.Bot.Types;
using global::Telegram.Bot.Types.Enums;
using NewsBot.BotApi;

namespace NewsBot.Telegram.Tests.Server;

/// <summary>What the server reads out of texts, and what it refuses.</summary>
public sealed class MarkupTests
{
    [Theory]
    [InlineData("<b>a</b><i>b</i>", "ab", "bold 0 1, italic 1 1")]
    [InlineData("<b>a<i>b</i></b>", "ab", "bold 0 2, italic 1 1")]
    [InlineData("<STRONG>a</STRONG> <em>b</em> <ins>c</ins> <del>d</del>", "a b c d", "bold 0 1, italic 2 1, underline 4 1, strikethrough 6 1")]
    [InlineData("<a href=\"https://example.org/?a=1&amp;b=2\">story</a>", "story", "text_link 0 5 https://example.org/?a=1&b=2")]
    [InlineData("<a href='example.org'>story</a>", "story", "text_link 0 5 http://example.org/")]
    [InlineData("<a href=\"nonsense\">story</a>", "story", "")]
    [InlineData("<a href=\"javascript:alert(1)\">story</a>", "story", "")]
    [InlineData("<a href=\"tg://user?id=42\">Ann</a>", "Ann", "text_mention 0 3")]
    [InlineData("<tg-spoiler>x</tg-spoiler><span class=\"tg-spoiler\">y</span>", "xy", "spoiler 0 1, spoiler 1 1")]
    [InlineData("<pre><code class=\"language-python\">print(1)</code></pre>", "print(1)", "pre 0 8 python")]
    [InlineData("<code><b>x</b></code>", "x", "code 0 1")]
    [InlineData("<blockquote expandable>x</blockquote>", "x", "expandable_blockquote 0 1")]
    [InlineData("&lt;b&gt; &amp;amp; &quot;x&quot; &#1111;&#x1F600; &nbsp; &copy", "<b> &amp; \"x\" \u0457\U0001F600 &nbsp; &copy", "")]
    [InlineData("  <b> Київ </b>  ", "Київ", "bold 0 4")]
    [InlineData("/latest@news_bot #news @ann see https://example.org/x.", "/latest@news_bot #news @ann see https://example.org/x.", "bot_command 0 16, hashtag 17 5, mention 23 4, url 32 21")]
    [InlineData("\U0001F600<b>x</b>", "\U0001F600x", "bold 2 1")]
    public async Task It_reads_HTML(string html, string text, string entities) => await ReadsAsync(html, ParseMode.Html, text, entities);

    [Theory]
    [InlineData("*a* _b_ __c__ ~d~ ||e||", "a b c d e", "bold 0 1, italic 2 1, underline 4 1, strikethrough 6 1, spoiler 8 1")]
    [InlineData("*a _b_*", "a b", "bold 0 3, italic 2 1")]
    [InlineData(@"1\. \*x\*", "1. *x*", "")]
    [InlineData(@"[story](https://example.org/a\)b)", "story", "text_link 0 5 https://example.org/a)b")]
    [InlineData("`a*b` ```cs\nx```", "a*b x", "code 0 3, pre 4 1 cs")]
    [InlineData(">a\n>b\nc", "a\nb\nc", "blockquote 0 3")]
    [InlineData("**>a\n>b||", "a\nb", "expandable_blockquote 0 3")]
    public async Task It_reads_MarkdownV2(string markdown, string text, string entities) => await ReadsAsync(markdown, ParseMode.MarkdownV2, text, entities);

    [Theory]
    [InlineData("<b>a", "Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("a</b>", "Unexpected end tag at byte offset 1")]
    [InlineData("<b>a</i>", "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\"")]
    [InlineData("Ї <h1>a</h1>", "Unsupported start tag \"h1\" at byte offset 3")]
    [InlineData("1 < 2", "Unsupported start tag \"\" at byte offset 2")]
    [InlineData("a <b", "Unclosed start tag at byte offset 2")]
    [InlineData("<span class=\"x\">a</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0")]
    [InlineData("<a href>x</a>", "Expected equal sign in declaration of an attribute of the tag \"a\" at byte offset 0")]
    [InlineData("<a href=\"x>x</a>", "Unclosed start tag at byte offset 0")]
    public async Task It_refuses_HTML_that_is_not_well_formed(string html, string why) => await RefusesAsync(html, ParseMode.Html, $"can't parse entities: {why}");

    [Theory]
    [InlineData("One.", "Character '.' is reserved and must be escaped with the preceding '\\'")]
    [InlineData("*a", "Can't find end of Bold entity at byte offset 0")]
    [InlineData("`a", "Can't find end of Code entity at byte offset 0")]
    public async Task It_refuses_MarkdownV2_that_is_not_well_formed(string markdown, string why) =>
        await RefusesAsync(markdown, ParseMode.MarkdownV2, $"can't parse entities: {why}");

    [Theory]
    [InlineData("", "message text is empty")]
    [InlineData("  \n ", "message text is empty")]
    [InlineData("<b> </b>", "message text is empty")]
    public async Task It_refuses_a_text_that_shows_nothing(string text, string why) => await RefusesAsync(text, ParseMode.Html, why);

    [Fact]
    public async Task It_counts_4096_characters_after_reading_the_markup()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.Client.SendMessage(desk.Chat.Id, $"<b>{new string('x', 4095)}</b>&amp;", ParseMode.Html, cancellationToken: Desk.Stop);

        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => desk.Client.SendMessage(desk.Chat.Id, new string('x', 4097), cancellationToken: Desk.Stop));

        Assert.Equal("Bad Request: message is too long", refused.Message);
        Assert.Equal(4096, Assert.Single(desk.Chat.Messages).Text.Length);
    }

    [Fact]
    public async Task It_takes_entities_instead_of_markup()
    {
        await using var desk = await Desk.OpenAsync();
        MessageEntity bold = new() { Type = MessageEntityType.Bold, Offset = 4, Length = 3 };
        await desk.Client.SendMessage(desk.Chat.Id, "One <b>", entities: [bold], cancellationToken: Desk.Stop);
        Assert.Equal("bold 4 3", Entities(desk.Chat.Messages[^1]));

        bold.Length = 4;
        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => desk.Client.SendMessage(desk.Chat.Id, "One <b>", entities: [bold], cancellationToken: Desk.Stop));
        Assert.Contains("ends after the end of the text", refused.Message, StringComparison.Ordinal);
    }

    private static async Task ReadsAsync(string raw, ParseMode mode, string text, string entities)
    {
        await using var desk = await Desk.OpenAsync();
        await desk.Client.SendMessage(desk.Chat.Id, raw, mode, cancellationToken: Desk.Stop);
        var message = Assert.Single(desk.Chat.Messages);
        Assert.Equal((text, entities), (message.Text, Entities(message)));
    }

    private static async Task RefusesAsync(string raw, ParseMode mode, string why)
    {
        await using var desk = await Desk.OpenAsync();
        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => desk.Client.SendMessage(desk.Chat.Id, raw, mode, cancellationToken: Desk.Stop));
        Assert.Equal((400, $"Bad Request: {why}"), (refused.ErrorCode, refused.Message));
        Assert.Empty(desk.Chat.Messages);
    }

    private static string Entities(ChatMessage message) =>
        string.Join(", ", message.Entities.Select(it => $"{it.Type} {it.Offset} {it.Length} {it.Url}{it.Language}".TrimEnd()));
}
