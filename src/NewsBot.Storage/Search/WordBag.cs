using System.Buffers.Binary;

namespace NewsBot.Storage.Search;

/// <summary>
/// Which words occur in an article, where and how often, in five bytes a word: 20 bits of its stem's hash, 12 of its own, one each for title,
/// deck and tags, five for how often the body has it. Sorted by the hashes, so that a word is found by halving. Two stems share their 20 bits
/// once in thousands of look-ups; that shifts a place in an order, and never decides what is found.
/// </summary>
internal static class WordBag
{
    private const int Bytes = 5;
    private const int MostWords = 4_000;
    private const int MostOften = 31;

    public static byte[] Of(List<string> title, List<string> deck, List<string> tags, List<string> body, Dictionary<string, string> stems)
    {
        var entries = new Dictionary<uint, byte>();
        Flag(entries, title, stems, Title);
        Flag(entries, deck, stems, Deck);
        Flag(entries, tags, stems, Tags);
        foreach (var word in body)
        {
            var key = Key(word, stems[word]);
            var entry = entries.GetValueOrDefault(key);
            if ((entry & MostOften) < MostOften && (entry > 0 || entries.Count < MostWords)) entries[key] = (byte)(entry + 1);
        }
        var bag = new byte[entries.Count * Bytes];
        var at = 0;
        foreach (var (key, entry) in entries.OrderBy(pair => pair.Key))
        {
            BinaryPrimitives.WriteUInt32BigEndian(bag.AsSpan(at), key);
            bag[at + 4] = entry;
            at += Bytes;
        }
        return bag;
    }

    /// <summary>Where a word occurs as it is, and where with another ending.</summary>
    public static (Occurrence Exact, Occurrence Other) Find(ReadOnlySpan<byte> bag, uint key)
    {
        var (low, high) = (0, bag.Length / Bytes);
        var first = key & ~0xFFFu;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (BinaryPrimitives.ReadUInt32BigEndian(bag[(middle * Bytes)..]) < first) low = middle + 1;
            else high = middle;
        }
        var (exact, other) = (default(Occurrence), default(Occurrence));
        for (; low < bag.Length / Bytes; low++)
        {
            var found = BinaryPrimitives.ReadUInt32BigEndian(bag[(low * Bytes)..]);
            if ((found & ~0xFFFu) != first) break;
            var entry = bag[(low * Bytes) + 4];
            if (found == key) exact = exact.With(entry);
            else other = other.With(entry);
        }
        return (exact, other);
    }

    public static uint Key(string word, string stem) => (Hash(stem) & ~0xFFFu) | (Hash(word) >> 20);

    internal const byte Title = 0x80;
    internal const byte Deck = 0x40;
    internal const byte Tags = 0x20;

    private static void Flag(Dictionary<uint, byte> entries, List<string> words, Dictionary<string, string> stems, byte flag)
    {
        foreach (var word in words)
        {
            var key = Key(word, stems[word]);
            entries[key] = (byte)(entries.GetValueOrDefault(key) | flag);
        }
    }

    // FNV-1a: the same in every process and on every machine, since it is stored.
    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var letter in text) hash = (hash ^ letter) * 16777619u;
        hash ^= hash >> 15;
        hash *= 0x2c1b3c6du;
        return hash ^ (hash >> 12);
    }
}

/// <param name="InBody">How often, up to 31 for each form of the word.</param>
internal readonly record struct Occurrence(bool InTitle, bool InDeck, bool InTags, int InBody)
{
    public Occurrence With(byte entry) => new(
        InTitle || (entry & WordBag.Title) != 0, InDeck || (entry & WordBag.Deck) != 0, InTags || (entry & WordBag.Tags) != 0, InBody + (entry & 0x1F));
}
