using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;
using NewsBot.Core.Schedules;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>digest preview: what the next digest would be if nothing more came, and when it comes. Posts nothing.</summary>
internal sealed class DigestPreviewCommand(IBundles bundles, TimeProvider clock) : ICommand
{
    private static readonly Phrase Off = new("This channel has no digest: its articles come one by one. settings digest daily 08:00 gathers them.");
    private static readonly Phrase When = new("Comes {0}, {1}");
    private static readonly Phrase Nothing = new("Nothing waits for the next digest yet. It comes {0}, {1}, if something does by then.");

    public CommandSpec Spec { get; } = new("digest preview", Role.Moderator, new("What the next digest would be, and when"));

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        var settings = call.Channel.Settings;
        if (settings.Digest is not { } digest) return Reply.Private(call.Say(Off), Button.Type("settings", "settings"));
        var next = TimeZoneInfo.ConvertTime(NextAt(digest, settings), Zones.Of(settings.Zone)).ToString("ddd d MMM, HH:mm", Culture.Of(settings.Language));
        var articles = await bundles.WaitingAsync(call.Channel.Ref, BundleCard.Named, stop);
        if (articles.Count == 0) return Reply.Private(call.Say(Nothing, next, settings.Zone));
        return new([BundleCard.Of(DebtKind.Digest, articles, settings) with { Footer = call.Say(When, next, settings.Zone) }], IsPrivate: true);
    }

    // A slot in quiet hours waits for their end.
    private DateTimeOffset NextAt(DigestPlan digest, ChannelSettings settings)
    {
        var zone = Zones.Of(settings.Zone);
        var slot = digest.Next(clock.GetUtcNow(), zone).Instant;
        return settings.Quiet?.Until(slot, zone) ?? slot;
    }
}
