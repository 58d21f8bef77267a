using NewsBot.Core.Sources;

namespace NewsBot.Core.Commands;

/// <summary>
/// Remembers for a while what `source add` showed, so that the press of its button asks the site nothing again. After a restart, or a day later,
/// the site is simply looked at anew.
/// </summary>
public sealed class SourcePreviews(TimeProvider clock)
{
    private const int Most = 100;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly Lock _turn = new();
    private readonly Dictionary<string, (SourcePreview Preview, DateTimeOffset Until)> _shown = [];

    public void Keep(SourcePreview preview)
    {
        lock (_turn)
        {
            foreach (var old in _shown.Where(pair => pair.Value.Until <= clock.GetUtcNow()).Select(pair => pair.Key).ToArray()) _shown.Remove(old);
            if (_shown.Count >= Most) _shown.Remove(_shown.MinBy(pair => pair.Value.Until).Key);
            // Its articles were shown; what is added does without.
            _shown[preview.Address.AbsoluteUri] = (preview with { Newest = [], Remarks = [] }, clock.GetUtcNow() + Kept);
        }
    }

    public SourcePreview? Find(string address)
    {
        lock (_turn) return _shown.TryGetValue(address, out var shown) && shown.Until > clock.GetUtcNow() ? shown.Preview : null;
    }
}
