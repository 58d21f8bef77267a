using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Topics;

namespace NewsBot.Core.Commands;

/// <summary>topic remove: asks once, since every channel that follows the topic stops getting it.</summary>
internal sealed class TopicRemoveCommand(TopicBook topics, ISubscriptions subscriptions) : ICommand
{
    private static readonly TopicOption Key = new("topic", new("which topic")) { IsRequired = true, Suggestions = Suggestions.Topics };
    private static readonly ChoiceOption Sure = new("sure", new("yes, to remove it without asking"), "yes") { IsNamedOnly = true };

    private static readonly Phrase Question = new("Remove the topic {0}? Channels that follow it: {1}.");
    private static readonly Phrase Remove = new("Remove it");
    private static readonly Phrase Done = new("Removed the topic {0}. To have it back: topic add {1} {2}");

    public CommandSpec Spec { get; } = new("topic remove", Role.Moderator, new("Remove a topic"), Key, Sure) { IsForEveryChannel = true };

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        var key = call.Ask(Key);
        if (await topics.FindAsync(key, stop) is not { } topic) return await NoTopic.ReplyAsync(topics, key, near => $"topic remove {near}", call, stop);
        if (!call.Has(Sure))
        {
            var followers = (await subscriptions.AllAsync(stop)).Count(channel => channel.Follows.Contains(key));
            return Reply.Private(call.Say(Question, topic.Title, followers), Button.Type(call.Say(Remove), $"topic remove {key} sure:yes"));
        }
        await topics.RemoveAsync(key, stop);
        return Reply.Of(call.Say(Done, topic.Title, key, RuleText.Write(topic.Rule)));
    }
}
