using NewsBot.Core.Chat;
using NewsBot.Core.Topics;

namespace NewsBot.Core.Commands;

/// <summary>What the topic commands say alike.</summary>
internal static class TopicWords
{
    public static readonly Phrase RuleDescription = new(
        "words, \"phrases\"; all: … none: … tags: … sources: … title: …",
        "слова, \"фрази\"; all: … none: … tags: … sources: … title: …");

    private static readonly Phrase Rule = new("Rule", "Правило");
    private static readonly Phrase Try = new("Try it", "Випробувати");
    private static readonly Phrase Follow = new("Follow it here", "Читати тут");

    /// <summary>"grain-trade" → "Grain trade".</summary>
    public static string TitleOf(string key) => char.ToUpperInvariant(key[0]) + key[1..].Replace('-', ' ');

    public static Reply Saved(Call call, Topic topic, string sentence) => Reply.Of(new Card
    {
        Body = sentence,
        Fields = [new(call.Say(Rule), Prose.Of(RuleText.Write(topic.Rule), Mark.Code))],
        Buttons = call.Channel.Follows.Contains(topic.Key)
            ? [Button.Type(call.Say(Try), $"topic test {topic.Key}")]
            : [Button.Type(call.Say(Try), $"topic test {topic.Key}"), Button.Type(call.Say(Follow), $"subscribe {topic.Key}")],
    });
}
