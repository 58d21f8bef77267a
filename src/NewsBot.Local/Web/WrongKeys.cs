using System.Net;

namespace NewsBot.Local.Web;

/// <summary>Slows down whoever guesses: after five wrong keys an address waits half a minute before the next one is looked at.</summary>
internal sealed class WrongKeys(TimeProvider clock)
{
    private const int Free = 5;

    /// <summary>Addresses that are remembered; when more guess at once, all wait together.</summary>
    private const int MostAddresses = 1000;

    public static readonly TimeSpan Wait = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, (int Count, DateTimeOffset Last)> _wrong = [];

    public bool MustWait(IPAddress? from)
    {
        lock (_lock)
        {
            return _wrong.TryGetValue(Place(from), out var wrong) && wrong.Count >= Free && clock.GetUtcNow() - wrong.Last < Wait;
        }
    }

    public void Add(IPAddress? from)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            foreach (var (place, wrong) in _wrong)
                if (now - wrong.Last >= Wait * 20)
                    _wrong.Remove(place);
            var here = Place(from);
            _wrong[here] = (_wrong.GetValueOrDefault(here).Count + 1, now);
        }
    }

    public void Forget(IPAddress? from)
    {
        lock (_lock) _wrong.Remove(Place(from));
    }

    // One household has a whole IPv6 /64 to guess from.
    private IPAddress Place(IPAddress? from)
    {
        from ??= IPAddress.None;
        if (from.IsIPv4MappedToIPv6) from = from.MapToIPv4();
        if (from.AddressFamily is System.Net.Sockets.AddressFamily.InterNetworkV6)
        {
            var bytes = from.GetAddressBytes();
            bytes.AsSpan(8).Clear();
            from = new(bytes);
        }
        return _wrong.Count < MostAddresses || _wrong.ContainsKey(from) ? from : IPAddress.None;
    }
}
