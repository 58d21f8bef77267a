using System.IO.Compression;

namespace NewsBot.Discord.Protocol;

/// <summary>Unpacks a zlib stream that runs over the whole connection, flushed after each message. The largest message also bounds a decompression bomb.</summary>
internal sealed class ZlibMessages : IDisposable
{
    private readonly Inbox _packed = new();
    private readonly ZLibStream _stream;

    public ZlibMessages() => _stream = new(_packed, CompressionMode.Decompress);

    /// <summary>Whether a whole message has come: Discord ends each with an empty block.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> packed) => packed is [.., 0x00, 0x00, 0xff, 0xff];

    public void Unpack(ReadOnlyMemory<byte> packed, Pooled into)
    {
        _packed.Next = packed;
        int count;
        while ((count = _stream.Read(into.Room().Span)) > 0)
            into.Advance(count);
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>Gives one message's bytes and then says "no more for now", after which the inflater waits for the next.</summary>
    private sealed class Inbox : Stream
    {
        public ReadOnlyMemory<byte> Next { get; set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, Next.Length);
            Next.Span[..count].CopyTo(buffer);
            Next = Next[count..];
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
