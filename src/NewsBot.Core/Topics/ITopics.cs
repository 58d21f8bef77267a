namespace NewsBot.Core.Topics;

/// <summary>
/// The stored topics: those of the settings file, and those that moderators changed in chat. What was changed in chat wins
/// and stays, also when it removed a topic of the settings file.
/// </summary>
public interface ITopics
{
    /// <summary>The topics in force, by key.</summary>
    Task<IReadOnlyList<Topic>> AllAsync(CancellationToken stop);

    /// <summary>
    /// Makes the settings file's topics known at start. Topics changed or removed in chat are left alone; those that came from an
    /// earlier settings file and are no longer in it disappear.
    /// </summary>
    /// <returns>The topics that are new or whose rule differs from what was stored.</returns>
    Task<IReadOnlyList<Topic>> ConfigureAsync(IReadOnlyList<Topic> topics, CancellationToken stop);

    /// <summary>Adds or changes a topic from chat.</summary>
    Task SaveAsync(Topic topic, CancellationToken stop);

    /// <summary>Removes a topic from chat; channels stop following it, articles stop belonging to it.</summary>
    /// <returns>False when there was none.</returns>
    Task<bool> RemoveAsync(string key, CancellationToken stop);

    /// <summary>Says which of the newest articles belong to a topic, after its rule changed.</summary>
    Task AssignAsync(string key, IReadOnlyList<Articles.ArticleId> articles, CancellationToken stop);
}
