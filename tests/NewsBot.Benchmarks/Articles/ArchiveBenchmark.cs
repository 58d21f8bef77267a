using BenchmarkDotNet.Attributes;
using NewsBot.Sources;
using NewsBot.Sources.Text;

namespace NewsBot.Benchmarks.Articles;

/// <summary>Reading a folder of two thousand articles, beside only reading the bytes of the same files.</summary>
[MemoryDiagnoser]
public class ArchiveBenchmark
{
    private const int Files = 2_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("newsbot-bench-").FullName;
    private readonly ArchiveInspector _inspector = new(new PageReader(new(TimeZoneInfo.Utc, new LanguageGuesser())));

    [GlobalSetup]
    public void Write()
    {
        var random = new Random(3);
        for (var i = 0; i < Files; i++)
        {
            var body = Enumerable.Range(0, 8).Select(_ => string.Join(' ', Enumerable.Range(0, 45).Select(_ => $"word{random.Next(5_000)}x")) + ".");
            File.WriteAllText(Path.Combine(_folder, $"{i}.txt"), $"Article number {i}\n\nIts deck.\n\nSep 8, 2024\u00A0-\u00A004:00\nArticle number {i}\n\n{string.Join("\n\n", body)}\n");
        }
    }

    [GlobalCleanup]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Benchmark(Baseline = true)]
    public async Task<long> BytesAlone()
    {
        long bytes = 0;
        foreach (var file in Directory.EnumerateFiles(_folder)) bytes += (await File.ReadAllBytesAsync(file)).Length;
        return bytes;
    }

    [Benchmark]
    public async Task<int> Articles() => await _inspector.ReadAsync(_folder, CancellationToken.None).CountAsync();
}
