namespace NewsBot.Telegram.Tests.Units;

public sealed class TelegramOptionsTests
{
    private const string Token = "123456789:AAbbCCddEEff_gg-hh";

    [Fact]
    public void No_token_is_fine() => Assert.Null(Complaint(new()));

    [Fact]
    public void A_token_is_enough() => Assert.Null(Complaint(new() { Token = Token }));

    [Theory]
    [InlineData("secret-without-a-colon")]
    [InlineData("bot:abc")]
    [InlineData("987654321:")]
    [InlineData("123456789:a b")]
    public void What_is_no_token_is_refused_without_repeating_it(string token)
    {
        var complaint = Complaint(new() { Token = token });
        Assert.Contains("@BotFather", complaint);
        Assert.DoesNotContain(token, complaint);
    }

    [Fact]
    public void Each_wrong_setting_is_named()
    {
        Assert.Contains("Telegram:BaseUrl", Complaint(new() { Token = Token, BaseUrl = "api.telegram.org" }));
        Assert.Contains("Telegram:PublicUrl", Complaint(new() { Token = Token, PublicUrl = "ftp://x" }));
        Assert.Contains("Telegram:DoubtfulPosts", Complaint(new() { Token = Token, DoubtfulPosts = "maybe" }));
        Assert.Contains("Telegram:InlineCache", Complaint(new() { Token = Token, InlineCache = TimeSpan.FromDays(2) }));
        Assert.Contains("'@ann'", Complaint(new() { Token = Token, Operators = { "@ann" } }));
        Assert.Contains("'x'", Complaint(new() { Token = Token, Newsroom = { "-100123", "x" } }));
    }

    private static string? Complaint(TelegramOptions options) => new TelegramOptionsCheck().Validate(null, options).FailureMessage;
}
