using System.Diagnostics;
using NewsBot.Benchmarks.Storage;
using NewsBot.Core.Articles;
using NewsBot.Core.Stories;

namespace NewsBot.Benchmarks.Stories;

/// <summary>What telling stories costs at a full window: per article its print, the search for its story and its place in the window.</summary>
internal static class StoryFigures
{
    private const int Asked = 5_000;

    public static void Run(int count)
    {
        Console.WriteLine($"{count:N0} articles in the window; {Asked:N0} more, each asked for and then added; one thread, milliseconds an article");
        Console.WriteLine($"{"articles",-26}{"print",8}{"find+add",10}{"p99",8}{"max",8}{"CPU",8}{"CPU/s",9}{"bytes/article",15}{"refill s",10}");
        Measure("Zipf, names, 300 words", count, Article);
        Measure("the same words in all", count, (texts, number) => Article(texts, number) with { Title = $"Same words stand here in All {number % 7}", Deck = null });
        Measure("one text, copied", count, (texts, number) => Article(new(1), 1));
    }

    private static void Measure(string name, int count, Func<ZipfArticles, int, ArticleContent> make)
    {
        var texts = new ZipfArticles(seed: 11);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var kept = new List<byte[]>(count);
        for (var i = 0; i < count; i++) kept.Add(StoryPrint.Of(make(texts, i)).ToBytes());
        var refill = Stopwatch.GetTimestamp();
        var bytes = kept.Sum(it => (long)it.Length + 24 + 8);
        var window = new StoryWindow(new() { Capacity = count });
        for (var i = 0; i < count; i++) window.Add(Id(i), StoryPrint.FromBytes(kept[i])!);
        var refilled = Stopwatch.GetElapsedTime(refill);
        var memory = (GC.GetTotalMemory(forceFullCollection: true) - before - bytes) / count;
        var (prints, finds) = (new List<double>(), new List<double>());
        var asking = Enumerable.Range(count, Asked).Select(it => make(texts, it)).ToArray();
        var worked = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < Asked; i++)
        {
            var article = asking[i];
            var began = Stopwatch.GetTimestamp();
            var print = StoryPrint.Of(article);
            prints.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            began = Stopwatch.GetTimestamp();
            window.Find(Id(count + i), print);
            window.Add(Id(count + i), print);
            finds.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        var work = (Environment.CpuUsage.TotalTime - worked).TotalMilliseconds / Asked;
        finds.Sort();
        Console.WriteLine($"{name,-26}{prints.Average(),8:F3}{finds.Average(),10:F3}{finds[finds.Count * 99 / 100],8:F3}{finds[^1],8:F2}{work,8:F3}{1000 / work,9:F0}{memory,15:N0}{refilled.TotalSeconds,10:F2}");
        GC.KeepAlive(kept);
        GC.KeepAlive(window);
    }

    // All of 50,000 lie within the 72 hours of an event: nothing is spared by its time.
    private static readonly DateTimeOffset First = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static ArticleId Id(int number) => new($"{number:D12}");

    // Every eighth word is written as a name: invented words have none.
    private static ArticleContent Article(ZipfArticles texts, int number)
    {
        var content = texts.Next(number).Content;
        return content with { Published = First.AddSeconds(number * 5L), Body = [string.Join(' ', content.Body[0].Split(' ').Select((word, at) => at % 8 == 7 ? char.ToUpperInvariant(word[0]) + word[1..] : word)), .. content.Body.Skip(1)] };
    }
}
