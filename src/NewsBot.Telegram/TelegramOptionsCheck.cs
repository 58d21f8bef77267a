using System.Globalization;
using Microsoft.Extensions.Options;

namespace NewsBot.Telegram;

internal sealed class TelegramOptionsCheck : IValidateOptions<TelegramOptions>
{
    public ValidateOptionsResult Validate(string? name, TelegramOptions options) =>
        Complaint(options) is { } complaint ? ValidateOptionsResult.Fail(complaint) : ValidateOptionsResult.Success;

    private static string? Complaint(TelegramOptions options)
    {
        if (!options.IsOn) return null;
        // Never with the token itself: the sentence goes into logs.
        if (!IsToken(options.Token)) return "Telegram:Token is not a token; it looks like 123456789:AA… and comes from @BotFather.";
        if (!IsAddress(options.BaseUrl, "http", "https")) return $"Telegram:BaseUrl '{options.BaseUrl}' is not an address; leave it out for Telegram's own.";
        if (options.PublicUrl.Length > 0 && !IsAddress(options.PublicUrl, "https", "http")) return $"Telegram:PublicUrl '{options.PublicUrl}' is not an address such as https://bot.example.org; leave it empty to do without.";
        if (options.DoubtfulPosts is not (TelegramOptions.Leave or TelegramOptions.Resend)) return $"Telegram:DoubtfulPosts is {TelegramOptions.Leave} or {TelegramOptions.Resend}, not '{options.DoubtfulPosts}'.";
        if (options.PerSecond is < 1 or > 10_000) return "Telegram:PerSecond is a number from 1 to 10000; Telegram allows 30 messages a second unless it has agreed to more.";
        if (options.InlineCache < TimeSpan.Zero || options.InlineCache > TimeSpan.FromDays(1)) return "Telegram:InlineCache is a time of at most a day, such as 00:01:00.";
        if (options.Operators.Concat(options.Newsroom).FirstOrDefault(id => !long.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)) is { } wrong)
            return $"Telegram:Operators and Telegram:Newsroom hold numbers, and '{wrong}' is none; type about to the bot on Telegram to see them.";
        return null;
    }

    private static bool IsToken(string token) =>
        token.Split(':') is [{ Length: > 0 and <= 16 } id, { Length: > 0 } secret] && id.All(char.IsAsciiDigit) && secret.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    private static bool IsAddress(string text, params ReadOnlySpan<string> schemes) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && schemes.Contains(address.Scheme) && address.Host.Length > 0 && address.UserInfo.Length == 0;
}
