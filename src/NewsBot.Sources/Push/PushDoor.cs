using System.Globalization;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Sources;
using NewsBot.Sources.Web;

namespace NewsBot.Sources.Push;

/// <summary>
/// Where hubs knock: whoever serves <see cref="Path"/> asks it. An address that we never gave out, and a question about anything that we did not
/// ask for, get the same answer, which says nothing.
/// </summary>
public sealed partial class PushDoor : IDisposable
{
    /// <summary>What stands between the public address and the callback.</summary>
    public const string Path = "/websub";

    /// <summary>Bytes of a push; feeds that hubs pass on are well below.</summary>
    public const int MostBytes = 5 * 1024 * 1024;

    /// <summary>Characters of a challenge that is echoed.</summary>
    private const int LongestChallenge = 4_096;

    private const int LongestCallback = 128;
    private const int AtOnce = 4;

    private readonly IHubSubscriptions _hubs;
    private readonly IPushIntake _intake;
    private readonly TimeProvider _clock;
    private readonly ILogger<PushDoor> _log;
    private readonly SemaphoreSlim _room = new(AtOnce);

    internal PushDoor(IHubSubscriptions hubs, IPushIntake intake, TimeProvider clock, ILogger<PushDoor> log) => (_hubs, _intake, _clock, _log) = (hubs, intake, clock, log);

    /// <summary>A hub asks whether we meant it, or says that it will not.</summary>
    /// <returns>What to answer, as plain text; null for 404.</returns>
    public async Task<string?> ConfirmAsync(string callback, HubQuestion question, CancellationToken stop)
    {
        if (callback.Length > LongestCallback || await _hubs.FindAsync(callback, stop) is not { } known || question.Topic != known.Topic.AbsoluteUri) return null;
        string? answer = null;
        var now = _clock.GetUtcNow();
        await _hubs.ChangeAsync(callback, it =>
        {
            (answer, var after) = Judge(it, question, now);
            return after;
        }, stop);
        if (answer is not null) LogHeard(known.Source, question.Mode ?? "");
        return answer;
    }

    /// <summary>A hub brings news.</summary>
    /// <param name="body">Read no further than <see cref="MostBytes"/>.</param>
    /// <param name="signature">The header X-Hub-Signature.</param>
    public async Task<PushAnswer> DeliverAsync(string callback, Stream body, string? contentType, string? signature, CancellationToken stop)
    {
        if (callback.Length > LongestCallback || await _hubs.FindAsync(callback, stop) is not { Standing: not (HubStanding.Leaving or HubStanding.Denied) } known) return PushAnswer.Unknown;
        if (!await _room.WaitAsync(TimeSpan.Zero, stop)) return PushAnswer.Busy;
        try
        {
            using var bytes = new RentedBytes();
            while (await body.ReadAsync(bytes.Free(), stop) is > 0 and var read)
            {
                bytes.Took(read);
                if (bytes.Length > MostBytes) return PushAnswer.TooLarge;
            }
            if (HubSignature.Holds(signature, known.Secret, bytes.Memory.Span)) await TakeInAsync(known, bytes.Memory, contentType, stop);
            // Said to be fine all the same, as WebSub asks: whoever tries signatures learns nothing.
            else LogForged(known.Source);
            return PushAnswer.Taken;
        }
        finally
        {
            _room.Release();
        }
    }

    public void Dispose() => _room.Dispose();

    private async Task TakeInAsync(HubSubscription known, ReadOnlyMemory<byte> body, string? contentType, CancellationToken stop)
    {
        await _intake.TakeInAsync(known.Source, body, contentType, stop);
        await _hubs.ChangeAsync(known.Callback, it => HubPlan.Pushed(it, _clock.GetUtcNow()), stop);
    }

    // Only what was asked for and is not answered yet is confirmed: who repeats an old question gets nothing.
    private static (string? Answer, HubSubscription? After) Judge(HubSubscription it, HubQuestion question, DateTimeOffset now)
    {
        var challenge = question.Challenge is { Length: > 0 and <= LongestChallenge } given ? given : null;
        return question.Mode switch
        {
            "subscribe" when it is { IsPending: true, Standing: not HubStanding.Leaving } && challenge is not null =>
                (challenge, HubPlan.Confirmed(it, Lease(question.LeaseSeconds), now, Random.Shared.NextDouble())),
            "unsubscribe" when it is { IsPending: true, Standing: HubStanding.Leaving } && challenge is not null => (challenge, null),
            "denied" => ("", HubPlan.Denied(it, "The hub does not pass this feed on.", now)),
            _ => (null, it),
        };
    }

    private static TimeSpan? Lease(string? seconds) =>
        long.TryParse(seconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? TimeSpan.FromSeconds(Math.Clamp(number, 0, (long)TimeSpan.FromDays(365).TotalSeconds))
            : null;

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Source}: its hub says {Mode}.")]
    private partial void LogHeard(string source, string mode);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Source}: a push came without the right signature and was passed over.")]
    private partial void LogForged(string source);
}

/// <summary>What a hub asks, with the names that WebSub gives it (hub.mode and so on); all of it untrusted.</summary>
public sealed record HubQuestion(string? Mode, string? Topic, string? Challenge, string? LeaseSeconds);

public enum PushAnswer
{
    Taken,

    /// <summary>Nobody has that address.</summary>
    Unknown,

    TooLarge,

    /// <summary>Come again in a moment.</summary>
    Busy,
}
