using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Topics;

namespace NewsBot.Core.Commands;

/// <summary>route add: the posts of a topic go to a forum topic or thread of the same chat or server. Of two routes the earlier counts.</summary>
internal sealed class RouteAddCommand(TopicBook topics, ISubscriptions subscriptions, RouteDesk desk) : ICommand
{
    private const int Most = 50;
    private const string Here = "here";

    private static readonly TopicOption Topic = new("topic", new("which topic")) { IsRequired = true, Suggestions = Suggestions.Topics };
    private static readonly TextOption Place = new("place", new("here, or a forum topic, thread or channel by its number, mention or link"), 200);

    private static readonly Phrase NotFollowed = new("This channel does not follow {0} yet, so nothing of it comes; subscribe first.");
    private static readonly Phrase NotInside = new(
        "Type this in the forum topic or thread itself, or name one of this chat or server: route add {0} <number, mention or link>.");
    private static readonly Phrase Itself = new("That is this channel itself; its posts come here anyway.");
    private static readonly Phrase Full = new("A channel can have at most {0} {0:route|routes}; remove one first.");
    private static readonly Phrase Done = new("From now on {0} goes to {1}.");

    public CommandSpec Spec { get; } = new("route add", Role.Moderator, new("Send a topic to its own thread"), Topic, Place);

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        var key = call.Ask(Topic);
        if (await topics.FindAsync(key, stop) is not { } topic) return await NoTopic.ReplyAsync(topics, key, near => $"route add {near}", call, stop);
        if (await EndsAsync(call, stop) is not var (from, to)) return Reply.Private(call.Say(NotInside, key));
        if (from == to) return Reply.Private(call.Say(Itself));
        var channel = await subscriptions.FindAsync(from, stop);
        if (!channel.FollowsEverything && !channel.Follows.Contains(key)) return Reply.Private(call.Say(NotFollowed, topic.Title), from == call.Channel.Ref ? [Button.Type($"subscribe {key}", $"subscribe {key}")] : []);
        Route[] others = [.. (channel.Settings.Routes ?? []).Where(route => route.Topic != key)];
        if (others.Length >= Most) return Reply.Private(call.Say(Full, Most));
        await SpeakAlikeAsync(channel, to, stop);
        await desk.SaveAsync(channel, [.. others, new(key, to.ToString())], stop);
        return Reply.Of(new Card { Body = call.Say(Done, topic.Title, to.Id), Buttons = [Button.Type("route list", "route list")] });
    }

    private async Task<(ChannelRef From, ChannelRef To)?> EndsAsync(Call call, CancellationToken stop)
    {
        var here = call.Channel.Ref;
        var places = desk.PlacesOf(here);
        var typed = call.Ask(Place, Here);
        if (typed.Equals(Here, StringComparison.OrdinalIgnoreCase)) return places?.WholeOf(here) is { } whole ? (whole, here) : null;
        return places is not null && await places.FindAsync(here, typed, stop) is { } place ? (here, place) : null;
    }

    // A place that nobody set speaks as the channel does; from then on its settings are its own.
    private async Task SpeakAlikeAsync(Channel channel, ChannelRef to, CancellationToken stop)
    {
        var place = await subscriptions.FindAsync(to, stop);
        if (place.Settings == new ChannelSettings()) await subscriptions.SaveAsync(place with { Settings = channel.Settings with { Routes = null, Notices = null, NoticesAreAll = false } }, stop);
    }
}
