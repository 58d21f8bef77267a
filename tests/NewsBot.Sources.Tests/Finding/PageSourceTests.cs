using System.Text;
using NewsBot.Core.Sources;
using NewsBot.Sources.Finding;
using NewsBot.Sources.Tests.Web;

namespace NewsBot.Sources.Tests.Finding;

/// <summary>Sites without a feed.</summary>
public sealed class PageSourceTests
{
    private const string Page = """
        <!DOCTYPE html><html lang="uk-UA"><head><title>Вісник — новини</title></head><body>
        <nav><a href="/">Головна сторінка видання</a> <a href="/tag/economy-and-money">Усі статті про економіку</a> <a href="/about/our-editors">Про нашу редакцію та авторів</a></nav>
        <article><a href="/2026/11/ferry-sails"><img src="a.jpg"></a><h2><a href="/2026/11/ferry-sails?utm_source=main">Пором до острова знову <b>ходить</b> після бурі</a></h2></article>
        <a href="bridge-opened-today">Міст через річку відкрили сьогодні вранці</a><script>var x = '<a href="/trap-article-1">Пастка для тих, хто читає скрипти</a>';</script>
        <a href="https://www.gazette.example/market-prices-fell"><span>Ціни на ринку</span> <span>знову впали</span></a>
        <a href="https://elsewhere.example/some-other-article">Стаття на зовсім іншому сайті в мережі</a>
        <a href="/library-reopens-after-repair">Бібліотеку відкрили після довгого ремонту</a> <a href="javascript:void(0)">Показати ще більше новин за сьогодні</a>
        </body></html>
        """;

    [Fact]
    public void A_pages_headlines_are_its_own_articles_each_once()
    {
        var index = PageIndex.Read(Encoding.UTF8.GetBytes(Page), null, new("https://gazette.example/news/"));
        Assert.Equal(
            [
                ("https://gazette.example/2026/11/ferry-sails?utm_source=main", "Пором до острова знову ходить після бурі"),
                ("https://gazette.example/news/bridge-opened-today", "Міст через річку відкрили сьогодні вранці"),
                ("https://www.gazette.example/market-prices-fell", "Ціни на ринку знову впали"),
                ("https://gazette.example/library-reopens-after-repair", "Бібліотеку відкрили після довгого ремонту"),
            ],
            index.Links.Select(link => (link.Address.AbsoluteUri, link.Headline)));
    }

    [Fact]
    public async Task A_site_without_a_feed_is_followed_by_its_page_and_says_so()
    {
        await using var site = new Site().With("/news", Page.Replace("https://www.gazette.example", "", StringComparison.Ordinal), "Content-Type: text/html; charset=utf-8\r\n");
        var found = await site.FoundAsync("/news");
        Assert.Equal((WebSourceKind.Page, site.Server.Address("/news"), "uk"), (found.Kind, found.Address, found.Language));
        Assert.Equal(4, found.Newest.Count);
        Assert.Equal(RemarkKind.IsPage, Assert.Single(found.Remarks).Kind);
        Assert.Contains("/robots.txt", site.Asked);
    }

    [Fact]
    public async Task A_site_whose_robots_txt_says_no_is_not_followed_by_its_page()
    {
        await using var site = new Site().With("/news", Page.Replace("https://www.gazette.example", "", StringComparison.Ordinal)).With("/robots.txt", "User-agent: *\nDisallow: /news\n", "Content-Type: text/plain\r\n");
        Assert.Equal(RemarkKind.Forbidden, (await site.NothingAsync("/news")).Kind);
    }

    [Fact]
    public void A_page_of_any_bytes_is_read_without_a_complaint()
    {
        var random = new Random(7);
        var bytes = Encoding.UTF8.GetBytes(Page);
        for (var i = 0; i < 2000; i++)
        {
            var damaged = (byte[])bytes.Clone();
            for (var hits = random.Next(1, 40); hits > 0; hits--) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            var address = new Uri("https://gazette.example/news/");
            PageIndex.Read(damaged.AsSpan(0, random.Next(damaged.Length)), null, address);
            FeedLinks.Read(damaged, null, address);
        }
    }
}
