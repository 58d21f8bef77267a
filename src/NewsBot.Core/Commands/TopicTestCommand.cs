using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Topics;

namespace NewsBot.Core.Commands;

/// <summary>topic test: which of the newest articles a rule would have matched, and why. Changes nothing.</summary>
internal sealed class TopicTestCommand(TopicBook topics, IArchive archive, TimeProvider clock) : ICommand
{
    private const int Tested = 200;
    private const int Shown = 8;

    private static readonly TextOption Rule = new("rule", new("a topic, or a rule to try")) { IsRequired = true, TakesRest = true, Suggestions = Suggestions.Topics };

    private static readonly Phrase Title = new("{0} of the last {1} {1:article|articles} {0:matches|match}");
    private static readonly Phrase None = new("None of the last {0} {0:article|articles} matches this rule.");
    private static readonly Phrase Better = new("These words would have caught more: {0}.");
    private static readonly Phrase Because = new("because of: {0}");

    public CommandSpec Spec { get; } = new("topic test", Role.Moderator, new("Try a rule on the last 200 articles"), Rule);

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        var text = call.Ask(Rule).Trim();
        var topic = await topics.FindAsync(text.ToLowerInvariant(), stop);
        if (topic is null)
        {
            if (RuleText.Read(text, call.Language, out var complaint) is not { } rule) return Reply.Private(complaint!);
            topic = new("test", text, rule.Rule);
        }
        var articles = await archive.LatestAsync(new(Take: Tested), stop);
        var matcher = new TopicMatcher([topic]);
        var matching = articles.Where(article => matcher.Match(article.Content, article.Source).Count > 0).ToArray();
        var better = TopicSuggestions.Of(topic.Rule, matching, [.. articles.Except(matching)]);
        var hint = better.Count == 0 ? "" : call.Say(Better, string.Join(", ", better.Select(it => $"{it.Word} ({CardFitter.Cut(it.Missed.Title, 40)})")));
        if (matching.Length == 0) return Reply.Private($"{call.Say(None, articles.Count)} {hint}".TrimEnd());
        var items = matching.Take(Shown).Select(article => (article, (Prose)call.Say(Because, Reasons(call, topic, article)))).ToArray();
        var card = ArticleList.Of(call.Say(Title, matching.Length, articles.Count), items, 1, call.Channel.Settings, clock.GetUtcNow(), null);
        return new([card with { Footer = $"{RuleText.Write(topic.Rule)}{(hint.Length > 0 ? "\n" : "")}{hint}" }], IsPrivate: true);
    }

    private static string Reasons(Call call, Topic topic, Article article) =>
        Ages.List(TopicMatcher.Reasons(topic, article.Content, article.Source), call.Language);
}
