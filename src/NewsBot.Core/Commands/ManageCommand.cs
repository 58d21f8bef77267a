using NewsBot.Core.Chat;

namespace NewsBot.Core.Commands;

/// <summary>manage [channel]: configure a channel from a private chat.</summary>
internal sealed class ManageCommand(IEnumerable<IChannelDesk> desks) : ICommand
{
    public const string Here = "here";

    private static readonly TextOption Channel = new("channel", new("@channel, or here to end"), 100);

    private static readonly Phrase Nowhere = new("Here every channel is configured by typing in it.");
    private static readonly Phrase Which = new("Write manage @channel, or forward a post of the channel to me; you must be one of its administrators.");
    private static readonly Phrase Opened = new("What you type here is about {0} now.");
    private static readonly Phrase Closed = new("What you type here is about this chat again.");
    private static readonly Phrase End = new("Done");

    public CommandSpec Spec { get; } = new("manage", Role.Reader, new("Configure a channel from here"), Channel);

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        if (desks.FirstOrDefault(desk => desk.Platform == call.Caller.Channel.Platform) is not { } desk) return Reply.Private(call.Say(Nowhere));
        var name = call.Ask(Channel, "");
        if (name.Length == 0) return await ShowAsync(desk, call, stop);
        if (name.Equals(Here, StringComparison.OrdinalIgnoreCase))
        {
            await desk.CloseAsync(call.Caller, stop);
            return Reply.Private(call.Say(Closed));
        }
        var answer = await desk.OpenAsync(call, name, stop);
        return answer.Title is { } title ? Open(call, title) : Reply.Private(answer.Complaint ?? call.Say(Which));
    }

    private static async Task<Reply> ShowAsync(IChannelDesk desk, Call call, CancellationToken stop) =>
        await desk.OpenedAsync(call.Caller, stop) is { } title ? Open(call, title) : Reply.Private(call.Say(Which));

    private static Reply Open(Call call, string title) => Reply.Private(call.Say(Opened, title),
        Button.Type("subscribe", "subscribe"), Button.Type("unsubscribe", "unsubscribe"), Button.Type("settings", "settings"), Button.Type(call.Say(End), $"manage {Here}"));
}
