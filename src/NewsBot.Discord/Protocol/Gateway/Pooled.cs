using System.Buffers;

namespace NewsBot.Discord.Protocol;

/// <summary>A growing buffer of rented bytes, used again for each message. After a large one it goes back to a small rent.</summary>
internal sealed class Pooled(int most) : IDisposable
{
    private const int Usual = 16 * 1024;
    private const int Large = 256 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(Usual);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, Length);

    /// <summary>Room for at least one more byte.</summary>
    /// <exception cref="InvalidDataException">The message is larger than allowed.</exception>
    public Memory<byte> Room()
    {
        if (Length == _bytes.Length)
            Grow();
        return _bytes.AsMemory(Length);
    }

    public void Advance(int count)
    {
        Length += count;
        if (Length > most)
            throw new InvalidDataException("A gateway message is larger than allowed.");
    }

    public void Clear()
    {
        Length = 0;
        if (_bytes.Length > Large)
            Replace(ArrayPool<byte>.Shared.Rent(Usual));
    }

    public void Dispose() => Replace([]);

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_bytes.Length * 2);
        Written.CopyTo(larger);
        Replace(larger);
    }

    private void Replace(byte[] other)
    {
        if (_bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
        _bytes = other;
    }
}
