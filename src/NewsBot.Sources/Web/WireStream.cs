namespace NewsBot.Sources.Web;

/// <summary>The body as it comes over the wire: counts it, and shows its first bytes before anyone reads them.</summary>
internal sealed class WireStream(Stream inner) : Stream
{
    private readonly byte[] _head = new byte[2];
    private int _headLength;
    private int _headRead;
    private long _taken;

    /// <summary>Bytes received so far; read by the watch on another thread.</summary>
    public long Taken => Volatile.Read(ref _taken);

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>The first two bytes, or fewer when there are no more.</summary>
    public async Task<ReadOnlyMemory<byte>> HeadAsync(CancellationToken stop)
    {
        _headLength = await inner.ReadAtLeastAsync(_head, _head.Length, throwOnEndOfStream: false, stop);
        Volatile.Write(ref _taken, _headLength);
        return _head.AsMemory(0, _headLength);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_headRead < _headLength) return FromHead(buffer.Span);
        var read = await inner.ReadAsync(buffer, cancellationToken);
        Volatile.Write(ref _taken, _taken + read);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int FromHead(Span<byte> buffer)
    {
        var size = Math.Min(buffer.Length, _headLength - _headRead);
        _head.AsSpan(_headRead, size).CopyTo(buffer);
        _headRead += size;
        return size;
    }
}
