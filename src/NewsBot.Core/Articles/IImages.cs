namespace NewsBot.Core.Articles;

/// <summary>Pictures that a source keeps beside its articles.</summary>
public interface IImages
{
    /// <summary>Opens the picture of an article; null when it has none here, it is not a picture we show, or it is too large.</summary>
    Task<Image?> OpenAsync(Article article, CancellationToken stop);
}

/// <param name="MediaType">image/png, image/jpeg, image/gif or image/webp; checked against the bytes, not the name.</param>
public sealed record Image(byte[] Bytes, string MediaType);
