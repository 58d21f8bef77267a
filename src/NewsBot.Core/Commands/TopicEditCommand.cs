using NewsBot.Core.Chat;
using NewsBot.Core.Topics;

namespace NewsBot.Core.Commands;

/// <summary>topic edit: another rule or title for a topic, or other marks; without a rule it shows the one in force.</summary>
internal sealed class TopicEditCommand(TopicBook topics) : ICommand
{
    private static readonly TopicOption Key = new("topic", new("which topic")) { IsRequired = true, Suggestions = Suggestions.Topics };
    private static readonly TextOption Rule = new("rule", TopicWords.RuleDescription) { TakesRest = true };

    private static readonly Phrase Done = new("Changed the topic {0}.");
    private static readonly Phrase Now = new("The rule now. To change it, send topic edit {0} and the new rule.");

    public CommandSpec Spec { get; } = new("topic edit", Role.Moderator, new("Show or change a topic's rule"), Key, Rule, TopicWords.Breaking, TopicWords.Sensitive) { IsForEveryChannel = true };

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        var key = call.Ask(Key);
        if (await topics.FindAsync(key, stop) is not { } topic) return await NoTopic.ReplyAsync(topics, key, near => $"topic edit {near}", call, stop);
        if (!call.Has(Rule) && !call.Has(TopicWords.Breaking) && !call.Has(TopicWords.Sensitive)) return TopicWords.Saved(call, topic, call.Say(Now, key)) with { IsPrivate = true };
        string? complaint = null;
        var rule = call.Has(Rule) ? RuleText.Read(call.Ask(Rule), call.Language, out complaint, topic.Rule) : new(topic.Rule, null);
        if (rule is null) return Reply.Private(complaint!);
        var changed = (topic with { Title = rule.Title ?? topic.Title, Rule = rule.Rule }).Marked(call, rule);
        await topics.SaveAsync(changed, stop);
        return TopicWords.Saved(call, changed, call.Say(Done, changed.Title));
    }
}
