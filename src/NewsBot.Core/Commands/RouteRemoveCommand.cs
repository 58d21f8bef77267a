using NewsBot.Core.Chat;

namespace NewsBot.Core.Commands;

/// <summary>route remove: a topic comes to the channel itself again.</summary>
internal sealed class RouteRemoveCommand(RouteDesk desk) : ICommand
{
    private static readonly TopicOption Topic = new("topic", new("which topic")) { IsRequired = true, Suggestions = Suggestions.Topics };

    private static readonly Phrase Done = new("{0} comes to the channel itself again.");
    private static readonly Phrase None = new("{0} goes nowhere of its own; route list shows what does.");

    public CommandSpec Spec { get; } = new("route remove", Role.Moderator, new("Have a topic come to the channel itself again"), Topic);

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        var key = call.Ask(Topic);
        var channel = await desk.RoutedAsync(call.Channel, stop);
        if (channel.Settings.Routes?.Any(route => route.Topic == key) != true) return Reply.Private(call.Say(None, key));
        await desk.SaveAsync(channel, [.. channel.Settings.Routes.Where(route => route.Topic != key)], stop);
        return Reply.Of(call.Say(Done, key));
    }
}
