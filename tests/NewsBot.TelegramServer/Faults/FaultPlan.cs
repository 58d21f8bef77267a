namespace NewsBot.BotApi;

/// <summary>Which calls go wrong, and how. The plan that was made first and fits a call has it.</summary>
public sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<Item> _items = [];

    /// <summary>The next calls that fit go wrong.</summary>
    /// <param name="where">Which calls are meant; left out, every call but getUpdates.</param>
    public IDisposable Next(Fault fault, int count = 1, Func<Call, bool>? where = null)
    {
        var left = count;
        return Add(fault, call => Fits(call, where) && left > 0 && left-- > 0);
    }

    /// <summary>Every call that fits goes wrong, until what is returned is disposed.</summary>
    public IDisposable Always(Fault fault, Func<Call, bool>? where = null) => Add(fault, call => Fits(call, where));

    /// <summary>A random share of the calls that fit goes wrong; the same seed draws the same lots.</summary>
    public IDisposable Share(double share, Fault fault, int seed, Func<Call, bool>? where = null)
    {
        // Lots of a test, not secrets.
        var lots = new Lots(seed);
        return Add(fault, call => Fits(call, where) && lots.Next() < share);
    }

    /// <summary>Nothing goes wrong any more.</summary>
    public void Clear()
    {
        lock (_gate) _items.Clear();
    }

    internal Fault? For(Call call)
    {
        lock (_gate) return _items.FirstOrDefault(it => it.Fits(call))?.Fault;
    }

    private static bool Fits(Call call, Func<Call, bool>? where) => where is null ? !call.Is("getUpdates") : where(call);

    private Item Add(Fault fault, Func<Call, bool> fits)
    {
        var item = new Item(this, fault, fits);
        lock (_gate) _items.Add(item);
        return item;
    }

    private sealed class Item(FaultPlan plan, Fault fault, Func<Call, bool> fits) : IDisposable
    {
        public Fault Fault => fault;

        public bool Fits(Call call) => fits(call);

        public void Dispose()
        {
            lock (plan._gate) plan._items.Remove(this);
        }
    }

    // SplitMix64 (Steele, Lea, Flood 2014): the same everywhere, which System.Random does not promise.
    private sealed class Lots(int seed)
    {
        private ulong _state = (ulong)seed;

        public double Next()
        {
            var mixed = _state += 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
        }
    }
}
