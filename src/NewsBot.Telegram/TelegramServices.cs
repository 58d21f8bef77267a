using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace NewsBot.Telegram;

/// <summary>Adds Telegram. So far it only guards its settings: a token that nothing would use is refused, not ignored.</summary>
public static class TelegramServices
{
    public static IServiceCollection AddTelegram(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TelegramOptions>().Bind(configuration.GetSection("Telegram")).ValidateOnStart();
        return services.AddSingleton<IValidateOptions<TelegramOptions>, TelegramOptionsCheck>();
    }
}

/// <summary>Section "Telegram" of the settings.</summary>
public sealed class TelegramOptions
{
    /// <summary>The bot's token; empty while Telegram is not used.</summary>
    public string Token { get; set; } = "";
}

internal sealed class TelegramOptionsCheck : IValidateOptions<TelegramOptions>
{
    public ValidateOptionsResult Validate(string? name, TelegramOptions options) => options.Token.Length == 0
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail("Telegram:Token is set, but this version of NewsBot does not speak Telegram yet; leave it empty to start.");
}
