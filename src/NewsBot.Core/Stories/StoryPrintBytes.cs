using System.Buffers.Binary;

namespace NewsBot.Core.Stories;

/// <summary>Version, flags, language, words, time, link, text, signature, terms; little-endian throughout.</summary>
internal static class StoryPrintBytes
{
    private const byte Version = 1;
    private const int Head = 1 + 1 + 2 + 4 + 8 + 8 + 8;
    private const int Fixed = Head + (MinHash.Size * 2) + 1;
    private const int TermSize = 5;

    public static byte[] Write(StoryPrint print)
    {
        var bytes = new byte[Fixed + (print.Terms.Length * TermSize)];
        bytes[0] = Version;
        bytes[1] = print.IsDateGuess ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2), print.Language);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), print.WordCount);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), print.Published.UtcTicks);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(16), print.Link);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(24), print.Text);
        for (var i = 0; i < MinHash.Size; i++) BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(Head + (i * 2)), print.Signature[i]);
        bytes[Fixed - 1] = (byte)print.Terms.Length;
        foreach (var (i, term) in print.Terms.Index())
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(Fixed + (i * TermSize)), term.Hash);
            bytes[Fixed + (i * TermSize) + 4] = (byte)term.Traits;
        }
        return bytes;
    }

    public static StoryPrint? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Fixed || bytes[0] != Version || bytes[Fixed - 1] > StoryTerms.Most || bytes.Length != Fixed + (bytes[Fixed - 1] * TermSize)) return null;
        var ticks = BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]);
        if (ticks < DateTimeOffset.MinValue.Ticks || ticks > DateTimeOffset.MaxValue.Ticks) return null;
        var signature = new ushort[MinHash.Size];
        for (var i = 0; i < signature.Length; i++) signature[i] = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(Head + (i * 2))..]);
        var terms = new StoryTerm[bytes[Fixed - 1]];
        for (var i = 0; i < terms.Length; i++)
            terms[i] = new(BinaryPrimitives.ReadUInt32LittleEndian(bytes[(Fixed + (i * TermSize))..]), (TermTraits)bytes[Fixed + (i * TermSize) + 4]);
        return new()
        {
            Link = BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]),
            Text = BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]),
            WordCount = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]),
            Signature = signature,
            Terms = [.. terms.OrderBy(it => it.Hash)],
            Published = new(ticks, TimeSpan.Zero),
            IsDateGuess = (bytes[1] & 1) != 0,
            Language = BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]),
        };
    }
}
