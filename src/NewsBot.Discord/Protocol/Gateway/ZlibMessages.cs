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
        try
        {
            for (var isMore = true; isMore;)
            {
                var room = into.Room();
                var count = _stream.Read(room.Span);
                into.Advance(count);
                // The inflater leaves room only when it has used up what it was given. To ask it again would make it look for the stream's end.
                isMore = count == room.Length || !_packed.Next.IsEmpty;
            }
        }
        catch (EndOfStreamException)
        {
            // The message ended just where the room did.
        }
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>
    /// Gives one message's bytes. When they are gone it throws, since "no more" would mean the end of the stream, which a runtime that
    /// refuses cut-off streams (UseStrictValidation, as the bot sets it) takes for damage; the inflater's state stays as it is.
    /// </summary>
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
            if (Next.IsEmpty) throw new EndOfStreamException();
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
