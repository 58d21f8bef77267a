using NewsBot.Core.Articles;
using NewsBot.Storage.Engines;
using NewsBot.Storage.Tables;

namespace NewsBot.Storage.Search;

/// <summary>
/// Chooses the articles that are ranked, at most some hundreds: everything that matches when that is little, else the newest of it and the newest
/// of it by title. A sample of the newest articles tells how common each part of the question is, and with that how far back it may be looked for.
/// The same on both engines.
/// </summary>
internal sealed class Candidates(IWordIndex index, Session session, SearchAsk ask, CancellationToken stop)
{
    /// <summary>Articles in the sample. An archive that is no larger is ranked whole.</summary>
    public const int Sample = 2_048;

    private const int MostNewest = 400;
    private const int MostByTitle = 200;

    // How often a question may look whether a word occurs in an article: some milliseconds' worth.
    private const int Looks = 7_000;

    // When hardly anything holds all words, for each of the rarest this many that hold it, and this many in all.
    private const int MostOfWord = 400;
    private const int MostLoosely = 1_500;

    // What the index finds is sifted by topic so many times, four times as much each time.
    private const int MostRounds = 3;

    private long total;
    private long sampled;
    private double[] shares = [];

    /// <summary>How common each wanted part is among the newest articles, from 0 to 1.</summary>
    public IReadOnlyList<double> Shares => shares;

    public async Task<List<Candidate>> ChooseAsync()
    {
        await MeasureAsync();
        var most = total <= Sample ? Sample : MostNewest;
        var parts = ask.Wanted.Sum(node => node.Terms.Sum(term => term.Words.Count)) + ask.Unwanted.Count;
        var reach = await ReachAsync(Looks / (parts + 1));
        var newest = await MatchingAsync(ask, parts > 1 ? reach : null, most);
        if (newest.Count < most || ask.InTitle() is not { } inTitle) return newest;
        var seen = newest.Select(candidate => candidate.Number).ToHashSet();
        var byTitle = await MatchingAsync(inTitle, reach, MostByTitle);
        return [.. newest, .. byTitle.Where(candidate => seen.Add(candidate.Number))];
    }

    /// <summary>Articles that hold some of the words, the rarest words first.</summary>
    public async Task<List<Candidate>> ChooseLooselyAsync(IReadOnlyList<SearchTerm> words, double[] shares)
    {
        SearchNode[] rest = [.. ask.Wanted.Where(node => node.Terms.All(term => term.Words[0][0] == Mark.Sign))];
        if (total <= Sample) return await MatchingAsync(ask with { Wanted = [new AnyOf(words), .. rest] }, null, Sample);
        var found = new Dictionary<long, Candidate>();
        foreach (var (_, word) in words.Select((word, i) => (shares[i], word)).OrderBy(pair => pair.Item1).ToArray())
        {
            if (found.Count >= MostLoosely) break;
            foreach (var candidate in await MatchingAsync(ask with { Wanted = [word, .. rest] }, null, MostOfWord)) found.TryAdd(candidate.Number, candidate);
        }
        return [.. found.Values];
    }

    /// <summary>How common each of these is among the newest articles, from 0 to 1.</summary>
    public async Task<double[]> SharesAsync(IReadOnlyList<SearchNode> nodes)
    {
        var size = Math.Clamp(total, 1, Sample);
        return [.. (await index.CountAsync(session, [.. nodes.Select(Loosely)], sampled, stop)).Select(count => Math.Min(1, count / (double)size))];
    }

    // Where words stand is dear to count, and PostgreSQL's index does not know it.
    private static SearchNode Loosely(SearchNode node) => node switch
    {
        SearchTerm { Words.Count: > 1 } term => new AllOf([.. term.Words.Select((word, i) => new SearchTerm([word], i == term.Words.Count - 1 && term.Kind is TermKind.Prefix ? TermKind.Prefix : TermKind.Exact))]),
        SearchTerm { Kind: not TermKind.Word } term => term with { IsInTitle = false },
        AllOf all => new AllOf([.. all.Nodes.Select(Loosely)]),
        AnyOf any => new AnyOf([.. any.Nodes.Select(Loosely)]),
        _ => node,
    };

    private async Task MeasureAsync()
    {
        total = await BlockTable.TotalAsync(session, stop);
        sampled = await BlockTable.NthNewestAsync(session, Sample, await BlockTable.EndAsync(session, stop), stop) ?? long.MinValue;
        shares = await SharesAsync(ask.Wanted);
    }

    // Whatever matches holds the rarest part, so that part says within how many articles the looks suffice. Null: in all.
    private async Task<long?> ReachAsync(int looks)
    {
        if (shares.Length == 0) return null;
        var articles = looks / Math.Max(shares.Min(), 0.5 / Sample);
        return articles >= total ? null : await BlockTable.NthNewestAsync(session, Math.Max(Sample, (long)articles), ask.End ?? await BlockTable.EndAsync(session, stop), stop);
    }

    private async Task<List<Candidate>> MatchingAsync(SearchAsk asked, long? oldest, int most)
    {
        var kept = new List<Candidate>();
        var end = asked.End;
        // Topics are not in the index: what it finds is sifted, and more is asked for until there is enough.
        var size = most;
        for (var round = 0; round < MostRounds && kept.Count < most; round++)
        {
            var numbers = await NumbersAsync(asked with { End = end }, oldest, size);
            var sifted = asked.IsSifted ? await SiftAsync(asked, numbers) : numbers;
            kept.AddRange((await HeadTable.ReadAsync(session, sifted.Take(most - kept.Count), stop)).Where(asked.Holds));
            if (numbers.Count < size || !asked.IsSifted) break;
            end = numbers[^1];
            size = Math.Min(size * 4, Looks);
        }
        return kept;
    }

    private async Task<List<long>> NumbersAsync(SearchAsk asked, long? oldest, int most)
    {
        if (asked.Wanted.Count > 0) return await index.NewestAsync(session, asked.Question(oldest), most, stop);
        var numbers = asked.Topics.Count > 0
            ? await HeadTable.NewestOfAsync(session, asked.Topics, asked.Oldest ?? long.MinValue, asked.End ?? long.MaxValue, most, stop)
            : await HeadTable.NewestAsync(session, asked.Oldest ?? long.MinValue, asked.End ?? long.MaxValue, most, stop);
        if (asked.Unwanted.Count == 0 || numbers.Count == 0) return numbers;
        var unwanted = new WordQuestion(new AnyOf(asked.Unwanted), [], numbers[^1], asked.End);
        return [.. numbers.Except(await index.NewestAsync(session, unwanted, Looks, stop))];
    }

    private async Task<List<long>> SiftAsync(SearchAsk asked, List<long> numbers)
    {
        if (asked.Topics.Count > 0)
        {
            var inTopic = await HeadTable.InTopicsAsync(session, numbers, asked.Topics, stop);
            numbers = [.. numbers.Where(inTopic.Contains)];
        }
        if (asked.NotTopics.Count == 0) return numbers;
        var outside = await HeadTable.InTopicsAsync(session, numbers, asked.NotTopics, stop);
        return [.. numbers.Where(number => !outside.Contains(number))];
    }
}

/// <summary>An article that matched, as much of it as ranking needs.</summary>
/// <param name="Published">Milliseconds since 1970 UTC.</param>
/// <param name="Length">In words.</param>
internal sealed record Candidate(long Number, string Id, long Published, long Length, byte[] Bag);
