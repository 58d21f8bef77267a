using NewsBot.Core.Chat;
using NewsBot.Core.Topics;

namespace NewsBot.Core.Commands;

/// <summary>What the topic commands say alike.</summary>
internal static class TopicWords
{
    public static readonly Phrase RuleDescription = new("words, \"phrases\", a near/5 b, headline:a, /a.c/; all: … none: … tags: … sources: … title: …");

    /// <summary>Both can stand before the rule, or in it as its other labels do.</summary>
    public static readonly ChoiceOption Breaking = new("breaking", new("on: its articles wait for no quiet hours or digest"), "on", "off") { IsNamedOnly = true };

    public static readonly ChoiceOption Sensitive = new("sensitive", new("on: no appeal for support under its articles"), "on", "off") { IsNamedOnly = true };

    private static readonly Phrase IsBreaking = new("breaking");
    private static readonly Phrase IsSensitive = new("sensitive");
    private static readonly Phrase Marks = new("Marked");
    private static readonly Phrase Rule = new("Rule");
    private static readonly Phrase Try = new("Try it");
    private static readonly Phrase Follow = new("Follow it here");

    /// <summary>"grain-trade" → "Grain trade".</summary>
    public static string TitleOf(string key) => char.ToUpperInvariant(key[0]) + key[1..].Replace('-', ' ');

    /// <summary>The marks as the options and the rule's text say; unsaid ones stay.</summary>
    public static Topic Marked(this Topic topic, Call call, RuleText rule) => topic with
    {
        IsBreaking = rule.IsBreaking ?? (call.Has(Breaking) ? call.Ask(Breaking) == "on" : topic.IsBreaking),
        IsSensitive = rule.IsSensitive ?? (call.Has(Sensitive) ? call.Ask(Sensitive) == "on" : topic.IsSensitive),
    };

    /// <summary>Empty when it has none.</summary>
    public static string MarksOf(Call call, Topic topic) =>
        string.Join(", ", new[] { topic.IsBreaking ? call.Say(IsBreaking) : null, topic.IsSensitive ? call.Say(IsSensitive) : null }.OfType<string>());

    private static Field RuleOf(Call call, Topic topic) => new(call.Say(Rule), Prose.Of(RuleText.Write(topic.Rule), Mark.Code));

    public static Reply Saved(Call call, Topic topic, string sentence) => Reply.Of(new Card
    {
        Body = sentence,
        Fields = MarksOf(call, topic) is { Length: > 0 } marks ? [RuleOf(call, topic), new(call.Say(Marks), marks)] : [RuleOf(call, topic)],
        Buttons = call.Channel.Follows.Contains(topic.Key)
            ? [Button.Type(call.Say(Try), $"topic test {topic.Key}")]
            : [Button.Type(call.Say(Try), $"topic test {topic.Key}"), Button.Type(call.Say(Follow), $"subscribe {topic.Key}")],
    });
}
