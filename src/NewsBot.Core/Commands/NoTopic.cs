using NewsBot.Core.Chat;
using NewsBot.Core.Topics;

namespace NewsBot.Core.Commands;

/// <summary>What every command answers when there is no topic of that name.</summary>
internal static class NoTopic
{
    private static readonly Phrase Unknown = new("There is no topic '{0}'.");
    private static readonly Phrase DidYouMean = new(" Did you mean '{0}'?");
    private static readonly Phrase SeeTopics = new(" Type topics to see them all.");

    /// <param name="line">The command line with a better topic in it, for a button.</param>
    public static async Task<Reply> ReplyAsync(TopicBook topics, string key, Func<string, string> line, Call call, CancellationToken stop)
    {
        var all = await topics.AllAsync(stop);
        var near = Nearest.To(key, all.Select(topic => topic.Key))
            ?? all.FirstOrDefault(topic => topic.Title.Equals(key, StringComparison.OrdinalIgnoreCase))?.Key;
        return near is null
            ? Reply.Private(call.Say(Unknown, key) + call.Say(SeeTopics), Button.Type("topics", "topics"))
            : Reply.Private(call.Say(Unknown, key) + call.Say(DidYouMean, near), Button.Type(near, line(near)));
    }
}
