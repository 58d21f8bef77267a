using System.Text;
using BenchmarkDotNet.Attributes;
using NewsBot.Discord.Protocol;

namespace NewsBot.Benchmarks.Discord;

/// <summary>What one event costs from bytes to record, and one permission check.</summary>
[MemoryDiagnoser]
public class GatewayBenchmark
{
    private static readonly ShardId Shard = new(0, 1);

    private readonly byte[] _guild = Frame("GUILD_CREATE", Encoding.UTF8.GetString(MadeGuilds.Event(1)));
    private readonly byte[] _interaction = Frame("INTERACTION_CREATE", """{"id":"900","application_id":"2","type":2,"token":"t","version":1,"guild_id":"5","channel_id":"6","member":{"user":{"id":"3","username":"ann"},"roles":[],"permissions":"32"},"data":{"id":"7","name":"news","type":1,"options":[{"name":"latest","type":1,"options":[]}]},"entitlements":[]}""");
    private readonly byte[] _unknown = Frame("TYPING_START", """{"channel_id":"6","guild_id":"5","user_id":"3","timestamp":1}""");
    private readonly GuildBook _book = new();

    public GatewayBenchmark()
    {
        _book.Take(new Ready(Shard, new() { Id = new(1) }, new(2), []));
        _book.Take(EventReader.Read("GUILD_CREATE", MadeGuilds.Event(1), Shard)!);
    }

    [Benchmark]
    public object? Guild() => Read(_guild);

    [Benchmark]
    public object? Interaction() => Read(_interaction);

    [Benchmark]
    public object? AnEventNobodyListensTo() => Read(_unknown);

    [Benchmark]
    public ulong OurPermissionsInAChannel() => (ulong)_book.Ours(new(2UL << 32), new((2UL << 32) + 107));

    private static GatewayEvent? Read(byte[] bytes) => Envelope.TryRead(bytes, out var envelope) ? EventReader.Read(envelope.Event!, bytes.AsSpan()[envelope.Data], Shard) : null;

    private static byte[] Frame(string kind, string data) => Encoding.UTF8.GetBytes($$"""{"op":0,"s":1,"t":"{{kind}}","d":{{data}} }""");
}
