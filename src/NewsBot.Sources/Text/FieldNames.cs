namespace NewsBot.Sources.Text;

/// <summary>The names under which pages and static-site tools write a <see cref="Field"/>, in English and Ukrainian.</summary>
internal static class FieldNames
{
    /// <summary>Characters; a longer name is not looked up.</summary>
    public const int MaxLength = 24;

    private static readonly Dictionary<string, Field> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["title"] = Field.Title,
        ["headline"] = Field.Title,
        ["заголовок"] = Field.Title,
        ["назва"] = Field.Title,
        ["deck"] = Field.Deck,
        ["subtitle"] = Field.Deck,
        ["description"] = Field.Deck,
        ["summary"] = Field.Deck,
        ["excerpt"] = Field.Deck,
        ["підзаголовок"] = Field.Deck,
        ["link"] = Field.Link,
        ["url"] = Field.Link,
        ["source"] = Field.Link,
        ["canonical"] = Field.Link,
        ["canonical_url"] = Field.Link,
        ["посилання"] = Field.Link,
        ["джерело"] = Field.Link,
        ["image"] = Field.Image,
        ["picture"] = Field.Image,
        ["photo"] = Field.Image,
        ["cover"] = Field.Image,
        ["зображення"] = Field.Image,
        ["фото"] = Field.Image,
        ["image_description"] = Field.ImageDescription,
        ["image-description"] = Field.ImageDescription,
        ["image description"] = Field.ImageDescription,
        ["image_alt"] = Field.ImageDescription,
        ["alt"] = Field.ImageDescription,
        ["caption"] = Field.ImageDescription,
        ["підпис"] = Field.ImageDescription,
        ["tags"] = Field.Tags,
        ["tag"] = Field.Tags,
        ["keywords"] = Field.Tags,
        ["categories"] = Field.Tags,
        ["category"] = Field.Tags,
        ["теги"] = Field.Tags,
        ["мітки"] = Field.Tags,
        ["topics"] = Field.Topics,
        ["topic"] = Field.Topics,
        ["теми"] = Field.Topics,
        ["тема"] = Field.Topics,
        ["author"] = Field.Author,
        ["authors"] = Field.Author,
        ["byline"] = Field.Author,
        ["автор"] = Field.Author,
        ["авторка"] = Field.Author,
        ["автори"] = Field.Author,
        ["language"] = Field.Language,
        ["lang"] = Field.Language,
        ["мова"] = Field.Language,
        ["published"] = Field.Published,
        ["date"] = Field.Published,
        ["pubdate"] = Field.Published,
        ["опубліковано"] = Field.Published,
        ["дата"] = Field.Published,
        ["updated"] = Field.Updated,
        ["modified"] = Field.Updated,
        ["lastmod"] = Field.Updated,
        ["оновлено"] = Field.Updated,
    };

    public static Field? Find(string name) => name.Length <= MaxLength && Names.TryGetValue(name, out var field) ? field : null;
}
