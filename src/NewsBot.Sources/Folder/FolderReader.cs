using Humanizer;
using NewsBot.Core.Articles;
using NewsBot.Core.Sources;
using NewsBot.Sources.Text;

namespace NewsBot.Sources.Folder;

/// <summary>Reads one listed file into what was found there. Every way in which a file can be bad is one sentence.</summary>
internal sealed class FolderReader(string key, long maxBytes, PageReader pages)
{
    /// <returns>Null when the file was being written while it was read: it is looked at again.</returns>
    public async Task<Found?> ReadAsync(FolderFile file, CancellationToken stop)
    {
        if (file.LeadsOut) return Problem(file, "It is a link that leads out of the folder and is not followed; put the file itself here.");
        if (file.Length == 0) return Problem(file, "It is empty.");
        if (file.Length > maxBytes) return Problem(file, $"It has {Size(file.Length)}, more than the {Size(maxBytes)} that MaxFileBytes allows.");
        byte[] bytes;
        try
        {
            bytes = await File.ReadAllBytesAsync(file.Path, stop);
        }
        catch (UnauthorizedAccessException)
        {
            return Problem(file, "It may not be read; check who owns it and its permissions.");
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (IOException failure)
        {
            return Problem(file, $"It could not be read: {failure.Message.Replace(file.Path, file.Place, StringComparison.Ordinal)}") with { Mark = null };
        }
        return file.Again()?.Mark == file.Mark ? Read(file, bytes) : null;
    }

    private Found Read(FolderFile file, byte[] bytes)
    {
        if (TextDecoding.Decode(bytes) is not { } text) return Problem(file, "It is not text; save the article as plain text in UTF-8.");
        var reading = pages.Read(text, new DateTimeOffset(file.Written));
        return reading.Content is { } content
            ? new Found.Item(file.Place, file.Mark, new(Identity.Of(content.Link) ?? $"{key}:{file.Place}", content))
            : Problem(file, reading.Problem!);
    }

    private static Found.Problem Problem(FolderFile file, string what) => new(file.Place, file.LeadsOut ? "link" : file.Mark, what);

    private static string Size(long bytes) => bytes.Bytes().Humanize("0.#", System.Globalization.CultureInfo.InvariantCulture);
}
