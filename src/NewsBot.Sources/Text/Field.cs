namespace NewsBot.Sources.Text;

/// <summary>What a page may say about itself in lines such as "Author: Jane Doe".</summary>
internal enum Field
{
    Title,
    Deck,
    Link,
    Image,
    ImageDescription,
    Tags,
    Topics,
    Author,
    Language,
    Published,
    Updated,
}
