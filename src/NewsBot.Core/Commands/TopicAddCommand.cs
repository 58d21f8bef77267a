using NewsBot.Core.Chat;
using NewsBot.Core.Topics;

namespace NewsBot.Core.Commands;

/// <summary>topic add: a new subject to follow.</summary>
internal sealed class TopicAddCommand(TopicBook topics) : ICommand
{
    private static readonly TopicOption Key = new("topic", new("its short name")) { IsRequired = true };
    private static readonly TextOption Rule = new("rule", TopicWords.RuleDescription) { IsRequired = true, TakesRest = true };

    private static readonly Phrase Taken = new("There is a topic '{0}' already; topic edit changes it.");
    private static readonly Phrase Reserved = new("'{0}' already means all topics; please choose another name.");
    private static readonly Phrase Done = new("Added the topic {0}.");

    public CommandSpec Spec { get; } = new("topic add", Role.Moderator, new("Add a topic"), Key, Rule, TopicWords.Breaking, TopicWords.Sensitive) { IsForEveryChannel = true };

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        var key = call.Ask(Key);
        if (key == SubscribeCommand.Everything) return Reply.Private(call.Say(Reserved, key));
        if (await topics.FindAsync(key, stop) is not null) return Reply.Private(call.Say(Taken, key));
        if (RuleText.Read(call.Ask(Rule), call.Language, out var complaint) is not { } rule) return Reply.Private(complaint!);
        var topic = new Topic(key, rule.Title ?? TopicWords.TitleOf(key), rule.Rule).Marked(call, rule);
        await topics.SaveAsync(topic, stop);
        return TopicWords.Saved(call, topic, call.Say(Done, topic.Title));
    }
}
