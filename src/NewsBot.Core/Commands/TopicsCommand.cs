using NewsBot.Core.Chat;
using NewsBot.Core.Topics;

namespace NewsBot.Core.Commands;

/// <summary>topics: what there is to follow.</summary>
internal sealed class TopicsCommand(TopicBook topics) : ICommand
{
    private const int MostButtons = 10;

    private static readonly Phrase Title = new("Topics");
    private static readonly Phrase None = new("There are no topics yet. A moderator can add one with topic add.");
    private static readonly Phrase Followed = new("followed here");
    private static readonly Phrase Everything = new("This channel follows everything.");

    public CommandSpec Spec { get; } = new("topics", Role.Reader, new("What there is to follow"));

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        var all = await topics.AllAsync(stop);
        if (all.Count == 0) return Reply.Private(call.Say(None));
        var lines = Prose.Lines(all.Select(topic => Line(call, topic)));
        return Reply.Of(new Card
        {
            Title = call.Say(Title),
            Body = call.Channel.FollowsEverything ? lines.Then("\n\n").Then(call.Say(Everything), Mark.Emphasis) : lines,
            Buttons = all.Take(MostButtons).Select(topic => Button.Type(topic.Title, $"latest {topic.Key}")).ToArray(),
        });
    }

    private static Prose Line(Call call, Topic topic)
    {
        var line = Prose.Of(topic.Title, Mark.Strong).Then($" ({topic.Key})");
        if (TopicWords.MarksOf(call, topic) is { Length: > 0 } marks) line = line.Then($", {marks}");
        return call.Channel.Follows.Contains(topic.Key) ? line.Then($" — {call.Say(Followed)}") : line;
    }
}
