using CsCheck;
using NewsBot.Core.Stories;

namespace NewsBot.Tests.Units.Stories;

public sealed class CanonicalLinkTests
{
    private const string Story = "https://example.org/news/bridge-opens";

    [Theory]
    [InlineData("http://example.org/news/bridge-opens")]
    [InlineData("https://EXAMPLE.org:443/news/bridge-opens/")]
    [InlineData("https://www.example.org/news/bridge-opens?utm_source=x&utm_medium=y&fbclid=1")]
    [InlineData("https://m.example.org/news/bridge-opens#comments")]
    [InlineData("https://amp.example.org/news/bridge-opens")]
    [InlineData("https://mobile.example.org/news/bridge-opens?amp=1")]
    [InlineData("https://example.org/amp/news/bridge-opens")]
    [InlineData("https://example.org/news/amp/bridge-opens")]
    [InlineData("https://example.org/news/bridge-opens/amp/")]
    [InlineData("https://example.org/news/bridge-opens/index.html")]
    [InlineData("https://example.org/news/bridge-opens;jsessionid=AB12?PHPSESSID=77")]
    [InlineData("https://example.org//news//bridge-opens?ref=homepage&outputType=amp")]
    [InlineData("https://www.google.com/amp/s/www.example.org/news/bridge-opens/amp/")]
    [InlineData("https://example-org.cdn.ampproject.org/c/s/example.org/news/bridge-opens?usqp=mq331")]
    [InlineData("https://example.org/news/bridge-opens?sid=0123456789abcdef0123")]
    public void All_doors_of_an_article_lead_to_one_link(string door) => Assert.Equal(Story, CanonicalLink.Of(door));

    [Theory]
    [InlineData("https://example.org/a?id=1", "https://example.org/a?id=2")]
    [InlineData("https://example.org/?p=10", "https://example.org/?p=11")]
    [InlineData("https://example.org/index.php?article=5", "https://example.org/index.php?article=6")]
    [InlineData("https://example.org/?m=202401", "https://example.org/?m=202402")]
    [InlineData("https://example.org/a?page=2", "https://example.org/a")]
    [InlineData("https://example.org/list?from=10", "https://example.org/list?from=20")]
    [InlineData("https://example.org/a", "https://example.com/a")]
    [InlineData("https://example.org/A", "https://example.org/a")]
    [InlineData("https://example.org:8080/a", "https://example.org/a")]
    [InlineData("https://m.co.uk/a", "https://amp.co.uk/a")]
    [InlineData("https://uk.example.org/a", "https://en.example.org/a")]
    [InlineData("https://example.org/#!/a", "https://example.org/#!/b")]
    [InlineData("https://example.org/amp", "https://example.org/")]
    public void What_names_the_content_keeps_links_apart(string one, string other) => Assert.NotEqual(CanonicalLink.Of(one), CanonicalLink.Of(other));

    [Fact]
    public void The_order_of_parameters_does_not_matter() => Assert.Equal(CanonicalLink.Of("https://example.org/a?b=2&a=1"), CanonicalLink.Of("https://example.org/a?a=1&b=2"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("mailto:a@example.org")]
    [InlineData("https://user:secret@example.org/")]
    [InlineData("news/bridge")]
    public void What_is_no_web_address_has_no_link(string? text) => Assert.Null(CanonicalLink.Of(text));

    [Fact]
    public void A_canonical_link_is_its_own() => Addresses.Sample(address =>
    {
        var link = CanonicalLink.Of(address);
        return link is null || CanonicalLink.Of(link) == link;
    }, iter: 5_000);

    [Fact]
    public void Nothing_that_is_typed_makes_it_throw() => Gen.String.Sample(text =>
    {
        CanonicalLink.Of(text);
        CanonicalLink.Of($"https://{text}");
        CanonicalLink.Of($"https://example.org/{text}");
    }, iter: 5_000);

    private static Gen<string> Addresses { get; } =
        from scheme in OneOf("http", "https")
        from host in OneOf("example.org", "www.m.example.org", "amp.amp.example.co.uk", "m.co.uk", "www.google.com", "google.com/amp/s/amp.example.org", "x.cdn.ampproject.org/c/s/www.google.com/amp/s/m.example.org", "127.0.0.1:8080", "[::1]", "bücher.example", "example.org.")
        from path in OneOf("amp", "index.html", "a.amp.html", "index.amp.html", "x.amp.amp", "b;jsessionid=1", ";jsessionid=2", "", "%41%2f", "ї", "s", "story-12").Array[0, 5]
        from query in OneOf("utm_x=1", "amp", "m=1", "m=2", "id=7", "id=3", "=", "&", "a=%20", "ref=a", "ref=1", "sid=0123456789abcdef", "ї=є", "?").Array[0, 4]
        from fragment in OneOf("", "#x", "#!/y", "#!")
        select $"{scheme}://{host}/{string.Join('/', path)}?{string.Join('&', query)}{fragment}";

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(at => texts[at]);
}
