using System.Buffers;

namespace NewsBot.Sources.Web;

/// <summary>Bytes in rented memory, given back by Dispose.</summary>
internal sealed class RentedBytes : IDisposable
{
    private byte[] _array = ArrayPool<byte>.Shared.Rent(16 * 1024);

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Memory => _array.AsMemory(0, Length);

    /// <summary>Room for more, at least one byte.</summary>
    public Memory<byte> Free()
    {
        if (Length == _array.Length) Grow();
        return _array.AsMemory(Length);
    }

    public void Took(int bytes) => Length += bytes;

    public void CutTo(int bytes) => Length = Math.Min(Length, bytes);

    public void Dispose()
    {
        var array = Interlocked.Exchange(ref _array, []);
        Length = 0;
        if (array.Length > 0) ArrayPool<byte>.Shared.Return(array);
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_array.Length * 2);
        _array.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_array);
        _array = larger;
    }
}
