using NewsBot.Core.Sources;

namespace NewsBot.Sources.Tests.Folder;

/// <summary>What is read again, what is not, and what an article is known by.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly ArchiveFolder _folder = new();

    [Fact]
    public async Task A_restart_reads_only_what_changed()
    {
        _folder.Article("a.txt", "First");
        _folder.Article("b.txt", "Second");
        Assert.Equal(["First", "Second"], await _folder.TitlesAsync());
        _folder.Restart();
        Assert.Empty(await _folder.ReadAsync());
        _folder.Restart();
        _folder.Article("b.txt", "Second, corrected", ArchiveFolder.LongAgo.AddDays(1));
        Assert.Equal(["Second, corrected"], await _folder.TitlesAsync());
    }

    [Fact]
    public async Task A_changed_file_keeps_its_identity()
    {
        _folder.Article("in/a.txt", "Before");
        var before = Assert.IsType<Found.Item>(Assert.Single(await _folder.ReadAsync())).Article.Identity;
        _folder.Restart();
        _folder.Article("in/a.txt", "After the change");
        Assert.Equal(before, Assert.IsType<Found.Item>(Assert.Single(await _folder.ReadAsync())).Article.Identity);
        Assert.Equal("seeds:in/a.txt", before);
    }

    [Fact]
    public async Task Touching_a_file_moves_its_mark_and_nothing_else()
    {
        _folder.Article("a.txt", "Same");
        await _folder.ReadAsync();
        var mark = _folder.Marks["a.txt"];
        _folder.Restart();
        File.SetLastWriteTimeUtc(_folder.At("a.txt"), ArchiveFolder.LongAgo.AddDays(1));
        var touched = Assert.IsType<Found.Nothing>(Assert.Single(await _folder.ReadAsync()));
        Assert.NotEqual(mark, touched.Mark);
        Assert.Empty(await _folder.ReadAsync());
    }

    [Fact]
    public async Task A_change_that_keeps_the_size_is_seen_by_its_time()
    {
        _folder.Article("a.txt", "One");
        await _folder.ReadAsync();
        _folder.Restart();
        _folder.Article("a.txt", "Two", ArchiveFolder.LongAgo.AddTicks(10));
        Assert.Equal(["Two"], await _folder.TitlesAsync());
    }

    [Fact]
    public async Task A_removed_file_removes_nothing()
    {
        _folder.Article("a.txt", "Stays");
        await _folder.ReadAsync();
        File.Delete(_folder.At("a.txt"));
        Assert.Empty(await _folder.ReadAsync());
        Assert.Single(_folder.Marks);
    }

    [Fact]
    public async Task A_mended_file_is_read()
    {
        _folder.Write("a.txt", [0, 1, 2, 3, 0]);
        await _folder.ProblemAsync();
        _folder.Restart();
        _folder.Article("a.txt", "Mended");
        Assert.Equal(["Mended"], await _folder.TitlesAsync());
    }

    [Fact]
    public async Task Articles_come_oldest_first_and_by_name_where_the_time_is_the_same()
    {
        _folder.Article("a.txt", "Newest", ArchiveFolder.LongAgo.AddDays(2));
        _folder.Article("z/b.txt", "Oldest");
        _folder.Article("c.txt", "Middle, first by name", ArchiveFolder.LongAgo.AddDays(1));
        _folder.Article("d.txt", "Middle, second by name", ArchiveFolder.LongAgo.AddDays(1));
        Assert.Equal(["Oldest", "Middle, first by name", "Middle, second by name", "Newest"], await _folder.TitlesAsync());
    }

    [Theory]
    [InlineData("HTTPS://Example.ORG:443/Story?id=7#part", "https://example.org/Story?id=7")]
    [InlineData("http://example.org:80", "https://example.org/")]
    [InlineData("https://example.org:8443/a", "https://example.org:8443/a")]
    [InlineData("https://example.org/a?utm_source=x&id=7&UTM_Medium=y&fbclid=z&gclid=w", "https://example.org/a?id=7")]
    [InlineData("https://example.org/a?utm_source=x", "https://example.org/a")]
    [InlineData("https://example.org/a?b=1&a=2", "https://example.org/a?a=2&b=1")]
    [InlineData("https://приклад.укр/новина", "https://xn--80aikifvh.xn--j1amh/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B0")]
    public async Task An_article_with_a_link_is_known_by_it(string link, string identity)
    {
        _folder.Write("a.txt", $"Link: {link}\n\nTitle\n\nText of the article.\n");
        Assert.Equal(identity, Assert.IsType<Found.Item>(Assert.Single(await _folder.ReadAsync())).Article.Identity);
    }

    [Theory]
    [InlineData("ftp://example.org/a")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user:secret@example.org/")]
    [InlineData("not a link")]
    public async Task What_is_no_web_address_names_nothing(string link)
    {
        _folder.Write("a.txt", $"Link: {link}\n\nTitle\n\nText of the article.\n");
        Assert.Equal("seeds:a.txt", Assert.IsType<Found.Item>(Assert.Single(await _folder.ReadAsync())).Article.Identity);
    }

    [Fact]
    public async Task A_name_written_in_two_ways_is_one_place()
    {
        _folder.Article("cafe\u0301/cafe\u0301.txt", "Coffee");
        var item = Assert.IsType<Found.Item>(Assert.Single(await _folder.ReadAsync()));
        Assert.Equal(("caf\u00E9/caf\u00E9.txt", "seeds:caf\u00E9/caf\u00E9.txt"), (item.Place, item.Article.Identity));
    }

    [Fact]
    public async Task Ten_thousand_files_come_one_by_one()
    {
        for (var i = 0; i < 100; i++) Directory.CreateDirectory(_folder.At($"{i}"));
        for (var i = 0; i < 10_000; i++) Small($"{i % 100}/{i}.txt", $"Title {i}\n\nText {i}.");
        var all = _folder.Source.ReadAsync(_folder.Marks, TestContext.Current.CancellationToken);
        // Nothing is kept for us: after the first article no other was read.
        await foreach (var found in all)
        {
            Assert.IsType<Found.Item>(found);
            break;
        }
        _folder.Restart();
        Assert.Equal(10_000, (await _folder.ReadAsync()).Count);
        _folder.Restart();
        Assert.Empty(await _folder.ReadAsync());
    }

    private void Small(string place, string text) => File.WriteAllBytes(_folder.At(place), System.Text.Encoding.UTF8.GetBytes(text));

    public void Dispose() => _folder.Dispose();
}
