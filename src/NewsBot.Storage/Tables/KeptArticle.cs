using System.Text.Json;
using NewsBot.Core.Articles;
using NewsBot.Storage.Search;

namespace NewsBot.Storage.Tables;

/// <summary>An article made ready for its row: all that can be worked out before the transaction.</summary>
internal sealed record KeptArticle(Article Article, string Content, IndexedText Words, string Fingerprint)
{
    public static KeptArticle Of(Article article)
    {
        var words = IndexedText.Of(article.Content, article.Source);
        return new(article, JsonSerializer.Serialize(article.Content, StorageJson.Kept.ArticleContent), words, words.Fingerprint() ?? article.Id.Value);
    }
}
