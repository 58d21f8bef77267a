using System.Globalization;

namespace NewsBot.Sources.Feeds.Reading.Xml;

/// <summary>Gathers what a feed says of where and when to look for it.</summary>
internal sealed class RhythmElements(ElementCursor at)
{
    private readonly List<string> _hubs = [];
    private readonly List<int> _hours = [];
    private readonly List<DayOfWeek> _days = [];
    private string? _self;
    private int? _ttl;
    private int? _period;
    private int _frequency = 1;

    public FeedRhythm Rhythm => new()
    {
        Self = _self,
        Hubs = _hubs,
        Ttl = _ttl ?? _period / _frequency,
        SkipHours = _hours,
        SkipDays = _days,
    };

    public void Add(string relation, string address)
    {
        if (relation == "self") _self ??= address;
        else if (_hubs.Count < FeedLimits.List) _hubs.Add(address);
    }

    /// <returns>False when the term is none of these; the element is then unread.</returns>
    public bool Read(Term term)
    {
        switch (term)
        {
            case Term.Ttl:
                if (Number() is > 0 and var minutes) _ttl = minutes;
                break;
            case Term.SkipHours:
                // Netscape counted the hours from 1 to 24.
                at.Children(() => Keep(_hours, Number() is >= 0 and <= 24 and var hour ? hour % 24 : null));
                break;
            case Term.SkipDays:
                at.Children(() => Keep(_days, Enum.TryParse<DayOfWeek>(at.Line(), ignoreCase: true, out var day) && Enum.IsDefined(day) ? day : null));
                break;
            case Term.UpdatePeriod:
                _period = Minutes(at.Line());
                break;
            case Term.UpdateFrequency:
                _frequency = Math.Max(1, Number() ?? 1);
                break;
            default:
                return false;
        }
        return true;
    }

    private int? Number() => int.TryParse(at.Line(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static void Keep<T>(List<T> list, T? value) where T : struct
    {
        if (value is { } kept && list.Count < FeedLimits.List && !list.Contains(kept)) list.Add(kept);
    }

    private static int? Minutes(string? period) => period?.ToLowerInvariant() switch
    {
        "hourly" => 60,
        "daily" => 24 * 60,
        "weekly" => 7 * 24 * 60,
        "monthly" => 30 * 24 * 60,
        "yearly" => 365 * 24 * 60,
        _ => null,
    };
}
