using CsCheck;

namespace NewsBot.Telegram.Tests.Units;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("Ask @everyone now", "Ask @\u2060everyone now")]
    [InlineData("/stop the press", "/\u2060stop the press")]
    [InlineData("a /help b", "a /\u2060help b")]
    [InlineData("mail me@example.org, and/or https://example.org/a", "mail me@example.org, and/or https://example.org/a")]
    [InlineData("1 @ 2 / 3", "1 @ 2 / 3")]
    [InlineData("gpj.exe\u202Egpj", "gpj.exegpj")]
    [InlineData("one\ntwo\u0000\u001b[2J", "one\ntwo[2J")]
    [InlineData("👩‍👩‍👧 ‌", "👩‍👩‍👧 ‌")]
    public void Nothing_becomes_a_link_or_turns_round_by_itself(string text, string safe) => Assert.Equal(safe, SafeText.Of(text));

    [Fact]
    public void How_a_command_is_typed_stays_as_it_is() => Assert.Equal("/latest @bot", SafeText.Of("/latest @bot", isOurs: true));

    [Fact]
    public void Plain_text_is_not_copied()
    {
        const string Text = "Harbour ferry returns after two years";
        Assert.Same(Text, SafeText.Of(Text));
    }

    [Fact]
    public void It_is_done_after_one_time() => Gen.String.Sample(text => SafeText.Of(SafeText.Of(text)) == SafeText.Of(text));
}
