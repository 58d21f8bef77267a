using CsCheck;

namespace NewsBot.Discord.Tests.Units;

public sealed class DiscordTextTests
{
    [Theory]
    [InlineData("**bold** _it_", "\\*\\*bold\\*\\* \\_it\\_")]
    [InlineData("# not a heading", "\\# not a heading")]
    [InlineData("- not a list\n+ nor this\n12. nor that", "\\- not a list\n\\+ nor this\n12\\. nor that")]
    [InlineData("well-known, 3.5 and 2024", "well-known, 3.5 and 2024")]
    [InlineData("@everyone <@1> <t:0> :smile:", "\\@everyone \\<\\@1\\> \\<t\\:0\\> \\:smile\\:")]
    [InlineData("[bank](https://evil)", "\\[bank\\](https\\://evil)")]
    [InlineData("gpj.exe\u202Egpj\u0007", "gpj.exegpj")]
    public void Nothing_in_a_text_is_a_mark(string text, string safe) => Assert.Equal(safe, DiscordText.Of(text));

    [Fact]
    public void Every_sign_that_could_begin_a_mark_stands_behind_a_backslash() => Gen.String.Sample(text =>
    {
        var safe = DiscordText.Of(text);
        for (var i = 0; i < safe.Length; i++)
        {
            if (safe[i] == '\\') i++;
            else if ("*_~`|[]<>:@#".Contains(safe[i], StringComparison.Ordinal)) return false;
        }
        return true;
    });
}
