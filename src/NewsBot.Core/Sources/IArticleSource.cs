using NewsBot.Core.Articles;

namespace NewsBot.Core.Sources;

/// <summary>Where articles come from: a folder, a feed. One instance is one such place.</summary>
public interface IArticleSource
{
    /// <summary>Short and stable: it is stored with each article, and topics may name it.</summary>
    string Key { get; }

    /// <summary>What a person reads in `source list`, such as the folder's path. Never holds a secret.</summary>
    string Title { get; }

    /// <summary>How long to wait before looking again when nothing signals a change.</summary>
    TimeSpan Every { get; }

    /// <summary>
    /// Reads everything after the bookmarks, as a stream: articles never all sit in memory.
    /// A place that cannot be read becomes a <see cref="Found.Problem"/>, never an exception; an exception means
    /// that the source as a whole could not be read, and it will be tried again.
    /// </summary>
    /// <param name="bookmarks">For each place read before, the mark that was stored in the same transaction as its article.</param>
    IAsyncEnumerable<Found> ReadAsync(IReadOnlyDictionary<string, string> bookmarks, CancellationToken stop);

    /// <summary>Completes when the source knows that something changed; may never complete.</summary>
    Task WaitForChangeAsync(CancellationToken stop);
}

/// <summary>One thing that a source saw at a place. A mark of null means: look at this place again next time.</summary>
public abstract record Found(string Place, string? Mark)
{
    public sealed record Item(string Place, string? Mark, FoundArticle Article) : Found(Place, Mark)
    {
        /// <summary>Why it is owed to nobody; null for news.</summary>
        public Unposted? Unposted { get; init; }
    }

    /// <param name="What">One sentence for a person: what is wrong, with sizes and limits where they matter.</param>
    public sealed record Problem(string Place, string? Mark, string What) : Found(Place, Mark);

    /// <summary>There is no news at the place: only its mark moves, and a problem that it had is over. A mark of null: it is gone.</summary>
    public sealed record Nothing(string Place, string? Mark) : Found(Place, Mark);
}
