using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Core.Commands.Settings;
using NewsBot.Core.Delivery;
using NewsBot.Core.Notices;
using NewsBot.Core.Sources;
using NewsBot.Core.Topics;
using NewsBot.Core.Writing;

namespace NewsBot.Core;

/// <summary>Adds the core: topics, commands, harvest and delivery. Sources, storage and platforms are added beside it.</summary>
public static class CoreServices
{
    public static IServiceCollection AddCore(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<SupportOptions>().Bind(configuration.GetSection("Support")).ValidateOnStart();
        services.AddOptions<TopicsOptions>().Bind(configuration.GetSection("Topics")).ValidateOnStart();
        services.AddOptions<FloodOptions>().Bind(configuration.GetSection("Delivery")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<FloodOptions>, FloodOptionsCheck>();
        services.AddOptions<CorrectionOptions>().Bind(configuration.GetSection("Delivery")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<CorrectionOptions>, CorrectionOptionsCheck>();
        services.AddSingleton<IValidateOptions<SupportOptions>, SupportOptionsCheck>();
        services.AddSingleton<IValidateOptions<TopicsOptions>, TopicsOptionsCheck>();
        services.AddOptions<WritingOptions>().Bind(configuration.GetSection(WritingOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WritingOptions>, WritingOptionsCheck>();
        services.TryAddSingleton<IWriter, NoWriter>();
        services.AddSingleton<Faithfulness>().AddSingleton<WrittenBook>().AddSingleton<Dresser>();
        services.AddSingleton<SupportLinks>();
        services.AddSingleton<TopicBook>();
        services.AddSingleton<SourceStates>();
        services.AddSingleton<Oddities>();
        services.AddSingleton<Harvest>();
        services.AddSingleton<DeliveryBell>();
        services.AddSingleton<Appeals>().AddSingleton<CardDrawer>();
        services.AddSingleton<LanePlanner>().AddSingleton<Outlooks>();
        services.AddSingleton<Corrector>();
        services.AddSingleton<Pacer>();
        services.AddSingleton<Spells>().AddSingleton<INoticeBoard, NoticeBoard>();
        services.AddSingleton<INoticeCheck, FailingSources>().AddSingleton<INoticeCheck, PausedChannels>().AddSingleton<INoticeCheck, SilentTopics>();
        services.TryAddSingleton(new NodeName(Environment.MachineName));
        return services.AddCommands().AddSettings();
    }

    /// <summary>The loops that read sources and pay debts; a process that only answers (the `search` verb) goes without.</summary>
    public static IServiceCollection AddCoreLoops(this IServiceCollection services) =>
        services.AddHostedService<Harvester>().AddHostedService<Courier>().AddHostedService<LedgerKeeper>().AddHostedService<NoticeWatch>();

    private static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddSingleton<ICommand, LatestCommand>()
        .AddSingleton<ICommand, SearchCommand>()
        .AddSingleton<ICommand, OnThisDayCommand>()
        .AddSingleton<ICommand, ReadCommand>()
        .AddSingleton<ICommand, RelatedCommand>()
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
        .AddSingleton<ICommand, DigestPreviewCommand>()
        .AddSingleton<RouteDesk>()
        .AddSingleton<ICommand, RouteAddCommand>()
        .AddSingleton<ICommand, RouteListCommand>()
        .AddSingleton<ICommand, RouteRemoveCommand>()
        .AddSingleton<ICommand, OutletNewCommand>()
        .AddSingleton<ICommand, OutletJoinCommand>()
        .AddSingleton<ICommand, OutletLeaveCommand>()
        .AddSingleton<ICommand, OutletShowCommand>()
        .AddSingleton<ICommand, ManageCommand>()
        .AddSingleton<ICommand, PauseCommand>()
        .AddSingleton<ICommand, ResumeCommand>()
        .AddSingleton<ArticleFinder>()
        .AddSingleton<ICommand, WithdrawCommand>()
        .AddSingleton<OutlookWords>().AddSingleton<StoryTeller>().AddSingleton<Verdicts>()
        .AddSingleton<ICommand, WhyCommand>()
        .AddSingleton<ICommand, OwedCommand>()
        .AddSingleton<ICommand, SplitCommand>()
        .AddSingleton<ICommand, StatusCommand>()
        .AddSingleton<ICommand, SourceListCommand>()
        .AddSingleton<ICommand, SourceAddCommand>()
        .AddSingleton<ICommand, SourcePauseCommand>()
        .AddSingleton<ICommand, SourceResumeCommand>()
        .AddSingleton<ICommand, SourceRemoveCommand>()
        .AddSingleton<ICommand, SourceSetCommand>()
        .AddSingleton<ICommand, SourceDoctorCommand>()
        .AddSingleton<NamedSource>()
        .AddSingleton<SourcePreviews>()
        .AddSingleton<ICommand, ReloadCommand>()
        .AddSingleton<CommandCompletion>()
        .AddSingleton<ICommandBook, CommandBook>();

    // In the order in which they are shown.
    private static IServiceCollection AddSettings(this IServiceCollection services) => services
        .AddSingleton<ISetting, LanguageSetting>()
        .AddSingleton<ISetting, ZoneSetting>()
        .AddSingleton<ISetting, StyleSetting>()
        .AddSingleton<ISetting, ImagesSetting>()
        .AddSingleton<ISetting, SilentSetting>()
        .AddSingleton<ISetting, QuietSetting>()
        .AddSingleton<ISetting, DigestSetting>()
        .AddSingleton<ISetting, BreakingSetting>()
        .AddSingleton<ISetting, MostSetting>()
        .AddSingleton<ISetting, StoriesSetting>()
        .AddSingleton<ISetting, NoticesSetting>()
        .AddSingleton<ISetting, SupportSetting>()
        .AddSingleton<ISetting, PaidSetting>()
        .AddSingleton<ISetting, LookSetting>()
        .AddSingleton<ISetting, PublishSetting>()
        .AddSingleton<ISetting, ModeratorsSetting>()
        .AddSingleton<ISetting, PingSetting>();
}
