using System.Collections.Concurrent;
using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using Telegram.Bot.Types;

namespace NewsBot.Telegram;

/// <summary>
/// Pictures to send. The first chat gets the bytes or the address, all others Telegram's own id of it, which stays valid for the bot.
/// </summary>
internal sealed class TelegramPictures(IArchive archive, IImages images, INotebook notes)
{
    /// <summary>Bytes; core.telegram.org/bots/api, sendPhoto.</summary>
    private const int MostBytes = 10_000_000;

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _first = new(StringComparer.Ordinal);

    /// <summary>The picture, or null when Telegram could not show it. Dispose it when it was sent: until then others with the same picture wait, if this is its first time.</summary>
    public async Task<Picture?> FindAsync(CardImage image, CancellationToken stop)
    {
        var name = $"picture {image.Key}";
        if (await KnownAsync(name, stop) is { } known) return known;
        var turn = _first.GetOrAdd(name, _ => new(1));
        await turn.WaitAsync(stop);
        try
        {
            if (await KnownAsync(name, stop) is { } meanwhile) return meanwhile.Then(() => turn.Release());
            if (await NewAsync(image, stop) is { } file) return new(file, name, () => turn.Release());
        }
        catch
        {
            turn.Release();
            throw;
        }
        turn.Release();
        return null;
    }

    /// <summary>Keeps the id under which Telegram knows it now.</summary>
    public async Task RememberAsync(Picture picture, Message sent, CancellationToken stop)
    {
        if (picture.Name is { } name && sent.Photo is [.., var largest]) await notes.WriteAsync(TelegramPlatform.PlatformName, name, largest.FileId, stop);
        if (picture.Name is not null) _first.TryRemove(picture.Name, out _);
    }

    /// <summary>Telegram no longer takes the id that we kept.</summary>
    public Task ForgetAsync(CardImage image, CancellationToken stop) =>
        notes.WriteAsync(TelegramPlatform.PlatformName, $"picture {image.Key}", null, stop);

    private async Task<Picture?> KnownAsync(string name, CancellationToken stop) =>
        await notes.ReadAsync(TelegramPlatform.PlatformName, name, stop) is { } id ? new(InputFile.FromFileId(id), null, null) : null;

    private async Task<InputFile?> NewAsync(CardImage image, CancellationToken stop)
    {
        if (image.Address is { } address) return InputFile.FromUri(address);
        if (image.Article is not { } id || await archive.FindAsync(id, stop) is not { } article) return null;
        return await images.OpenAsync(article, stop) is { MediaType: "image/png" or "image/jpeg" or "image/webp" } found && found.Bytes.Length <= MostBytes
            ? InputFile.FromStream(new MemoryStream(found.Bytes), $"picture.{found.MediaType[6..]}")
            : null;
    }
}

/// <param name="Name">Under which its id is to be kept; null when it is known already.</param>
internal sealed record Picture(InputFile File, string? Name, Action? Done) : IDisposable
{
    public Picture Then(Action done) => this with { Done = done };

    public void Dispose() => Done?.Invoke();
}
