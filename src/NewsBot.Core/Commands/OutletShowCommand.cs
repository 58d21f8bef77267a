using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>outlet show: which channels share one subscription with this one.</summary>
internal sealed class OutletShowCommand(IOutlets outlets) : ICommand
{
    private static readonly Phrase Title = new("Channels that share this subscription");
    private static readonly Phrase None = new("This channel shares its subscription with none. outlet new makes a code for another channel.");
    private static readonly Phrase Here = new("this one");

    public CommandSpec Spec { get; } = new("outlet show", Role.Moderator, new("Which channels share this subscription"));

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        var channels = await outlets.ChannelsAsync(call.Channel.Ref, stop);
        if (channels.Count == 0) return Reply.Private(call.Say(None));
        return new([new Card
        {
            Title = call.Say(Title),
            Body = Prose.Lines(channels.Select(channel => (Prose)(channel == call.Channel.Ref ? $"{channel} ({call.Say(Here)})" : channel.ToString()))),
            Buttons = [Button.Type("outlet leave", "outlet leave")],
        }], IsPrivate: true);
    }
}
