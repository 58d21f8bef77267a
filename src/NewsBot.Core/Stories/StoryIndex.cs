using System.Numerics;
using System.Runtime.InteropServices;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Stories;

/// <summary>Who in the window might belong with an article: a few candidates out of all, by link, text, signature and rare terms.</summary>
internal sealed class StoryIndex
{
    /// <summary>Places in a band. Articles that agree in one of 42 bands are compared: of texts that share half, all but four in a thousand.</summary>
    private const int Rows = 3;
    private const int Bands = MinHash.Size / Rows;

    /// <summary>Entries of one list that are walked, newest first; a longer list belongs to a word that tells nothing, or to one text copied often.</summary>
    private const int MostOfList = 100;

    /// <summary>Entries of all of an article's terms that are walked, rarest term first.</summary>
    private const int MostOfTerms = 600;

    /// <summary>Articles handed on for the event, of those with the most rarity in common.</summary>
    private const int MostAlike = 24;

    /// <summary>Articles that stand before the first, as it were: rarity has a meaning in a small window too.</summary>
    private const int Before = 200;

    private const int Buckets = 1 << 18;

    private static readonly double[] Logs = [.. Enumerable.Range(0, 4096).Select(it => Math.Log(Math.Max(1, it)))];

    private readonly Slot[] _slots;
    private readonly Chains _links, _texts, _bands, _terms;
    private readonly int[] _uses = new int[Buckets];
    private int _next;
    private double _logOfAll = Math.Log(Before);

    public StoryIndex(int capacity)
    {
        _slots = new Slot[capacity];
        var bandBuckets = (int)Math.Min(1 << 20, BitOperations.RoundUpToPowerOf2((uint)Math.Min(capacity, 1 << 16)) * 32);
        (_links, _texts) = (new(1 << 16, capacity), new(1 << 16, capacity));
        (_bands, _terms) = (new(bandBuckets, checked(capacity * Bands)), new(Buckets, checked(capacity * StoryTerms.Most)));
    }

    /// <summary>Articles that it has room for.</summary>
    public int Capacity => _slots.Length;

    /// <summary>True when the next article takes the place of the oldest, or of one that was dropped.</summary>
    public bool IsFull => _next >= _slots.Length;

    /// <summary>Articles that are in it.</summary>
    public int Count { get; private set; }

    /// <summary>True when the next article's number would be too great for the lists: then all is put into a new index.</summary>
    public bool IsWorn => _next >= (int.MaxValue / Math.Max(Bands, StoryTerms.Most)) - 1;

    public IEnumerable<Slot> Live => Enumerable.Range(Oldest, _next - Oldest).Select(At).Where(it => it.Print is not null);

    private int Oldest => Math.Max(0, _next - _slots.Length);

    public Slot At(int number) => _slots[number % _slots.Length];

    /// <summary>Its number, and the article that had to leave for it.</summary>
    public (int Number, ArticleId? Left) Add(ArticleId article, StoryPrint print)
    {
        var number = _next++;
        ArticleId? left = _slots[number % _slots.Length].Print is null ? null : At(number).Article;
        Drop(number);
        _slots[number % _slots.Length] = new(article, print);
        Resize(Count + 1);
        if (print.Link != 0) _links.Push((uint)print.Link, number);
        _texts.Push((uint)print.Text, number);
        for (var band = 0; band < Bands; band++) _bands.Push(Band(print, band), (number * Bands) + band);
        foreach (var (at, term) in print.Terms.Index())
        {
            _terms.Push(term.Hash, (number * StoryTerms.Most) + at);
            _uses[term.Hash % Buckets]++;
        }
        return (number, left);
    }

    public void Drop(int number)
    {
        if (At(number).Print is not { } print) return;
        foreach (var term in print.Terms) _uses[term.Hash % Buckets]--;
        _slots[number % _slots.Length] = default;
        Resize(Count - 1);
    }

    /// <summary>1 for a term that nobody else has, towards 0 for one that all have.</summary>
    /// <param name="more">1 when an article that has the term asks, and is not in the window itself.</param>
    public double Rarity(uint term, int more = 0) => Math.Max(0, 1 - (Log(_uses[term % Buckets] + more) / _logOfAll));

    public IEnumerable<int> SameLink(StoryPrint print) => print.Link == 0 ? [] : Walk(_links, (uint)print.Link, 1).Where(it => At(it).Print?.Link == print.Link);

    public IEnumerable<int> SameText(StoryPrint print) => print.WordCount == 0 ? [] : Walk(_texts, (uint)print.Text, 1).Where(it => At(it).Print is { } other && other.Text == print.Text && other.WordCount == print.WordCount);

    /// <summary>Those with a band in common, each once.</summary>
    public HashSet<int> SameBand(StoryPrint print)
    {
        var found = new HashSet<int>();
        for (var band = 0; band < Bands; band++)
            foreach (var entry in Walk(_bands, Band(print, band), Bands))
                if (At(entry / Bands).Print is not null)
                    found.Add(entry / Bands);
        return found;
    }

    /// <summary>Those that share the most rarity with an article, the newer of equals; in no order.</summary>
    public IEnumerable<int> SameTerms(StoryPrint print)
    {
        var shared = new Dictionary<int, double>();
        var walked = 0;
        foreach (var term in print.Terms.OrderBy(it => _uses[it.Hash % Buckets]).ThenBy(it => it.Hash))
        {
            if (walked >= MostOfTerms) break;
            var rarity = Rarity(term.Hash);
            foreach (var entry in Walk(_terms, term.Hash, StoryTerms.Most))
            {
                walked++;
                // Two terms of one bucket only make a worse candidate; looking at each article here would cost most of the time.
                ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(shared, entry / StoryTerms.Most, out _);
                sum += rarity;
            }
        }
        var best = new PriorityQueue<int, (double, int)>(MostAlike + 1);
        foreach (var (number, rarity) in shared)
        {
            if (best.Count < MostAlike) best.Enqueue(number, (rarity, number));
            else best.EnqueueDequeue(number, (rarity, number));
        }
        return best.UnorderedItems.Select(it => it.Element);
    }

    private void Resize(int count)
    {
        Count = count;
        _logOfAll = Math.Log(count + Before);
    }

    private static double Log(int uses) => uses < Logs.Length ? Logs[uses] : Math.Log(uses);

    private static uint Band(StoryPrint print, int band)
    {
        var key = (ulong)band;
        foreach (var place in print.Signature.AsSpan(band * Rows, Rows)) key = StoryHash.Combine(key, place);
        return (uint)key;
    }

    private IEnumerable<int> Walk(Chains chains, uint bucket, int entriesOfArticle)
    {
        var entry = chains.First(bucket);
        for (var steps = 0; entry >= 0 && entry / entriesOfArticle >= Oldest && steps < MostOfList; steps++, entry = chains.Older(entry)) yield return entry;
    }

    internal readonly record struct Slot(ArticleId Article, StoryPrint? Print);
}
