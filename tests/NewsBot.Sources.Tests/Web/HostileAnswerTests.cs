using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using NewsBot.Sources.Web;

namespace NewsBot.Sources.Tests.Web;

public sealed class HostileAnswerTests
{
    private static readonly FetchLimits Small = new() { Bytes = 300_000, RatioFrom = 50_000 };

    [Theory]
    [InlineData("GARBAGE\r\n\r\n")]
    [InlineData("HTTP/1.1 xyz OK\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nno colon here\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabc")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 9\r\n\r\nabcde")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabcde\r\n0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\nabcde\r\n0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip\r\n\r\nabc")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Encoding: br\r\n\r\nabc")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\n\r\nabc")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\nnot brotli at all")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\n\r\n\u00ff\u00ffnot deflate")]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n")]
    public async Task A_wrong_answer_is_broken_with_a_sentence(string answer)
    {
        await using var server = RawServer.Saying(answer);
        using var outing = new Outing();
        var broken = Assert.IsType<FetchResult.Broken>(await outing.Get(server.Address()));
        Assert.EndsWith(".", broken.Why);
        Assert.DoesNotContain("127.0.0.1", broken.Why);
    }

    [Theory]
    [InlineData(204), InlineData(206), InlineData(300), InlineData(304), InlineData(400), InlineData(401), InlineData(403), InlineData(404), InlineData(410), InlineData(418), InlineData(429), InlineData(500), InlineData(503), InlineData(599)]
    public async Task A_refusal_tells_its_status(int status)
    {
        await using var server = RawServer.Saying($"HTTP/1.1 {status} Whatever\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n");
        using var outing = new Outing();
        var refused = Assert.IsType<FetchResult.Refused>(await outing.Get(server.Address()));
        Assert.Equal((status, TimeSpan.FromMinutes(2)), (refused.Status, refused.RetryAfter));
    }

    [Fact]
    public async Task A_flood_of_headers_is_broken()
    {
        await using var server = RawServer.Saying("HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"X-{i}: {new string('a', 50)}\r\n")) + "\r\n");
        using var outing = new Outing();
        Assert.Contains("headers", (await outing.Get(server.Address())).Trouble);
    }

    [Fact]
    public async Task One_endless_header_is_broken()
    {
        await using var server = RawServer.Saying("HTTP/1.1 200 OK\r\nX: " + new string('a', 200_000));
        using var outing = new Outing();
        Assert.Contains("headers", (await outing.Get(server.Address())).Trouble);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n", ""), InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "4000\r\n")]
    public async Task An_endless_body_is_cut_off(string head, string chunk)
    {
        var block = new byte[0x4000];
        await using var server = new RawServer(async (_, stream, stop) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head), stop);
            while (true)
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(chunk), stop);
                await stream.WriteAsync(block, stop);
                if (chunk.Length > 0) await stream.WriteAsync("\r\n"u8.ToArray(), stop);
            }
        });
        using var outing = new Outing(limits: Small);
        Assert.Equal(FetchWords.TooLarge, (await outing.Get(server.Address())).Trouble);
    }

    [Fact]
    public async Task A_body_that_says_it_is_too_large_is_not_begun()
    {
        await using var server = RawServer.Saying("HTTP/1.1 200 OK\r\nContent-Length: 400000\r\n\r\n");
        using var outing = new Outing(limits: Small);
        Assert.Equal(FetchWords.TooLarge, (await outing.Get(server.Address())).Trouble);
    }

    [Theory]
    [InlineData("gzip"), InlineData("br"), InlineData("deflate")]
    public async Task A_bomb_is_stopped(string encoding)
    {
        await using var server = RawServer.Saying(RawServer.Ok(Packed(new byte[50_000_000], encoding), $"Content-Encoding: {encoding}\r\n"));
        using var outing = new Outing();
        Assert.Equal(FetchWords.Bomb, (await outing.Get(server.Address())).Trouble);
    }

    [Theory]
    [InlineData("gzip"), InlineData("x-gzip"), InlineData("GZIP"), InlineData("br"), InlineData("deflate"), InlineData("raw deflate"), InlineData("identity"), InlineData("gzip, identity")]
    public async Task One_layer_is_unpacked(string encoding)
    {
        var news = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 2_000).Select(i => $"item {i} ")));
        await using var server = RawServer.Saying(RawServer.Ok(Packed(news, encoding), $"Content-Encoding: {encoding.Replace("raw ", "", StringComparison.Ordinal)}\r\n"));
        using var outing = new Outing();
        using var fetched = Assert.IsType<FetchResult.Fetched>(await outing.Get(server.Address()));
        Assert.Equal(news, fetched.Body.Memory.ToArray());
    }

    [Theory]
    [InlineData("gzip"), InlineData("br"), InlineData("deflate")]
    public async Task A_packed_body_that_is_cut_is_broken(string encoding)
    {
        var packed = Packed(RandomNumberGenerator.GetBytes(20_000), encoding);
        await using var server = RawServer.Saying(RawServer.Ok(packed[..10_000], $"Content-Encoding: {encoding}\r\n"));
        using var outing = new Outing();
        Assert.IsType<FetchResult.Broken>(await outing.Get(server.Address()));
    }

    [Fact]
    public async Task What_is_packed_twice_is_broken()
    {
        var twice = Packed(Packed(RandomNumberGenerator.GetBytes(1_000), "gzip"), "gzip");
        await using var server = RawServer.Saying(RawServer.Ok(twice, "Content-Encoding: gzip\r\n"));
        using var outing = new Outing();
        Assert.Equal(FetchWords.PackedTwice, (await outing.Get(server.Address())).Trouble);
    }

    [Fact]
    public async Task What_is_said_to_be_packed_and_is_plain_is_read()
    {
        await using var server = RawServer.Saying(RawServer.Ok("<rss/>", "Content-Encoding: gzip\r\n"));
        using var outing = new Outing();
        using var fetched = Assert.IsType<FetchResult.Fetched>(await outing.Get(server.Address()));
        Assert.Equal("<rss/>"u8.ToArray(), fetched.Body.Memory.ToArray());
    }

    [Fact]
    public async Task Headers_that_never_come_end_with_the_deadline()
    {
        await using var server = new RawServer((_, _, stop) => Task.Delay(Timeout.Infinite, stop));
        using var outing = new Outing();
        var fetching = outing.Get(server.Address());
        await server.Heard.Task;
        outing.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(FetchWords.TooSlow, (await fetching).Trouble);
    }

    [Fact]
    public async Task Headers_that_drip_end_with_the_deadline()
    {
        await using var server = new RawServer(async (_, stream, stop) =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++) await stream.WriteAsync(Encoding.ASCII.GetBytes(i == 0 ? "HTTP/1.1 200 OK\r\n" : "X"), stop);
        });
        using var outing = new Outing();
        var fetching = outing.Get(server.Address());
        await server.Heard.Task;
        outing.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.IsType<FetchResult.Broken>(await fetching);
    }

    [Fact]
    public async Task Interim_answers_without_end_stop_at_the_deadline()
    {
        await using var server = new RawServer(async (_, stream, stop) =>
        {
            while (true) await stream.WriteAsync("HTTP/1.1 103 Early\r\nX: y\r\n\r\n"u8.ToArray(), stop);
        });
        using var outing = new Outing();
        var fetching = outing.Get(server.Address());
        await server.Heard.Task;
        outing.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.IsType<FetchResult.Broken>(await fetching);
    }

    [Fact]
    public async Task A_body_that_stands_still_is_given_up_before_the_deadline()
    {
        await using var server = new RawServer(async (_, stream, stop) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nbeginning"u8.ToArray(), stop);
            await Task.Delay(Timeout.Infinite, stop);
        });
        using var outing = new Outing(limits: new() { Whole = TimeSpan.FromDays(30) });
        var fetching = outing.Get(server.Address());
        await server.Heard.Task;
        // The watch begins with the body, some moment after the request was heard.
        while (!fetching.IsCompleted)
        {
            outing.Clock.Advance(TimeSpan.FromSeconds(8));
            await Task.WhenAny(fetching, Task.Delay(20, TestContext.Current.CancellationToken));
        }
        Assert.Equal(FetchWords.TooSlowBody, (await fetching).Trouble);
    }

    [Fact]
    public async Task A_callers_own_cancellation_is_the_only_thing_thrown()
    {
        await using var server = new RawServer((_, _, stop) => Task.Delay(Timeout.Infinite, stop));
        using var outing = new Outing();
        using var stop = new CancellationTokenSource();
        var fetching = outing.Fetcher.FetchAsync(new(server.Address()), stop.Token);
        await server.Heard.Task;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching);
    }

    [Fact]
    public async Task What_follows_a_whole_body_poisons_no_later_answer()
    {
        await using var server = new RawServer(async (_, stream, stop) =>
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nnewsHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil"u8.ToArray(), stop)).KeepingAlive();
        using var outing = new Outing();
        for (var i = 0; i < 3; i++)
        {
            using var fetched = Assert.IsType<FetchResult.Fetched>(await outing.Get(server.Address()));
            Assert.Equal("news"u8.ToArray(), fetched.Body.Memory.ToArray());
        }
    }

    [Fact]
    public async Task Feeds_of_one_host_share_a_connection()
    {
        await using var server = new RawServer(async (_, stream, stop) =>
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nnews"u8.ToArray(), stop)).KeepingAlive();
        using var outing = new Outing();
        for (var i = 0; i < 10; i++) (await outing.Get(server.Address($"/feed/{i}"))).Dispose();
        Assert.Equal((1, 10), (server.Connections, server.Asked.Count));
    }

    [Fact]
    public async Task A_closed_port_is_told_in_a_sentence()
    {
        Uri address;
        await using (var server = RawServer.Saying("")) address = server.Address();
        using var outing = new Outing();
        Assert.Equal("The site refuses the connection.", (await outing.Get(address)).Trouble);
    }

    [Theory]
    [InlineData("CN=127.0.0.1", 1), InlineData("CN=other.example", 1), InlineData("CN=127.0.0.1", -1)]
    public async Task A_certificate_that_nobody_vouches_for_is_broken(string name, int days)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest(name, key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-9), now.AddDays(days));
        await using var server = new RawServer((_, stream, stop) => stream.WriteAsync(Encoding.ASCII.GetBytes(RawServer.Ok("secret")), stop).AsTask(), certificate);
        using var outing = new Outing();
        Assert.Contains("certificate", (await outing.Get(server.Address(scheme: "https"))).Trouble);
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task What_speaks_no_tls_is_broken()
    {
        await using var server = RawServer.Saying("HTTP/1.1 400 Bad Request\r\n\r\n");
        using var outing = new Outing(limits: new() { Whole = TimeSpan.FromSeconds(3) });
        var fetching = outing.Get(server.Address(scheme: "https"));
        while (!fetching.IsCompleted)
        {
            outing.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(fetching, Task.Delay(20, TestContext.Current.CancellationToken));
        }
        Assert.IsType<FetchResult.Broken>(await fetching);
    }

    private static byte[] Packed(byte[] plain, string encoding)
    {
        // The runtime reads its switch once, and a test that packs may come first.
        ContentCoding.RefuseCutBodies();
        if (encoding is "identity") return plain;
        using var packed = new MemoryStream();
        using (Stream packer = encoding.ToLowerInvariant() switch
        {
            "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "deflate" => new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "raw deflate" => new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            _ => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true),
        })
            packer.Write(plain);
        return packed.ToArray();
    }
}
