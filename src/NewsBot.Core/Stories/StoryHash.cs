namespace NewsBot.Core.Stories;

/// <summary>Hashes that are the same in every process and on every machine, since they are kept.</summary>
internal static class StoryHash
{
    /// <summary>FNV-1a over the UTF-16 units, then mixed so that every bit depends on every letter.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in text) hash = (hash ^ unit) * 1099511628211UL;
        return Mix(hash);
    }

    public static ulong Combine(ulong left, ulong right) => Mix((left * 0x9E3779B97F4A7C15UL) ^ (right + 0x632BE59BD9B4E019UL));

    // The finaliser of SplitMix64.
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
