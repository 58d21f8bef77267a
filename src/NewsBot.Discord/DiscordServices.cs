using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace NewsBot.Discord;

/// <summary>Adds Discord. So far it only guards its settings: a token that nothing would use is refused, not ignored.</summary>
public static class DiscordServices
{
    public static IServiceCollection AddDiscord(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DiscordOptions>().Bind(configuration.GetSection("Discord")).ValidateOnStart();
        return services.AddSingleton<IValidateOptions<DiscordOptions>, DiscordOptionsCheck>();
    }
}

/// <summary>Section "Discord" of the settings.</summary>
public sealed class DiscordOptions
{
    /// <summary>The bot's token; empty while Discord is not used.</summary>
    public string Token { get; set; } = "";
}

internal sealed class DiscordOptionsCheck : IValidateOptions<DiscordOptions>
{
    public ValidateOptionsResult Validate(string? name, DiscordOptions options) => options.Token.Length == 0
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail("Discord:Token is set, but this version of NewsBot does not speak Discord yet; leave it empty to start.");
}
