using NewsBot.Core.Articles;

namespace NewsBot.Core.Stories;

/// <summary>
/// All that a window needs to know of an article: its link, its signature, its terms and its time, in about half a kilobyte. Keep
/// <see cref="ToBytes"/> beside the article, and a restart fills the window without reading a body.
/// </summary>
public sealed class StoryPrint
{
    internal StoryPrint()
    {
    }

    internal ulong Link { get; init; }
    internal ulong Text { get; init; }
    internal int WordCount { get; init; }
    internal ushort[] Signature { get; init; } = [];
    internal StoryTerm[] Terms { get; init; } = [];
    /// <summary>The terms as they were written, in the same order; empty in a print that came from storage.</summary>
    internal string[] Words { get; init; } = [];

    internal DateTimeOffset Published { get; init; }
    internal bool IsDateGuess { get; init; }

    /// <summary>Two letters of ASCII; 0 when the language is not known.</summary>
    internal ushort Language { get; init; }

    public static StoryPrint Of(ArticleContent content) => Of(content, Shingles.Of(content));

    /// <param name="shingles">Those of the same content, for a caller who needs them too.</param>
    public static StoryPrint Of(ArticleContent content, Shingles shingles)
    {
        var terms = StoryTerms.Of(content);
        return new()
        {
            Link = CanonicalLink.Of(content.Link) is { } link ? StoryHash.Of(link) : 0,
            Text = shingles.Text,
            WordCount = shingles.WordCount,
            Signature = MinHash.Of(shingles.Hashes),
            Terms = [.. terms.Select(it => it.Term)],
            Words = [.. terms.Select(it => it.Word)],
            Published = content.Published,
            IsDateGuess = content.PublishedIsGuess,
            Language = content.Language is [<= 'z' and var first, <= 'z' and var second] ? (ushort)((first << 8) | second) : (ushort)0,
        };
    }

    /// <summary>The same again by <see cref="FromBytes"/>, but for the words of <see cref="StoryMatch.Why"/>.</summary>
    public byte[] ToBytes() => StoryPrintBytes.Write(this);

    /// <summary>Null when the bytes are none of ours, or of another version: then it is made again from the article.</summary>
    public static StoryPrint? FromBytes(ReadOnlySpan<byte> bytes) => StoryPrintBytes.Read(bytes);

    /// <summary>What the window keeps: without the words.</summary>
    internal StoryPrint Bare() => new()
    {
        Link = Link,
        Text = Text,
        WordCount = WordCount,
        Signature = Signature,
        Terms = Terms,
        Published = Published,
        IsDateGuess = IsDateGuess,
        Language = Language,
    };
}
