using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Sources;
using NewsBot.Core.Topics;

namespace NewsBot.Core;

/// <summary>Adds the core: topics, commands, harvest and delivery. Sources, storage and platforms are added beside it.</summary>
public static class CoreServices
{
    public static IServiceCollection AddCore(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<SupportOptions>().Bind(configuration.GetSection("Support")).ValidateOnStart();
        services.AddOptions<TopicsOptions>().Bind(configuration.GetSection("Topics")).ValidateOnStart();
        services.AddOptions<CorrectionOptions>().Bind(configuration.GetSection("Delivery")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<CorrectionOptions>, CorrectionOptionsCheck>();
        services.AddSingleton<IValidateOptions<SupportOptions>, SupportOptionsCheck>();
        services.AddSingleton<IValidateOptions<TopicsOptions>, TopicsOptionsCheck>();
        services.AddSingleton<SupportLinks>();
        services.AddSingleton<TopicBook>();
        services.AddSingleton<SourceStates>();
        services.AddSingleton<Harvest>();
        services.AddSingleton<DeliveryBell>();
        services.AddSingleton<Appeals>();
        services.AddSingleton<Corrector>();
        services.AddSingleton<Pacer>();
        services.TryAddSingleton(new NodeName(Environment.MachineName));
        return services.AddCommands();
    }

    /// <summary>The loops that read sources and pay debts; a process that only answers (the `search` verb) goes without.</summary>
    public static IServiceCollection AddCoreLoops(this IServiceCollection services) =>
        services.AddHostedService<Harvester>().AddHostedService<Courier>();

    private static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddSingleton<ICommand, LatestCommand>()
        .AddSingleton<ICommand, SearchCommand>()
        .AddSingleton<ICommand, ReadCommand>()
        .AddSingleton<ICommand, SupportCommand>()
        .AddSingleton<ICommand, TopicsCommand>()
        .AddSingleton<ICommand, HelpCommand>()
        .AddSingleton<ICommand, AboutCommand>()
        .AddSingleton<ICommand, SubscribeCommand>()
        .AddSingleton<ICommand, UnsubscribeCommand>()
        .AddSingleton<ICommand, TopicAddCommand>()
        .AddSingleton<ICommand, TopicEditCommand>()
        .AddSingleton<ICommand, TopicRemoveCommand>()
        .AddSingleton<ICommand, TopicTestCommand>()
        .AddSingleton<ICommand, SettingsCommand>()
        .AddSingleton<ICommand, ManageCommand>()
        .AddSingleton<ICommand, PauseCommand>()
        .AddSingleton<ICommand, ResumeCommand>()
        .AddSingleton<ArticleFinder>()
        .AddSingleton<ICommand, WithdrawCommand>()
        .AddSingleton<ICommand, StatusCommand>()
        .AddSingleton<ICommand, SourceListCommand>()
        .AddSingleton<ICommand, ReloadCommand>()
        .AddSingleton<CommandCompletion>()
        .AddSingleton<ICommandBook, CommandBook>();
}
