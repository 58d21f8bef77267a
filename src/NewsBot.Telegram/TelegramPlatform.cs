using Microsoft.Extensions.Options;
using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;
using Telegram.Bot.Types;

namespace NewsBot.Telegram;

/// <summary>Posts to Telegram. It has no memory for keys, so what may have arrived is not sent again unless the operator wants it.</summary>
internal sealed class TelegramPlatform(
    TelegramConnection connection,
    TelegramCards cards,
    TelegramSender sender,
    TelegramEdits edits,
    KnownChats chats,
    PaidBudget budget,
    FloodWatch flood,
    TelegramPaces paces,
    IOptions<TelegramOptions> options,
    TimeProvider clock) : IPlatform
{
    public const string PlatformName = "telegram";

    public string Name => PlatformName;

    public CardLimits Limits => TelegramCards.Limits;

    public PlatformState State => connection.State;

    public TimeSpan KeyMemoryOf(ChannelRef channel) => TimeSpan.Zero;

    public bool ResendsDoubtful => options.Value.DoubtfulPosts == TelegramOptions.Resend;

    public IReadOnlyList<PaceRule> PacesOf(ChannelRef channel, ChannelSettings settings) =>
        paces.Of(TelegramChat.Of(channel), budget.HasLeft(channel, settings.PaidPerDay));

    public async Task<SendOutcome> SendAsync(ChannelRef channel, Post post, CancellationToken stop)
    {
        if (flood.HeldUntil is { } until) return new SendOutcome.Later(until - clock.GetUtcNow(), "Telegram asks the whole bot to wait.");
        var chat = TelegramChat.Of(channel);
        try
        {
            var isChannel = await chats.ChannelTitleAsync(chat.Id, stop) is not null;
            var isPaid = await budget.HasLeftAsync(channel, post.Settings.PaidPerDay, stop);
            var drawn = cards.Draw(post.Card, chat, channel, opensPrivately: isChannel);
            var sent = await sender.SendAsync(drawn, post.Card.Image, new(chat, ReplyTo(post), IsSilent: post.Settings.IsSilent, IsPaid: isPaid), stop);
            flood.Sent();
            if (isPaid) await budget.SpendAsync(channel, CancellationToken.None);
            return new SendOutcome.Sent(PostedMessage.Of(sent).ToString());
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            return await OutcomeAsync(chat, failure, stop);
        }
    }

    // Somebody may have deleted it meanwhile, and then the post stands alone.
    private static ReplyParameters? ReplyTo(Post post) =>
        post.Follows is { } earlier && PostedMessage.Read(earlier) is { } posted ? new() { MessageId = posted.Id, AllowSendingWithoutReply = true } : null;

    public Task<SendOutcome> EditAsync(ChannelRef channel, string messageId, Post post, CancellationToken stop) =>
        ChangeAsync(channel, messageId, posted => edits.EditAsync(posted, post.Card, channel, stop), stop);

    public Task<SendOutcome> WithdrawAsync(ChannelRef channel, string messageId, Post note, CancellationToken stop) => ChangeAsync(channel, messageId, async posted =>
    {
        await edits.WithdrawAsync(posted, note.Card, channel, stop);
        return posted;
    }, stop);

    private async Task<SendOutcome> ChangeAsync(ChannelRef channel, string messageId, Func<PostedMessage, Task<PostedMessage>> change, CancellationToken stop)
    {
        if (flood.HeldUntil is { } until) return new SendOutcome.Later(until - clock.GetUtcNow(), "Telegram asks the whole bot to wait.");
        if (PostedMessage.Read(messageId) is not { } posted) return new SendOutcome.Never("The post is no longer known.");
        try
        {
            return new SendOutcome.Sent((await change(posted)).ToString());
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            return await OutcomeAsync(TelegramChat.Of(channel), failure, stop);
        }
    }

    private async Task<SendOutcome> OutcomeAsync(TelegramChat chat, Exception failure, CancellationToken stop)
    {
        var outcome = TelegramFailures.Outcome(failure);
        if (failure is global::Telegram.Bot.Exceptions.ApiRequestException { ErrorCode: 429 } && outcome is SendOutcome.Later { After: { } wait }) await flood.ToldAsync(chat, wait, stop);
        if (failure is global::Telegram.Bot.Exceptions.ApiRequestException { ErrorCode: 401 }) connection.Refused();
        return outcome;
    }
}
