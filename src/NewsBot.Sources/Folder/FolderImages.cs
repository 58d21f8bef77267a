using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsBot.Core.Articles;

namespace NewsBot.Sources.Folder;

/// <summary>Pictures beside the articles of a folder. Only real pictures by their bytes, only from within the folder.</summary>
internal sealed class FolderImages(IOptions<SourcesOptions> options, IHostEnvironment environment) : IImages
{
    /// <summary>Bytes; Telegram takes photos up to 10 MB, and nobody waits for more than half of that.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    public async Task<Image?> OpenAsync(Article article, CancellationToken stop)
    {
        // A web address is the platform's to show, and an absolute path is nobody's.
        if (article.Content.Image is not { Length: > 0 } image || image.Contains("://", StringComparison.Ordinal)) return null;
        if (options.Value.Folders.FirstOrDefault(folder => folder.Key == article.Source) is not { } folder) return null;
        var root = Path.GetFullPath(folder.Path, environment.ContentRootPath);
        var beside = Path.GetDirectoryName(Path.Combine(root, article.Place))!;
        foreach (var name in new[] { image, Uri.UnescapeDataString(image) }.Distinct())
            foreach (var start in new[] { beside, root })
                if (await OpenAsync(root, start, name, stop) is { } found)
                    return found;
        return null;
    }

    private static async Task<Image?> OpenAsync(string root, string start, string name, CancellationToken stop)
    {
        try
        {
            if (Path.IsPathRooted(name)) return null;
            var path = RealPath.Of(Path.GetFullPath(name, start));
            if (!RealPath.IsWithin(path, RealPath.Of(root))) return null;
            if (new FileInfo(path) is not { Exists: true, Length: > 0 and <= MaxBytes }) return null;
            var bytes = await File.ReadAllBytesAsync(path, stop);
            return MediaType(bytes) is { } type ? new(bytes, type) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static string? MediaType(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n', ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "image/gif",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        _ => null,
    };
}
