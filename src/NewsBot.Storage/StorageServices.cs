using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Sources;
using NewsBot.Core.Stories;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Topics;
using NewsBot.Storage.Engines;
using NewsBot.Storage.Search;
using NewsBot.Storage.Tables;

namespace NewsBot.Storage;

public static class StorageServices
{
    /// <summary>
    /// Adds the database and the ports that live in it. <see cref="IDatabase.OpenAsync"/> has to be called before any port is used.
    /// Wrong settings end in an <see cref="OptionsValidationException"/> of one sentence.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsCheck>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new Database(
            EngineOf(provider.GetRequiredService<IOptions<StorageOptions>>().Value, provider.GetRequiredService<IHostEnvironment>()),
            provider.GetRequiredService<TimeProvider>()));
        return services
            .AddSingleton<IDatabase>(provider => provider.GetRequiredService<Database>())
            .AddSingleton<IArchive, Archive>()
            .AddHostedService<IndexBuild>()
            .AddSingleton<IHarvestStore, HarvestStore>()
            .AddSingleton<IWebSources, WebSourceTable>()
            .AddSingleton<IPolls, PollTable>()
            .AddSingleton<ITopics, TopicTable>()
            .AddSingleton<ISubscriptions, ChannelTable>()
            .AddSingleton<IOutlets, OutletTable>()
            .AddSingleton<IOutbox, OutboxTable>()
            .AddSingleton<ILanes, LaneTable>()
            .AddSingleton<IAttemptLedger, AttemptTable>()
            .AddSingleton<IBundles, BundleTable>()
            .AddSingleton<IPostedArticles, PostedArticles>()
            .AddSingleton<IStories, Stories>()
            .AddSingleton<IDeliveryBook, DeliveryBook>()
            .AddSingleton<IRoomBook, RoomTable>()
            .AddSingleton<ILineBook, LineTable>()
            .AddSingleton<IInbox, InboxTable>()
            .AddSingleton<INotebook, NoteTable>()
            .AddSingleton<IHubSubscriptions, HubTable>();
    }

    private static IEngine EngineOf(StorageOptions options, IHostEnvironment environment) => string.IsNullOrWhiteSpace(options.ConnectionString)
        ? new SqliteEngine(Path.GetFullPath(options.Path, environment.ContentRootPath))
        : new PostgresEngine(options.ConnectionString);
}
