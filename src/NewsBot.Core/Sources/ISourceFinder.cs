using NewsBot.Core.Articles;

namespace NewsBot.Core.Sources;

/// <summary>Looks behind an address before it becomes a source. It never throws for what a person typed or a site answered.</summary>
public interface ISourceFinder
{
    /// <summary>Finds what can be followed at the address of a site, a page or a feed, also one typed without http://. Takes 45 seconds at most.</summary>
    Task<FindOutcome> FindAsync(string typed, CancellationToken stop);

    /// <summary>Reads a source that is followed already, and tells how it does. Takes 45 seconds at most.</summary>
    Task<FindOutcome> ExamineAsync(WebSource source, CancellationToken stop);
}

/// <summary>What came of looking.</summary>
public abstract record FindOutcome
{
    private FindOutcome() { }

    public sealed record Source(SourcePreview Preview) : FindOutcome;

    /// <param name="Why">What the address has instead, and what to try.</param>
    public sealed record Nothing(Remark Why) : FindOutcome;
}

/// <summary>A source as it would be added.</summary>
/// <param name="Address">Where it would be asked.</param>
/// <param name="Title">What it calls itself, one line; the host when it has no name.</param>
/// <param name="Language">ISO 639-1, or null when neither it nor its articles say.</param>
/// <param name="PerWeek">Articles a week, from the dates of those that it holds; null when they do not tell.</param>
/// <param name="Newest">Its articles, newest first; as many as it holds now.</param>
public sealed record SourcePreview(
    WebSourceKind Kind, Uri Address, string Title, string? Language, double? PerWeek, IReadOnlyList<FoundArticle> Newest, IReadOnlyList<Remark> Remarks);
