using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>What a debt waits for, in words.</summary>
internal sealed class OutlookWords(LanePlanner planner, TimeProvider clock)
{
    private static readonly Phrase Paused = new("Waits: a moderator paused this channel {0}. resume lets it go on.");
    private static readonly Phrase PausedWhy = new("Waits: this channel was paused {0}. {1} resume lets it go on.");
    private static readonly Phrase NoPlatform = new("Waits until {0} is connected again. {1}");
    private static readonly Phrase UnderWay = new("It is being sent at this moment.");
    private static readonly Phrase Retry = new("Waits for the next try, {0}. {1}");
    private static readonly Phrase Quiet = new("Waits for the end of quiet hours, {0}.");
    private static readonly Phrase Digest = new("Waits for the digest, {0}.");
    private static readonly Phrase Flood = new("Waits until {0}: this channel gets at most {1} {1:post|posts} in ten minutes.");
    private static readonly Phrase InDigest = new("Comes next, in the digest.");
    private static readonly Phrase InCatchUp = new("Comes next, in one card with what waited while it was quiet.");
    private static readonly Phrase InRoundUp = new("Comes next, in one card with everything else that came at once.");
    private static readonly Phrase Pace = new("Waits until {0}: the platform lets nobody post faster here.");
    private static readonly Phrase Next = new("Comes next.");
    private static readonly Phrase Behind = new("Waits behind {0} {0:other|others} in this channel.");
    private static readonly Phrase BehindMany = new("Waits behind {0} {0:other|others} or more in this channel.");

    public string Of(Outlook outlook, ChannelSettings settings)
    {
        var (language, now) = (settings.Language, clock.GetUtcNow());
        return outlook switch
        {
            Outlook.Paused { Why: { } why } paused => PausedWhy.In(language, At(paused.Since), why),
            Outlook.Paused paused => Paused.In(language, At(paused.Since)),
            Outlook.NoPlatform none => NoPlatform.In(language, none.Name, none.Why ?? "").TrimEnd(),
            Outlook.UnderWay => UnderWay.In(language),
            Outlook.Retry retry => Retry.In(language, At(retry.At), CardFitter.Cut(retry.Why ?? "", StoryWords.MostOfWhy)).TrimEnd(),
            Outlook.Until { Why: TimeReason.Quiet } until => Quiet.In(language, At(until.At)),
            Outlook.Until { Why: TimeReason.Digest } until => Digest.In(language, At(until.At)),
            Outlook.Until until => Flood.In(language, At(until.At), planner.MostInWindow(settings)),
            Outlook.InCard { Kind: DebtKind.Digest } => InDigest.In(language),
            Outlook.InCard { Kind: DebtKind.CatchUp } => InCatchUp.In(language),
            Outlook.InCard => InRoundUp.In(language),
            Outlook.Pace pace => Pace.In(language, At(pace.At)),
            Outlook.Turn { Before: 0 } => Next.In(language),
            Outlook.Turn { Before: >= Outlooks.MostCounted } => BehindMany.In(language, Outlooks.MostCounted),
            Outlook.Turn turn => Behind.In(language, turn.Before),
            _ => throw new ArgumentOutOfRangeException(nameof(outlook)),
        };

        string At(DateTimeOffset at) => Moments.Of(at, now, settings);
    }
}
