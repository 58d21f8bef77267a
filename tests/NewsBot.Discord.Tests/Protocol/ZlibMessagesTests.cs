using System.IO.Compression;
using NewsBot.Discord.Protocol;

namespace NewsBot.Discord.Tests.Protocol;

/// <summary>The tests run as the bot does, with a runtime that takes a stream without an end for a broken one.</summary>
public sealed class ZlibMessagesTests
{
    [Fact]
    public void Messages_of_every_length_are_unpacked_one_by_one_from_a_stream_that_never_ends()
    {
        using var packed = new MemoryStream();
        using var packing = new ZLibStream(packed, CompressionLevel.Fastest);
        using var messages = new ZlibMessages();
        var random = new Random(5);
        foreach (var length in Enumerable.Range(0, 300).Select(_ => random.Next(1, 60_000)).Concat([1, 1_023, 1_024, 4_096, 8_192, 16_384, 32_768, 65_536, 131_072]))
        {
            var message = new byte[length];
            random.NextBytes(message.AsSpan(length / 2));
            packing.Write(message);
            packing.Flush();
            using var unpacked = new Pooled(1 << 20);
            Assert.True(ZlibMessages.IsWhole(packed.ToArray()));
            messages.Unpack(packed.ToArray(), unpacked);
            Assert.Equal(message, unpacked.Written.ToArray());
            packed.SetLength(0);
        }
    }

    [Fact]
    public void Bytes_that_are_no_zlib_stream_are_refused()
    {
        using var messages = new ZlibMessages();
        using var unpacked = new Pooled(1 << 20);
        Assert.Throws<InvalidDataException>(() => messages.Unpack("this is no zlib stream"u8.ToArray(), unpacked));
    }
}
