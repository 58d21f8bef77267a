using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Sources;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Topics;
using NewsBot.Storage.Engines;

namespace NewsBot.Storage;

/// <summary>How lists and records look inside a text column.</summary>
[JsonSerializable(typeof(ArticleContent))]
[JsonSerializable(typeof(Card))]
[JsonSerializable(typeof(ChannelSettings))]
[JsonSerializable(typeof(TopicRule))]
[JsonSerializable(typeof(WebSourceSettings))]
[JsonSerializable(typeof(IEnumerable<string>))]
internal sealed partial class StorageJson : JsonSerializerContext
{
    // Cyrillic stays readable, and a third as long as it would be escaped. The text goes into a column, never into a page.
    public static StorageJson Kept { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new PlainTextConverter(), new JsonStringEnumConverter<Language>(), new JsonStringEnumConverter<PostStyle>() },
    });

    public static string List(IEnumerable<string> texts) => JsonSerializer.Serialize(texts, Kept.IEnumerableString);
}
