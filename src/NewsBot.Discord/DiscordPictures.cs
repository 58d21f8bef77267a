using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Discord.Protocol;

namespace NewsBot.Discord;

/// <summary>A card's picture: by its address, which Discord fetches itself, or as a file that goes along.</summary>
internal sealed class DiscordPictures(IArchive archive, IImages images)
{
    /// <summary>Bytes; what any server takes.</summary>
    private const int MostBytes = 8_000_000;

    private static readonly (string?, IReadOnlyList<UploadedFile>) None = (null, []);

    public async Task<(string? Picture, IReadOnlyList<UploadedFile> Files)> FindAsync(CardImage? image, CancellationToken stop)
    {
        if (WebAddress.OrNull(image?.Address) is { } address) return (address, []);
        if (image?.Article is not { } id || await archive.FindAsync(id, stop) is not { } article) return None;
        if (await images.OpenAsync(article, stop) is not { } found || found.Bytes.Length > MostBytes) return None;
        var name = $"picture.{found.MediaType["image/".Length..]}";
        return ($"attachment://{name}", [new(name, found.MediaType, found.Bytes)]);
    }
}
