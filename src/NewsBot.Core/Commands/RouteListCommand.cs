using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Topics;

namespace NewsBot.Core.Commands;

/// <summary>route list: which topic goes where, the ones that count first at the top.</summary>
internal sealed class RouteListCommand(TopicBook topics, RouteDesk desk) : ICommand
{
    private static readonly Phrase Title = new("Where topics go");
    private static readonly Phrase None = new("Everything comes to this channel itself. route add sends a topic to a thread of its own.");
    private static readonly Phrase Line = new("{0} goes to {1}");

    public CommandSpec Spec { get; } = new("route list", Role.Moderator, new("Which topic goes where"));

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        var channel = await desk.RoutedAsync(call.Channel, stop);
        if (channel.Settings.Routes is not { Count: > 0 } routes) return Reply.Private(call.Say(None));
        var titles = (await topics.AllAsync(stop)).ToDictionary(topic => topic.Key, topic => topic.Title);
        return new([new Card
        {
            Title = call.Say(Title),
            Body = Prose.Lines(routes.Select(route => (Prose)call.Say(Line, titles.GetValueOrDefault(route.Topic, route.Topic), ChannelRef.Parse(route.Place).Id))),
            Buttons = routes.Take(10).Select(route => Button.Type($"✕ {route.Topic}", $"route remove {route.Topic}")).ToArray(),
        }], IsPrivate: true);
    }
}
