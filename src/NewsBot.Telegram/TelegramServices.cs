using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Telegram.Receiving;
using NewsBot.Telegram.Talking;

namespace NewsBot.Telegram;

/// <summary>Adds Telegram, when there is a token for it.</summary>
public static class TelegramServices
{
    // Past this nobody knows whether a post arrived, so it is generous: a picture may have to be uploaded.
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(60);

    public static IServiceCollection AddTelegram(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Telegram");
        services.AddOptions<TelegramOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelegramOptions>, TelegramOptionsCheck>();
        if (string.IsNullOrEmpty(section["Token"])) return services;

        // The token stands in every address: no logger may see a request, and nothing is followed elsewhere.
        services.AddHttpClient(TelegramConnection.HttpName, client => client.Timeout = CallTimeout)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                ConnectTimeout = TimeSpan.FromSeconds(10),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                AllowAutoRedirect = false,
                UseCookies = false,
            });
        return services
            .AddSingleton<TelegramConnection>()
            .AddSingleton<SignedLines>()
            .AddSingleton<TelegramCards>()
            .AddSingleton<TelegramPictures>()
            .AddSingleton<TelegramSender>()
            .AddSingleton<TelegramEdits>()
            .AddSingleton<KnownChats>()
            .AddSingleton<PaidBudget>()
            .AddSingleton<TelegramPaces>()
            .AddSingleton<FloodWatch>()
            .AddSingleton<TelegramCaller>()
            .AddSingleton<TelegramMenu>()
            .AddSingleton<TelegramDesk>()
            .AddSingleton<IChannelDesk>(provider => provider.GetRequiredService<TelegramDesk>())
            .AddSingleton<IPlatform, TelegramPlatform>()
            .AddSingleton<IPlaces, TelegramPlaces>()
            .AddSingleton<Conversation>()
            .AddSingleton<TypedMessages>()
            .AddSingleton<PressedButtons>()
            .AddSingleton<InlineSearch>()
            .AddSingleton<Memberships>()
            .AddSingleton<InboxBell>()
            .AddSingleton<Polling>()
            .AddSingleton<Webhook>();
    }

    /// <summary>What listens to Telegram; a process that only answers one question goes without.</summary>
    public static IServiceCollection AddTelegramListener(this IServiceCollection services, IConfiguration configuration) =>
        string.IsNullOrEmpty(configuration["Telegram:Token"]) ? services : services.AddHostedService<Intake>().AddHostedService<Listener>();

    /// <summary>Where Telegram delivers updates; nothing unless Telegram:PublicUrl is set.</summary>
    public static void MapTelegram(this IEndpointRouteBuilder routes)
    {
        var options = routes.ServiceProvider.GetRequiredService<IOptions<TelegramOptions>>().Value;
        if (options.IsOn && options.PublicUrl.Length > 0) routes.ServiceProvider.GetRequiredService<Webhook>().Map(routes);
    }

    /// <summary>One line for `check`.</summary>
    public static string DescribeTelegram(this IServiceProvider services) => services.GetRequiredService<IOptions<TelegramOptions>>().Value switch
    {
        { IsOn: false } => "no token",
        { PublicUrl.Length: > 0 } options => $"a token, webhook at {options.PublicUrl}",
        _ => "a token, long polling",
    };
}
