using NewsBot.Sources.Feeds.Reading.Html;

namespace NewsBot.Sources.Tests.Feeds.Reading;

public sealed class SafeHtmlTests
{
    private const string Page = "https://news.example/blog/";

    [Theory]
    [InlineData("a<script>alert(1)</script>b", "ab")]
    [InlineData("a<SCRIPT src=//x>alert(1)</SCRIPT >b", "ab")]
    [InlineData("a<script>never closed", "a")]
    [InlineData("a<style>p{}</style>b", "ab")]
    [InlineData("<b onclick=alert(1)>x</b>", "<b>x</b>")]
    [InlineData("<b/onclick=alert(1)>x</b>", "<b>x</b>")]
    [InlineData("<img src=x onerror=alert(1)>", "<img src=\"https://news.example/blog/x\" />")]
    [InlineData("<a href='javascript:alert(1)'>x</a>", "<a>x</a>")]
    [InlineData("<a href=' java&#10;script:alert(1)'>x</a>", "<a>x</a>")]
    [InlineData("<a href='&#106;avascript&colon;alert(1)'>x</a>", "<a>x</a>")]
    [InlineData("<a href='\u0001javascript:alert(1)'>x</a>", "<a>x</a>")]
    [InlineData("<img src='data:image/svg+xml;base64,AAAA'>", "<img />")]
    [InlineData("<a href='vbscript:x'>x</a>", "<a>x</a>")]
    [InlineData("<a href='/a?b=1&amp;c=2'>x</a>", "<a href=\"https://news.example/a?b=1&amp;c=2\">x</a>")]
    [InlineData("<a href='//other.example/a'>x</a>", "<a href=\"https://other.example/a\">x</a>")]
    [InlineData("<a href='a:b/c'>x</a>", "<a>x</a>")]
    [InlineData("<a href='?a:b'>x</a>", "<a href=\"https://news.example/blog/?a:b\">x</a>")]
    [InlineData("<p style='color:red;position:fixed;background:url(http://x)'>x</p>", "<p style=\"color: red;\">x</p>")]
    [InlineData("<p style='width:expression(alert(1))'>x</p>", "<p>x</p>")]
    [InlineData("<p style='c\\6flor:red'>x</p>", "<p>x</p>")]
    [InlineData("<form action=javascript:x><input formaction=javascript:y></form>", "<form><input /></form>")]
    [InlineData("<iframe src=http://x></iframe>a<object data=x></object><embed src=x>", "a")]
    [InlineData("<meta http-equiv=refresh content=0><base href=http://x><link rel=stylesheet href=x>a", "a")]
    [InlineData("<!--[if IE]><script>x</script><![endif]-->a<!-- x", "a")]
    [InlineData("<textarea><a title=\"</textarea><img src=x onerror=y>\">", "<textarea><a title=\"&lt;/textarea&gt;&lt;img src=x onerror=y&gt;\">")]
    [InlineData("<svg><script>x</script><circle r=\"1\"/></svg>", "<svg><circle r=\"1\"></svg>")]
    [InlineData("a < b, c <3 and <unknown>d</unknown>", "a &lt; b, c &lt;3 and d")]
    [InlineData("<p>kept <b>as it</b> is &amp; was</p>", "<p>kept <b>as it</b> is &amp; was</p>")]
    [InlineData("<a title='x\"y' href=z>q</a>", "<a title=\"x&quot;y\" href=\"https://news.example/blog/z\">q</a>")]
    [InlineData("<b", "&lt;b")]
    [InlineData("<b title=\"x", "&lt;b title=\"x")]
    public void What_can_act_is_left_out_and_the_rest_stays(string html, string safe) => Assert.Equal(safe, new SafeHtml().Clean(html, Page));

    [Fact]
    public void A_harmless_text_is_the_same_string()
    {
        const string html = "<p>One <b>two</b></p>";
        Assert.Same(html, new SafeHtml().Clean(html, Page));
    }

    [Theory]
    [InlineData("<p>One</p><p>Two<br>lines</p>", "One|Two lines")]
    [InlineData("One<br><br>Two<br/>\n<br>Three", "One|Two|Three")]
    [InlineData("<ul><li>a</li><li>b</li></ul><ol><li>c<li>d</ol>", "• a|• b|1. c|2. d")]
    [InlineData("<div>One <b>bold</b>&nbsp;&amp; <i>slanted</i></div>tail", "One bold & slanted|tail")]
    [InlineData("<figure><img src=x><figcaption>Photo</figcaption></figure><p>Text</p>", "Text")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b|c")]
    [InlineData("<p>  </p><p>&#8203;</p><h2>Head</h2>x", "Head|x")]
    [InlineData("&copy 2026 &lt;b&gt;", "© 2026 <b>")]
    public void Paragraphs_are_read_as_a_reader_sees_them(string html, string paragraphs) =>
        Assert.Equal(paragraphs, string.Join('|', HtmlParagraphs.Of(new(html, true))));
}
