using System.Globalization;
using NewsBot.Core.Sources;

namespace NewsBot.Sources.Tests.Polling;

/// <summary>What a feed says it took back (RFC 6721).</summary>
public sealed class RemovalTests : IAsyncLifetime
{
    private static readonly WebSource Trusted = PollingHouse.Example with { Settings = new(IsTrusted: true) };

    private PollingHouse _house = null!;

    public async ValueTask InitializeAsync() => _house = await PollingHouse.OpenAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_trusted_source_takes_back_what_it_told()
    {
        await _house.ReadAsync(Feed(Entry("a", 3)), Trusted);
        Assert.Equal(1, (await _house.ReadAsync(Feed(Entry("b", 2), Entry("a", 3)), Trusted)).Report.Owed);
        await _house.ReadAsync(Feed(Gone("b", 1), Entry("a", 3)), Trusted);
        Assert.Equal(["a"], await _house.TitlesAsync());
        Assert.Equal(0, await _house.OwedAsync());
    }

    [Fact]
    public async Task What_is_still_shown_although_it_was_taken_back_is_gone_and_what_came_back_later_stays()
    {
        await _house.ReadAsync(Feed(Entry("b", 4), Entry("a", 5)), Trusted);
        await _house.ReadAsync(Feed(Gone("b", 3), Entry("b", 4), Gone("a", 6), Entry("a", 5)), Trusted);
        Assert.Equal(["a"], await _house.TitlesAsync());
    }

    [Fact]
    public async Task What_was_taken_back_before_it_was_seen_is_never_news()
    {
        await _house.ReadAsync(Feed(Entry("a", 5)), Trusted);
        Assert.Equal(0, (await _house.ReadAsync(Feed(Gone("b", 1), Entry("b", 2), Entry("a", 5)), Trusted)).Report.Owed);
        Assert.Equal(["a"], await _house.TitlesAsync());
    }

    [Fact]
    public async Task What_the_newsroom_brings_back_stays_although_the_feed_still_names_it()
    {
        await _house.ReadAsync(Feed(Entry("b", 2), Entry("a", 3)), Trusted);
        await _house.ReadAsync(Feed(Gone("b", 1), Entry("a", 3)), Trusted);
        var posts = _house.Get<NewsBot.Core.Delivery.IPostedArticles>();
        var withdrawn = Assert.Single(await posts.WithdrawnAsync(10, TestContext.Current.CancellationToken));
        Assert.True(await posts.RestoreAsync(withdrawn.Id, TestContext.Current.CancellationToken));
        await _house.ReadAsync(Feed(Gone("b", 1), Entry("c", 0.5), Entry("a", 3)), Trusted);
        Assert.Equal(["c", "b", "a"], await _house.TitlesAsync());
    }

    [Fact]
    public async Task An_untrusted_source_takes_nothing_back()
    {
        await _house.ReadAsync(Feed(Entry("b", 2), Entry("a", 3)));
        await _house.ReadAsync(Feed(Gone("b", 1), Entry("a", 3)));
        Assert.Equal(["b", "a"], await _house.TitlesAsync());
    }

    [Fact]
    public async Task A_source_takes_nothing_back_that_another_has_told()
    {
        await _house.ReadAsync(Feed(Entry("a", 3)));
        var other = Trusted with { Key = "other", Address = new("https://other.example/feed") };
        await _house.ReadAsync(Feed(Entry("a", 3), Entry("x", 4)), other);
        await _house.ReadAsync(Feed(Gone("a", 1), Entry("x", 4)), other);
        Assert.Equal(["a", "x"], await _house.TitlesAsync());
    }

    private static string Feed(params string[] entries) =>
        $"<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:at=\"http://purl.org/atompub/tombstones/1.0\"><title>News</title><id>urn:feed</id>{string.Concat(entries)}</feed>";

    private string Entry(string name, double hoursAgo) => $"""
        <entry><title>{name}</title><id>urn:entry:{name}</id><link href="https://news.example/{name}"/><updated>{Date(hoursAgo)}</updated><summary>What {name} says.</summary></entry>
        """;

    private string Gone(string name, double hoursAgo) =>
        $"<at:deleted-entry ref=\"urn:entry:{name}\" when=\"{Date(hoursAgo)}\"><at:by><name>The desk</name></at:by><at:comment>Wrong.</at:comment></at:deleted-entry>";

    private string Date(double hoursAgo) => _house.Clock.GetUtcNow().AddHours(-hoursAgo).ToString("O", CultureInfo.InvariantCulture);
}
