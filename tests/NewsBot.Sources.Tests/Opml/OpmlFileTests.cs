using System.Text;
using NewsBot.Sources.Opml;

namespace NewsBot.Sources.Tests.Opml;

/// <summary>Files as readers write them. A feed is shown as "address | title | folder, folder", a problem as "! where: what".</summary>
public sealed class OpmlFileTests
{
    private const string Broken = "! The file breaks the rules of XML; it was read as well as it could be.";

    public static TheoryData<string, string, string[]> Files => new()
    {
        { "as the specification has it", Body("""<outline text="Herald" title="Herald" type="rss" version="RSS2" htmlUrl="https://a.example/" xmlUrl="https://a.example/feed"/>"""), ["https://a.example/feed | Herald | "] },
        { "a folder", Body("""<outline text="Belarus"><outline text="A" type="rss" xmlUrl="https://a.example/1"/><outline text="B" type="rss" xmlUrl="https://a.example/2"/></outline>"""), ["https://a.example/1 | A | Belarus", "https://a.example/2 | B | Belarus"] },
        { "folders in folders", Body("""<outline text="World"><outline text="Europe"><outline text="A" xmlUrl="https://a.example/1"/></outline><outline text="B" xmlUrl="https://a.example/2"/></outline><outline text="C" xmlUrl="https://a.example/3"/>"""), ["https://a.example/1 | A | World, Europe", "https://a.example/2 | B | World", "https://a.example/3 | C | "] },
        { "no type", Body("""<outline text="A" xmlUrl="https://a.example/1"/>"""), ["https://a.example/1 | A | "] },
        { "a wrong type", Body("""<outline text="A" type="banana" xmlUrl="https://a.example/1"/>"""), ["https://a.example/1 | A | "] },
        { "title instead of text", Body("""<outline title="A" xmlUrl="https://a.example/1"/>"""), ["https://a.example/1 | A | "] },
        { "text is the renamed one", Body("""<outline text="Mine" title="Theirs" xmlUrl="https://a.example/1"/>"""), ["https://a.example/1 | Mine | "] },
        { "text is only the address", Body("""<outline text="https://a.example/1" title="A" xmlUrl="https://a.example/1"/>"""), ["https://a.example/1 | A | "] },
        { "an empty text", Body("""<outline text="" title="A" xmlUrl="https://a.example/1"/>"""), ["https://a.example/1 | A | "] },
        { "no name at all", Body("""<outline xmlUrl="https://a.example/1"/>"""), ["https://a.example/1 |  | "] },
        { "attributes in small letters", Body("""<outline text="A" xmlurl="https://a.example/1" htmlurl="https://a.example/"/>"""), ["https://a.example/1 | A | "] },
        { "everything in capitals", """<OPML VERSION="1.0"><HEAD/><BODY><OUTLINE TEXT="A" XMLURL="https://a.example/1"/></BODY></OPML>""", ["https://a.example/1 | A | "] },
        { "url instead of xmlUrl", Body("""<outline text="A" type="rss" url="https://a.example/1"/>"""), ["https://a.example/1 | A | "] },
        { "atom with url", Body("""<outline text="A" type="atom" url="https://a.example/1"/>"""), ["https://a.example/1 | A | "] },
        { "a link to a page", Body("""<outline text="A" type="link" url="https://a.example/"/>"""), ["! A: It names a page but no feed; try  source add  with the page's address."] },
        { "a page only", Body("""<outline text="A" htmlUrl="https://a.example/"/><outline text="B" xmlUrl="https://a.example/2"/>"""), ["https://a.example/2 | B | ", "! A: It names a page but no feed; try  source add  with the page's address."] },
        { "another list", Body("""<outline text="More" type="include" url="https://a.example/more.opml"/>"""), ["! More: It leads to another list, which is not followed; import that one by its own address."] },
        { "an empty folder", Body("""<outline text="Empty"></outline><outline text="A" xmlUrl="https://a.example/1"/>"""), ["https://a.example/1 | A | "] },
        { "a feed that holds feeds", Body("""<outline text="F"><outline text="A" xmlUrl="https://a.example/1"><outline text="B" xmlUrl="https://a.example/2"/></outline></outline>"""), ["https://a.example/1 | A | F", "https://a.example/2 | B | F"] },
        { "one feed in two folders", Body("""<outline text="F"><outline text="A" xmlUrl="https://a.example/1"/></outline><outline text="G"><outline text="A" xmlUrl="https://a.example/1"/></outline>"""), ["https://a.example/1 | A | F, G"] },
        { "one folder named twice", Body("""<outline text="F"><outline text="f"><outline text="A" xmlUrl="https://a.example/1"/></outline></outline>"""), ["https://a.example/1 | A | F"] },
        { "categories instead of folders", Body("""<outline text="A" xmlUrl="https://a.example/1" category="/News/Europe,Tech"/>"""), ["https://a.example/1 | A | News, Europe, Tech"] },
        { "ampersands as they are", Body("""<outline text="A & B" xmlUrl="https://a.example/?a=1&b=2&copy=3"/>"""), ["https://a.example/?a=1&b=2&copy=3 | A & B | ", Broken] },
        { "references of HTML", Body("""<outline text="Caf&eacute;&nbsp;&mdash; news" xmlUrl="https://a.example/1"/>"""), ["https://a.example/1 | Café — news | ", Broken] },
        { "references written twice", Body("""<outline text="A &amp;amp; B &amp;#8212; C" xmlUrl="https://a.example/1"/>"""), ["https://a.example/1 | A & B — C | "] },
        { "tags in a name", Body("""<outline text="&lt;b&gt;A&lt;/b&gt;&lt;script&gt;alert(1)&lt;/script&gt;" xmlUrl="https://a.example/1"/>"""), ["https://a.example/1 | A | "] },
        { "a name over lines", Body("<outline text=\"A\n   news\tpaper\" xmlUrl=\"https://a.example/1\"/>"), ["https://a.example/1 | A news paper | "] },
        { "spaces around the address", Body("""<outline text="A" xmlUrl="  https://a.example/1 "/>"""), ["https://a.example/1 | A | "] },
        { "feed: as a scheme", Body("""<outline text="A" xmlUrl="feed://a.example/1"/><outline text="B" xmlUrl="feed:http://a.example/2"/>"""), ["https://a.example/1 | A | ", "http://a.example/2 | B | "] },
        { "no scheme", Body("""<outline text="A" xmlUrl="a.example/1"/><outline text="B" xmlUrl="//a.example/2"/>"""), ["https://a.example/1 | A | ", "https://a.example/2 | B | "] },
        { "a fragment", Body("""<outline text="A" xmlUrl="https://a.example/1#top"/>"""), ["https://a.example/1 | A | "] },
        { "other schemes", Body("""<outline text="A" xmlUrl="file:///etc/passwd"/><outline text="B" xmlUrl="javascript:alert(1)"/><outline text="C" xmlUrl="ftp://a.example/"/>"""), [.. "ABC".Select(name => $"! {name}: Only addresses that begin with http:// or https:// are read.")] },
        { "a password", Body("""<outline text="A" xmlUrl="https://me:secret@a.example/1"/>"""), ["! A: The address holds a name or password before the @; give it without."] },
        { "a senseless address", Body("""<outline text="A" xmlUrl="https://"/>"""), ["! A: Its address cannot be understood."] },
        { "cut off", """<opml version="2.0"><head><title>T</title></head><body><outline text="F"><outline text="A" xmlUrl="https://a.example/1"/><outline text="B" xmlU""", ["https://a.example/1 | A | F", Broken] },
        { "end tags forgotten", """<opml><body><outline text="F"><outline text="A" xmlUrl="https://a.example/1"/></body></opml>""", ["https://a.example/1 | A | F", Broken] },
        { "no quotes", Body("""<outline text=A xmlUrl=https://a.example/1 />"""), ["https://a.example/1 | A | ", Broken] },
        { "an attribute twice", Body("""<outline text="A" text="B" xmlUrl="https://a.example/1"/>"""), ["https://a.example/1 | A | ", Broken] },
        { "warnings above", "<br /><b>Warning</b>: mysql_connect() in x.php\n" + Body("""<outline text="A" xmlUrl="https://a.example/1"/>"""), ["https://a.example/1 | A | ", Broken] },
        { "only outlines", """<outline text="A" xmlUrl="https://a.example/1"/><outline text="B" xmlUrl="https://a.example/2"/>""", ["https://a.example/1 | A | ", "https://a.example/2 | B | ", Broken] },
        { "a namespace", """<o:opml xmlns:o="urn:o"><o:body><o:outline text="A" xmlUrl="https://a.example/1"/></o:body></o:opml>""", ["https://a.example/1 | A | "] },
        { "a control character", Body("<outline text=\"A\u0007\" xmlUrl=\"https://a.example/1\"/>"), ["https://a.example/1 | A | ", Broken] },
        { "a doctype with entities", """<!DOCTYPE opml [<!ENTITY a "AAAAAAAAAA"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>""" + Body("""<outline text="A" xmlUrl="https://a.example/1"/>"""), ["https://a.example/1 | A | "] },
        { "entities used", """<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]>""" + Body("""<outline text="A &x;" xmlUrl="https://a.example/1"/>"""), ["https://a.example/1 | A &x; | ", Broken] },
        { "no feeds", Body(""), ["! The list is empty: it names no feed."] },
        { "a feed", "<rss version='2.0'><channel><title>T</title><item><title>I</title></item></channel></rss>", ["! This is a feed and not a list of feeds; add it with  source add  instead."] },
        { "a page", "<!doctype html><html><body>Not found</body></html>", ["! This is a web page and not a list of feeds; give the address of the OPML file itself."] },
        { "text", "https://a.example/feed", ["! This is not a list of feeds in OPML."] },
        { "nothing", "", ["! This is not a list of feeds in OPML."] },
        { "a picture", "GIF89a...", ["! This is not a list of feeds in OPML."] },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_list_gives_what_it_can(string what, string text, string[] expected)
    {
        Assert.NotEmpty(what);
        Assert.Equal(expected, Seen(OpmlReader.Read(Encoding.UTF8.GetBytes(text))));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)]
    [InlineData("windows-1251", false)]
    [InlineData("koi8-u", false)]
    public void A_list_is_read_in_the_encoding_that_it_says(string name, bool hasMark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        var text = $"<?xml version=\"1.0\" encoding=\"{name}\"?>" + Body("""<outline text="Київ і Львів" xmlUrl="https://a.example/1"/>""");
        Assert.Equal(["https://a.example/1 | Київ і Львів | "], Seen(OpmlReader.Read([.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)])));
    }

    [Fact]
    public void A_lie_about_the_encoding_is_seen_through()
    {
        var text = "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>" + Body("""<outline text="Київ" xmlUrl="https://a.example/1"/>""");
        Assert.Equal(["https://a.example/1 | Київ | "], Seen(OpmlReader.Read(Encoding.UTF8.GetBytes(text), "text/xml; charset=windows-1252")));
    }

    [Fact]
    public void More_feeds_than_a_list_can_have_are_told_and_not_taken()
    {
        var list = OpmlReader.Read(Encoding.UTF8.GetBytes(Body(string.Concat(Enumerable.Range(0, OpmlLimits.Feeds + 500).Select(i => $"<outline text=\"{i}\" xmlUrl=\"https://a.example/{i}\"/>")))));
        Assert.Equal(OpmlLimits.Feeds, list.Feeds.Count);
        Assert.Equal(OpmlLimits.Problems + 1, list.Problems.Count);
        Assert.Equal("There are 300 more such problems.", list.Problems[^1].What);
    }

    [Fact]
    public void A_pit_of_folders_is_left_at_its_rim()
    {
        var text = Body("<outline text=\"A\" xmlUrl=\"https://a.example/1\"/>" + string.Concat(Enumerable.Repeat("<outline text=\"deep\">", 200_000)));
        var list = OpmlReader.Read(Encoding.UTF8.GetBytes(text));
        Assert.Equal("https://a.example/1", Assert.Single(list.Feeds).Address.AbsoluteUri);
    }

    [Fact]
    public void Only_so_many_of_nested_folders_count()
    {
        var text = Body(string.Concat(Enumerable.Range(0, 60).Select(i => $"<outline text=\"{i}\">")) + "<outline text=\"A\" xmlUrl=\"https://a.example/1\"/>" + string.Concat(Enumerable.Repeat("</outline>", 60)));
        Assert.Equal(OpmlLimits.Folders, Assert.Single(OpmlReader.Read(Encoding.UTF8.GetBytes(text)).Feeds).Folders.Count);
    }

    [Fact]
    public void A_name_of_a_megabyte_is_cut()
    {
        var text = Body($"<outline text=\"{new string('ж', 1_000_000)}\" xmlUrl=\"https://a.example/1\"/>");
        Assert.Equal(OpmlLimits.Title, Assert.Single(OpmlReader.Read(Encoding.UTF8.GetBytes(text)).Feeds).Title.Length);
    }

    [Fact]
    public void A_file_that_is_too_large_is_not_read() =>
        Assert.Equal(["! The file is larger than 8 MB, which no list of feeds is."], Seen(OpmlReader.Read(new byte[OpmlLimits.Bytes + 1])));

    [Fact]
    public void Any_bytes_at_all_are_read_without_an_exception()
    {
        var random = new Random(5);
        var good = Encoding.UTF8.GetBytes(Body("""<outline text="F &amp; G"><outline text="A" type='rss' xmlUrl="https://a.example/1?a=1&amp;b=2"/></outline>"""));
        for (var i = 0; i < 3_000; i++)
        {
            var bytes = (byte[])good.Clone();
            for (var changes = random.Next(1, 8); changes > 0; changes--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Assert.NotNull(OpmlReader.Read(bytes.AsSpan(0, random.Next(bytes.Length + 1))));
        }
    }

    private static string Body(string outlines) => $"""<opml version="2.0"><head><title>My feeds</title></head><body>{outlines}</body></opml>""";

    private static string[] Seen(OpmlList list) =>
        [.. list.Feeds.Select(feed => $"{feed.Address.AbsoluteUri} | {feed.Title} | {string.Join(", ", feed.Folders)}"), .. list.Problems.Select(problem => $"! {problem}")];
}
