namespace NewsBot.Core.Stories;

/// <summary>
/// Posting lists of a sliding window: for each bucket the entries that were put in, newest first. Nothing is ever taken out: an entry's
/// place is written over when the window has moved past it, and a walk ends where entries are older than the window.
/// </summary>
/// <param name="buckets">A power of two.</param>
/// <param name="capacity">Entries of a full window.</param>
internal sealed class Chains(int buckets, int capacity)
{
    private const int Smallest = 1024;

    private readonly int[] _heads = Filled(buckets);
    private int[] _older = new int[Math.Min(Smallest, capacity)];

    /// <param name="entry">Greater than every entry before it.</param>
    public void Push(uint bucket, int entry)
    {
        var place = entry % capacity;
        if (place >= _older.Length) Array.Resize(ref _older, Math.Min(capacity, Math.Max(place + 1, _older.Length * 2)));
        ref var head = ref _heads[bucket & (buckets - 1)];
        _older[place] = head;
        head = entry;
    }

    /// <summary>The newest entry of a bucket, or -1.</summary>
    public int First(uint bucket) => _heads[bucket & (buckets - 1)];

    /// <summary>The one before it; only valid while the entry itself is within the window.</summary>
    public int Older(int entry) => _older[entry % capacity];

    private static int[] Filled(int length)
    {
        var heads = new int[length];
        Array.Fill(heads, -1);
        return heads;
    }
}
