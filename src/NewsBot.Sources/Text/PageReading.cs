using NewsBot.Core.Articles;

namespace NewsBot.Sources.Text;

/// <param name="Content">Null when there is no article in the text.</param>
/// <param name="Problem">Then one sentence for a person that says why.</param>
public sealed record PageReading(ArticleContent? Content, string? Problem);
