using NewsBot.Core.Chat;
using NewsBot.Core.Commands;

namespace NewsBot.Tests.Units;

public sealed class CommandLineTests
{
    private static readonly TopicOption Topic = new("topic", new("t"));
    private static readonly NumberOption Count = new("count", new("c"), 1, 10);
    private static readonly NumberOption Page = new("page", new("p"), 1, 9) { IsNamedOnly = true };
    private static readonly TextOption Words = new("words", new("w")) { TakesRest = true };
    private static readonly CommandSpec Latest = new("latest", Role.Reader, new("l"), Topic, Count, Page);
    private static readonly CommandSpec Search = new("search", Role.Reader, new("s"), Words, Page);

    private static string Read(CommandSpec spec, string text)
    {
        var read = CommandLine.Read(spec, text, Language.English);
        return read.Complaint ?? string.Join(' ', read.Values.Select(value => $"{value.Key.Name}={value.Value}"));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("belarus", "topic=belarus")]
    [InlineData("5", "count=5")]
    [InlineData("belarus 5", "topic=belarus count=5")]
    [InlineData("page:2 belarus", "page=2 topic=belarus")]
    [InlineData("count:3", "count=3")]
    [InlineData("belarus 11", "'count' is a number from 1 to 10.")]
    [InlineData("belarus 5 more", "'more' is more than this command takes: latest [topic] [count]")]
    public void Words_fill_the_options_they_fit(string text, string expected) => Assert.Equal(expected, Read(Latest, text));

    [Theory]
    [InlineData("2 cats", "words=2 cats")]
    [InlineData("\"state border\" -troops", "words=\"state border\" -troops")]
    [InlineData("page:2 cats and dogs", "page=2 words=cats and dogs")]
    [InlineData("https://example.org: news", "words=https://example.org: news")]
    public void The_last_option_can_take_the_rest_of_the_line(string text, string expected) => Assert.Equal(expected, Read(Search, text));

    [Fact]
    public void A_missing_word_is_asked_for() => Assert.Equal(
        "Please add topic (t): t topic",
        Read(new CommandSpec("t", Role.Reader, new("d"), Topic with { IsRequired = true }), ""));

    [Theory]
    [InlineData("latst", "latest")]
    [InlineData("serach", "search")]
    [InlineData("subscribe", "subscribe")]
    [InlineData("xyz", null)]
    [InlineData("", null)]
    public void A_slip_of_the_finger_finds_what_was_meant(string typed, string? expected) =>
        Assert.Equal(expected, Nearest.To(typed, ["latest", "search", "subscribe", "unsubscribe", "help"]));

    [Fact]
    public void A_command_that_no_platform_could_show_is_refused_at_start() =>
        Assert.Throws<InvalidOperationException>(() => SpecLimits.Check([new("one two three", Role.Reader, new("d"))]));
}
