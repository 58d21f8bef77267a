using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsBot.Core.Topics;
using NewsBot.Storage;

namespace NewsBot;

/// <summary>What must be done before anything else starts: open the database, take over the configured topics.</summary>
internal sealed class Opening(IDatabase database, TopicBook topics, IOptions<TopicsOptions> configured) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await database.OpenAsync(cancellationToken);
        await topics.ConfigureAsync(configured.Value.ToTopics(), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
