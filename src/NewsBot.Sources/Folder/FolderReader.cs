using System.Globalization;
using Humanizer;
using NewsBot.Core.Articles;
using NewsBot.Core.Sources;
using NewsBot.Core.Stories;
using NewsBot.Sources.Text;

namespace NewsBot.Sources.Folder;

/// <summary>Reads one listed file into what was found there. Every way in which a file can be bad is one sentence.</summary>
/// <param name="name">Names the folder in the identity of articles that have no link of their own.</param>
internal sealed class FolderReader(string name, long maxBytes, PageReader pages)
{
    /// <summary>What is wrong with a file that is not worth opening, or null.</summary>
    public Found.Problem? Refuse(FolderFile file) => file switch
    {
        { Flaw: { } flaw } => State(file, flaw),
        { Length: 0 } => State(file, "It is empty, or no ordinary file."),
        _ when file.Length > maxBytes => State(file, TooLarge(file.Length)),
        _ => null,
    };

    /// <returns>Null when it is no longer as it was listed: it is being written, or gone.</returns>
    public async Task<Found?> ReadAsync(FolderFile file, CancellationToken stop)
    {
        try
        {
            return await FileBytes.ReadAsync(file, stop) is { } bytes ? Read(file, bytes) : null;
        }
        catch (UnauthorizedAccessException)
        {
            return State(file, "It may not be read; check who owns it and its permissions.");
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (IOException)
        {
            // The system's own words would name the path on the disk.
            return State(file, "The disk did not give it, or another program holds it; it is tried again.");
        }
    }

    private Found Read(FolderFile file, byte[] bytes)
    {
        if (TextDecoding.Decode(bytes) is not { } text) return Content(file, "It is not text; save the article as plain text in UTF-8.");
        var reading = pages.Read(text, new DateTimeOffset(file.Written));
        return reading.Content is { } content
            ? new Found.Item(file.Place, FolderMark.OfArticle(file, bytes), new(CanonicalLink.Of(content.Link) ?? $"{name}:{file.Place}", content))
            : Content(file, reading.Problem!);
    }

    private static Found.Problem State(FolderFile file, string what) => new(file.Place, FolderMark.OfState(what), what);

    private static Found.Problem Content(FolderFile file, string what) => new(file.Place, FolderMark.OfContent(file, what), what);

    private string TooLarge(long length)
    {
        var (size, limit) = (Size(length), Size(maxBytes));
        return size == limit
            ? string.Create(CultureInfo.InvariantCulture, $"It has {length:N0} bytes, more than the {maxBytes:N0} that MaxFileBytes allows.")
            : $"It has {size}, more than the {limit} that MaxFileBytes allows.";
    }

    private static string Size(long bytes) => bytes.Bytes().Humanize("0.#", CultureInfo.InvariantCulture);
}
