namespace NewsBot.Sources.Completing;

/// <summary>Finds the article in a page.</summary>
internal interface IPageText
{
    /// <param name="page">The bytes as they came; only valid during the call.</param>
    /// <param name="contentType">The header as it came.</param>
    /// <param name="address">Where the page was found in the end.</param>
    /// <returns>Null when there is no article in it.</returns>
    PageText? Read(ReadOnlyMemory<byte> page, string? contentType, Uri address);
}

/// <param name="Body">Paragraphs, the appeal not among them.</param>
/// <param name="Image">http(s).</param>
internal sealed record PageText(IReadOnlyList<string> Body, string? Author = null, string? Image = null, string? ImageDescription = null, Core.Articles.Appeal? Appeal = null);
