using Humanizer;
using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>resume: posts go on, what waited first.</summary>
internal sealed class ResumeCommand(ISubscriptions subscriptions, IOutbox outbox, DeliveryBell bell) : ICommand
{
    private static readonly Phrase Done = new("Going on. Nothing waited.", "Продовжуємо. Нічого не чекало.");
    private static readonly Phrase DoneWith = new("Going on. {0} waited and come now.", "Продовжуємо. Чекали й зараз надійдуть: {0}.");
    private static readonly Phrase NotPaused = new("This channel is not paused.", "Цей канал не призупинено.");

    public CommandSpec Spec { get; } = new("resume", Role.Moderator, new("Go on posting here", "Знову публікувати тут"));

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        if (call.Channel.PausedAt is null) return Reply.Private(call.Say(NotPaused));
        await subscriptions.SaveAsync(call.Channel with { PausedAt = null, PausedWhy = null }, stop);
        bell.Ring();
        var waiting = await outbox.OwedAsync(call.Channel.Ref, stop);
        return Reply.Of(waiting == 0 ? call.Say(Done) : call.Say(DoneWith, call.Language is Language.English ? "article".ToQuantity(waiting) : waiting));
    }
}
