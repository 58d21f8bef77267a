using System.Globalization;
using Microsoft.Extensions.Options;
using NewsBot.Discord.Protocol;

namespace NewsBot.Discord;

internal sealed class DiscordOptionsCheck : IValidateOptions<DiscordOptions>
{
    public ValidateOptionsResult Validate(string? name, DiscordOptions options) =>
        Complaint(options) is { } complaint ? ValidateOptionsResult.Fail(complaint) : ValidateOptionsResult.Success;

    private static string? Complaint(DiscordOptions options)
    {
        if (!options.IsOn) return null;
        // Never with the token itself: the sentence goes into logs.
        if (options.Token.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('.' or '-' or '_'))) return "Discord:Token is not a token; copy it from the developer portal, Bot, Reset Token, without the word Bot.";
        if (!Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http")) return $"Discord:BaseUrl '{options.BaseUrl}' is not an address; leave it out for Discord's own.";
        if (options.PublicKey.Length > 0 && !SignatureKey.TryParse(options.PublicKey, out _, out var problem)) return $"Discord:PublicKey cannot be used. {problem}";
        if (options.DoubtfulPosts is not (DiscordOptions.Leave or DiscordOptions.Resend)) return $"Discord:DoubtfulPosts is {DiscordOptions.Leave} or {DiscordOptions.Resend}, not '{options.DoubtfulPosts}'.";
        if (options.PerSecond is < 1 or > 10_000) return "Discord:PerSecond is a number from 1 to 10000; Discord allows 50 calls a second unless it has agreed to more.";
        if (options.MostShards is < 1 or > 1000) return "Discord:MostShards is a number from 1 to 1000.";
        return options.Operators.Concat(options.Newsroom).FirstOrDefault(id => !ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _)) is { } wrong
            ? $"Discord:Operators and Discord:Newsroom hold numbers, and '{wrong}' is none; switch on developer mode in Discord, then copy ids from the context menu."
            : null;
    }
}
