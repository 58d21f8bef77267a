using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Discord.Protocol;
using NewsBot.Discord.Talking;

namespace NewsBot.Discord;

/// <summary>Adds Discord, when there is a token for it.</summary>
public static class DiscordServices
{
    public static IServiceCollection AddDiscord(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Discord");
        services.AddOptions<DiscordOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DiscordOptions>, DiscordOptionsCheck>();
        if (string.IsNullOrEmpty(section["Token"])) return services;
        return services
            .AddDiscordProtocol()
            .AddSingleton(provider => Rest(Options(provider)))
            .AddSingleton(provider => GatewayOf(Options(provider)))
            .AddSingleton<ISessionStore, DiscordSessions>()
            .AddSingleton<DiscordConnection>()
            .AddSingleton<DiscordMenu>()
            .AddSingleton<DiscordCaller>()
            .AddSingleton<DiscordPictures>()
            .AddSingleton<DiscordEdits>()
            .AddSingleton<ChannelKinds>()
            .AddSingleton<Announcements>()
            .AddSingleton<Targets>()
            .AddSingleton<Interactions>()
            .AddSingleton<Servers>()
            .AddSingleton<IPlaces, DiscordPlaces>()
            .AddSingleton<IPlatform, DiscordPlatform>();
    }

    /// <summary>What listens to Discord; a process that only answers one question goes without.</summary>
    public static IServiceCollection AddDiscordListener(this IServiceCollection services, IConfiguration configuration) =>
        string.IsNullOrEmpty(configuration["Discord:Token"]) ? services : services.AddHostedService<Listener>();

    /// <summary>Where Discord posts interactions; nothing unless Discord:PublicKey and Discord:PublicUrl are set.</summary>
    public static void MapDiscord(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var options = Options(services);
        if (!options.IsOn || !options.IsPosted || !SignatureKey.TryParse(options.PublicKey, out var key, out _)) return;
        routes.MapDiscordInteractions(new(key!, services.GetRequiredService<Interactions>().RespondAsync, services.GetRequiredService<TimeProvider>()));
    }

    /// <summary>Lines for `check`: how Discord is reached, and the address that adds the bot to a server.</summary>
    public static IEnumerable<string> DescribeDiscord(this IServiceProvider services)
    {
        var options = Options(services);
        if (!options.IsOn)
        {
            yield return "no token";
            yield break;
        }
        yield return options.IsPosted ? $"a token, interactions posted to {options.PublicUrl}/discord/interactions" : "a token, gateway";
        if (ApplicationOf(options.Token) is { } application) yield return $"add it to a server: {DiscordConnection.Invite(application)}";
    }

    // A token's first part is its application's id in base64.
    private static string? ApplicationOf(string token)
    {
        try
        {
            var id = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[0]));
            return Snowflake.TryParse(id, out _) ? id : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static DiscordOptions Options(IServiceProvider services) => services.GetRequiredService<IOptions<DiscordOptions>>().Value;

    private static RestSettings Rest(DiscordOptions options) => new() { Token = new(options.Token), BaseUrl = new(options.BaseUrl.TrimEnd('/') + "/"), GlobalPerSecond = Math.Max(1, options.PerSecond * 49 / 50) };

    private static GatewaySettings GatewayOf(DiscordOptions options) => new() { Token = new(options.Token), Compress = options.Compress, MostShards = options.MostShards };
}
