using System.Text.Json;
using AngleSharp.Dom;
using NewsBot.Sources.Feeds.Reading.Html;

namespace NewsBot.Sources.Pages;

/// <summary>What a page says of its article in JSON-LD (schema.org), as far as it can be read: much of it out there is broken.</summary>
internal sealed record LinkedData
{
    private const int MostText = 1_000_000;
    private const int MostDepth = 32;

    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    public string? Headline { get; private set; }
    public string? Description { get; private set; }
    public string? Published { get; private set; }
    public string? Modified { get; private set; }
    public string? Image { get; private set; }
    public string? Language { get; private set; }
    public string? Publisher { get; private set; }
    public string? Body { get; private set; }
    public List<string> Authors { get; } = [];

    /// <summary>What is said of the page instead of an article on it; weaker.</summary>
    public List<string> PageAuthors { get; } = [];

    public string? PagePublished { get; private set; }

    public List<string> Keywords { get; } = [];

    /// <summary>True when something on the page calls itself an article.</summary>
    public bool IsArticle { get; private set; }

    public static LinkedData Of(IDocument page)
    {
        var data = new LinkedData();
        var people = new Dictionary<string, string>(StringComparer.Ordinal);
        var articles = new List<JsonElement>();
        var documents = new List<JsonDocument>();
        try
        {
            foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']").Take(50))
            {
                if (Parse(script.TextContent) is not { } document) continue;
                documents.Add(document);
                Walk(document.RootElement, articles, people, 0);
            }
            // The last one wins nowhere: the first that names a thing is the page's own, later ones are teasers.
            foreach (var article in articles)
                if (IsOfKind(article, "Page")) data.TakePage(article, people);
                else data.Take(article, people);
            if (data.PageAuthors.Count == 0 && people.Count == 1) data.PageAuthors.AddRange(people.Values);
        }
        finally
        {
            foreach (var document in documents) document.Dispose();
        }
        return data;
    }

    private static JsonDocument? Parse(string text)
    {
        if (text.Length > MostText) return null;
        var trimmed = text.Trim().TrimStart('\uFEFF');
        if (trimmed.StartsWith("<!--", StringComparison.Ordinal)) trimmed = trimmed[4..].Replace("-->", "", StringComparison.Ordinal);
        if (trimmed.StartsWith("//<![CDATA[", StringComparison.Ordinal)) trimmed = trimmed["//<![CDATA[".Length..].Replace("//]]>", "", StringComparison.Ordinal);
        return Read(trimmed) ?? Read(WithoutControls(trimmed));
    }

    private static JsonDocument? Read(string text)
    {
        try
        {
            return JsonDocument.Parse(text, Tolerant);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Line breaks inside of strings are the commonest fault.
    private static string WithoutControls(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        for (var i = 0; i < from.Length; i++) to[i] = char.IsControl(from[i]) ? ' ' : from[i];
    });

    private static void Walk(JsonElement element, List<JsonElement> articles, Dictionary<string, string> people, int depth)
    {
        if (depth > MostDepth) return;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Walk(item, articles, people, depth + 1);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (IsOfKind(element, "Article", "Posting", "Report", "Review", "Recipe", "HowTo", "Page")) articles.Add(element);
            if (IsOfKind(element, "Person") && Text(element, "@id") is { } id && Text(element, "name") is { } name) people.TryAdd(id, name);
            foreach (var name2 in new[] { "@graph", "mainEntity", "mainEntityOfPage", "hasPart" })
                if (element.TryGetProperty(name2, out var inner)) Walk(inner, articles, people, depth + 1);
        }
    }

    private static bool IsOfKind(JsonElement element, params ReadOnlySpan<string> endings)
    {
        if (!element.TryGetProperty("@type", out var type)) return false;
        if (type.ValueKind == JsonValueKind.Array && type.GetArrayLength() > 0) type = type[0];
        if (type.ValueKind != JsonValueKind.String) return false;
        var name = type.GetString()!;
        foreach (var ending in endings)
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private void Take(JsonElement article, Dictionary<string, string> people)
    {
        IsArticle = true;
        Headline ??= Text(article, "headline") ?? Text(article, "name");
        Description ??= Text(article, "description");
        Published ??= Text(article, "datePublished") ?? Text(article, "dateCreated");
        Modified ??= Text(article, "dateModified");
        Language ??= Text(article, "inLanguage");
        Body ??= Text(article, "articleBody");
        Image ??= article.TryGetProperty("image", out var image) ? Address(image, 0) : null;
        Publisher ??= article.TryGetProperty("publisher", out var publisher) && publisher.ValueKind == JsonValueKind.Object ? Text(publisher, "name") : null;
        if (Authors.Count == 0 && article.TryGetProperty("author", out var author)) TakeAuthors(Authors, author, people, 0);
        if (Keywords.Count == 0 && article.TryGetProperty("keywords", out var keywords)) TakeKeywords(keywords);
    }

    private void TakePage(JsonElement page, Dictionary<string, string> people)
    {
        PagePublished ??= Text(page, "datePublished");
        if (PageAuthors.Count == 0 && page.TryGetProperty("author", out var author)) TakeAuthors(PageAuthors, author, people, 0);
    }

    private static void TakeAuthors(List<string> to, JsonElement author, Dictionary<string, string> people, int depth)
    {
        if (depth > 3) return;
        if (author.ValueKind == JsonValueKind.Array)
            foreach (var one in author.EnumerateArray().Take(10)) TakeAuthors(to, one, people, depth + 1);
        else if (author.ValueKind == JsonValueKind.String) to.Add(author.GetString()!);
        else if (author.ValueKind == JsonValueKind.Object)
        {
            if (author.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.Array) TakeAuthors(to, name, people, depth + 1);
            else if (Text(author, "name") is { } named) to.Add(named);
            else if (Text(author, "@id") is { } id && people.TryGetValue(id, out var known)) to.Add(known);
        }
    }

    private void TakeKeywords(JsonElement keywords)
    {
        if (keywords.ValueKind == JsonValueKind.String) Keywords.AddRange(keywords.GetString()!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(30));
        else if (keywords.ValueKind == JsonValueKind.Array)
            Keywords.AddRange(keywords.EnumerateArray().Where(word => word.ValueKind == JsonValueKind.String).Select(word => word.GetString()!).Take(30));
    }

    private static string? Address(JsonElement image, int depth) => image.ValueKind switch
    {
        JsonValueKind.String => image.GetString(),
        JsonValueKind.Array when depth < 3 => image.EnumerateArray().Select(one => Address(one, depth + 1)).FirstOrDefault(found => found is not null),
        JsonValueKind.Object => Text(image, "url") ?? Text(image, "contentUrl") ?? Text(image, "@id"),
        _ => null,
    };

    // Many sites escape their texts for HTML although this is JSON.
    private static string? Text(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0) value = value[0];
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("name", out var inner)) value = inner;
        if (value.ValueKind != JsonValueKind.String || value.GetString() is not { } text || string.IsNullOrWhiteSpace(text)) return null;
        return text.Contains('&', StringComparison.Ordinal) ? HtmlDecoding.Decode(text).Trim() : text.Trim();
    }
}
