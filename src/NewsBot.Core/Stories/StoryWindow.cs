using NewsBot.Core.Articles;

namespace NewsBot.Core.Stories;

/// <summary>
/// The last articles, held so that those of the same story are found without reading them all. Not for several threads at once. What it
/// answers depends only on what was added, in which order.
/// </summary>
public sealed class StoryWindow
{
    /// <summary>Signatures that differ more than this are not worth a look at the texts: no pair at .5 was seen there.</summary>
    private const double WorthALook = .30;

    /// <summary>Texts below this many words say too little to be known again by their words on another day: "Morning news".</summary>
    private const int FewWords = 12;

    /// <summary>Members of a story that are told; who joins one joins all.</summary>
    private const int MostMatches = 32;

    /// <summary>Articles that there is room for at first: most bots never see more in three days, and room for all takes megabytes.</summary>
    private const int First = 1024;

    private static readonly TimeSpan FewWordsSpan = TimeSpan.FromHours(6);

    /// <summary>A form that is filled in daily (weather, rates) is a new article each time, although most of its words stay.</summary>
    private static readonly TimeSpan FormSpan = TimeSpan.FromHours(18);

    private readonly StoryRules _rules;
    private readonly Dictionary<ArticleId, int> _numbers = [];
    private StoryIndex _index;

    public StoryWindow(StoryRules? rules = null)
    {
        _rules = rules ?? new();
        ArgumentOutOfRangeException.ThrowIfLessThan(_rules.Capacity, 1, nameof(rules));
        _index = new(Math.Min(First, _rules.Capacity));
    }

    /// <summary>Articles in the window.</summary>
    public int Count => _index.Count;

    /// <summary>Takes an article in, in place of what was known of it; the oldest leaves when the window is full.</summary>
    public void Add(ArticleId article, StoryPrint print)
    {
        Remove(article);
        if (_index.IsFull && _index.Capacity < _rules.Capacity) Renew(Math.Min(_index.Capacity * 4, _rules.Capacity));
        if (_index.IsWorn) Renew(_index.Capacity);
        Put(article, print.Bare());
    }

    /// <summary>False when the window does not hold it.</summary>
    public bool Remove(ArticleId article)
    {
        if (!_numbers.Remove(article, out var number)) return false;
        _index.Drop(number);
        return true;
    }

    /// <summary>Those of the window that belong with an article, the closest first; the article itself is not among them.</summary>
    /// <param name="shingles">The article's, when true Jaccard values are wanted.</param>
    /// <param name="texts">Those of an article in the window, or null when its text is not at hand.</param>
    public IReadOnlyList<StoryMatch> Find(ArticleId article, StoryPrint print, Shingles? shingles = null, Func<ArticleId, Shingles?>? texts = null)
    {
        var found = new Dictionary<int, (StoryKind Kind, double Score)>();
        HashSet<uint> own = _numbers.ContainsKey(article) ? [] : [.. print.Terms.Select(it => it.Hash)];
        Look(_index.SameLink(print), (_, _) => (StoryKind.Exact, 1));
        Look(_index.SameText(print), (_, other) => IsSameText(print, other) ? (StoryKind.Exact, 1) : null);
        Look(_index.SameBand(print), (id, other) => Near(print, other, shingles, texts is null ? null : () => texts(id)) is { } score ? (StoryKind.Near, score) : null);
        Look(_index.SameTerms(print), (_, other) => Event(print, other, Rarity));
        return [.. found.OrderBy(it => it.Value.Kind).ThenByDescending(it => it.Value.Score).ThenByDescending(it => it.Key).Take(MostMatches).Select(it => Match(it.Key, it.Value.Kind, it.Value.Score))];

        StoryMatch Match(int number, StoryKind kind, double score) => new(_index.At(number).Article, kind, score, SharedTerms.Of(print, _index.At(number).Print!, Rarity));

        void Look(IEnumerable<int> candidates, Func<ArticleId, StoryPrint, (StoryKind, double)?> judge)
        {
            foreach (var number in candidates)
                if (_index.At(number) is { Print: { } other } slot && slot.Article != article && !found.ContainsKey(number) && judge(slot.Article, other) is var (kind, score))
                    found[number] = (kind, score);
        }

        double Rarity(uint term) => _index.Rarity(term, own.Contains(term) ? 1 : 0);
    }

    private void Put(ArticleId article, StoryPrint print)
    {
        var (number, left) = _index.Add(article, print);
        if (left is { } gone) _numbers.Remove(gone);
        _numbers[article] = number;
    }

    private void Renew(int capacity)
    {
        var live = _index.Live.ToArray();
        _index = new(capacity);
        foreach (var slot in live) Put(slot.Article, slot.Print!);
    }

    private static bool IsSameText(StoryPrint left, StoryPrint right) =>
        !IsFilledAnew(left, right) && (left.WordCount >= FewWords || (left.Published - right.Published).Duration() <= FewWordsSpan);

    private double? Near(StoryPrint left, StoryPrint right, Shingles? shingles, Func<Shingles?>? text)
    {
        if (left.WordCount < FewWords || right.WordCount < FewWords) return null;
        var estimate = MinHash.Likeness(left.Signature, right.Signature);
        if (estimate < WorthALook || IsFilledAnew(left, right)) return null;
        if (shingles is not null && text?.Invoke() is { } other) return shingles.Jaccard(other) is var jaccard && jaccard >= _rules.NearJaccard ? jaccard : null;
        return estimate >= _rules.NearEstimate ? estimate : null;
    }

    private static bool IsFilledAnew(StoryPrint left, StoryPrint right) =>
        !left.IsDateGuess && !right.IsDateGuess && (left.Published - right.Published).Duration() >= FormSpan && SharedTerms.NumbersDiffer(left, right);

    private (StoryKind, double)? Event(StoryPrint left, StoryPrint right, Func<uint, double> rarity)
    {
        if (left.Language != right.Language && left.Language != 0 && right.Language != 0) return null;
        if ((left.Published - right.Published).Duration() > _rules.EventSpan) return null;
        return EventVerdict.Of(EventLikeness.Of(left, right, rarity));
    }
}
