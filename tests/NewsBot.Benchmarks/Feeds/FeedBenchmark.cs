using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;
using BenchmarkDotNet.Attributes;
using NewsBot.Sources.Feeds.Reading;
using Other = CodeHollow.FeedReader.FeedReader;

namespace NewsBot.Benchmarks.Feeds;

/// <summary>One feed of 200 entries, read from its bytes by us and by the two libraries that .NET has; beside them the bare XML. Figures are for one entry.</summary>
[MemoryDiagnoser]
[OperationsPerSecond]
public class FeedBenchmark
{
    private readonly byte[] _feed = MadeFeed.Bytes();

    [Benchmark(Baseline = true, OperationsPerInvoke = MadeFeed.Entries)]
    public int Ours() => ((FeedReading.Read)FeedReader.Read(_feed, new("https://news.example/feed/"))).Document.Entries.Count;

    [Benchmark(OperationsPerInvoke = MadeFeed.Entries)]
    public int ServiceModelSyndication()
    {
        using var reader = XmlReader.Create(new MemoryStream(_feed));
        return SyndicationFeed.Load(reader).Items.Count();
    }

    [Benchmark(OperationsPerInvoke = MadeFeed.Entries)]
    public int CodeHollow() => Other.ReadFromByteArray(_feed).Items.Count;

    [Benchmark(OperationsPerInvoke = MadeFeed.Entries)]
    public int BareXml() => XDocument.Load(new MemoryStream(_feed)).Root!.Elements().Count();
}
