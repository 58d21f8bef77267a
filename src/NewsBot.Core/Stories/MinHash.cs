using System.Numerics;
using System.Runtime.Intrinsics;

namespace NewsBot.Core.Stories;

/// <summary>
/// The signature of a set of runs: 128 minima, 16 bits of each. The share of equal places estimates the Jaccard value with a standard
/// error of at most .044; 16 bits add one chance place in 512 signatures.
/// </summary>
internal static class MinHash
{
    public const int Size = 128;

    private static readonly uint[] Offsets = Constants(0x5EED);
    private static readonly uint[] Factors = [.. Constants(0xFAC7).Select(it => it | 1)];

    public static ushort[] Of(ReadOnlySpan<ulong> hashes)
    {
        Span<uint> minima = stackalloc uint[Size];
        minima.Fill(uint.MaxValue);
        foreach (var hash in hashes) Lower(minima, (uint)hash);
        var signature = new ushort[Size];
        for (var i = 0; i < Size; i++) signature[i] = (ushort)StoryHash.Mix(minima[i]);
        return signature;
    }

    /// <summary>Equal places of all places.</summary>
    public static double Likeness(ReadOnlySpan<ushort> left, ReadOnlySpan<ushort> right)
    {
        var equal = 0;
        for (var at = 0; at < Size; at += Vector128<ushort>.Count)
            equal += BitOperations.PopCount(Vector128.Equals(Vector128.Create(left[at..]), Vector128.Create(right[at..])).ExtractMostSignificantBits());
        return (double)equal / Size;
    }

    private static void Lower(Span<uint> minima, uint hash)
    {
        var value = Vector256.Create(hash);
        var scramble = Vector256.Create(0x85EBCA6Bu);
        for (var at = 0; at < Size; at += Vector256<uint>.Count)
        {
            var mixed = (value + Vector256.Create(Offsets, at)) * Vector256.Create(Factors, at);
            mixed = (mixed ^ (mixed >>> 15)) * scramble;
            mixed ^= mixed >>> 13;
            Vector256.Min(mixed, Vector256.Create<uint>(minima[at..])).CopyTo(minima[at..]);
        }
    }

    private static uint[] Constants(ulong seed) => [.. Enumerable.Range(1, Size).Select(i => (uint)StoryHash.Mix(seed + ((ulong)i * 0x9E3779B97F4A7C15UL)))];
}
