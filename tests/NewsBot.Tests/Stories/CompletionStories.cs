using System.Text.Json.Nodes;
using NewsBot.Core.Articles;
using NewsBot.Core.Sources;

namespace NewsBot.Tests.Stories;

/// <summary>A feed that only teases, whose source says that its articles are to be completed from their pages.</summary>
public sealed class CompletionStories : IAsyncLifetime
{
    private readonly BotHouse _house = new("Sources");
    private LoopbackSite _site = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await LoopbackSite.StartAsync();
        _house.SetList("Allow", "127.0.0.1");
        _house.Set("Spacing", "00:00:00");
        _house.SetLocal("Rooms", JsonNode.Parse("""[ { "Name": "front-page", "Follows": [ "everything" ] } ]""")!);
        _site.Says("/feed", "application/rss+xml", $"""
            <rss version="2.0"><channel><title>Herald</title><link>{_site.Address("/")}</link><item><title>Ferry sails again</title><link>{_site.Address("/ferry")}</link>
            <guid>1</guid><description>The ferry of the lower town sails again after years of waiting for an engine […]</description></item></channel></rss>
            """);
        _site.Says("/ferry", "text/html; charset=utf-8", $"""
            <!doctype html><html lang="en"><head><title>Ferry sails again</title></head><body><article><h1>Ferry sails again</h1>
            <p>The ferry of the lower town sails again after years of waiting for an engine that the council could pay.</p>
            {string.Concat(Enumerable.Range(2, 8).Select(i => $"<p>Paragraph {i} tells more about the engine, the crew, the timetable, and the people of the lower town, who waited for it.</p>"))}
            </article></body></html>
            """);
        await _house.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _house.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Theory]
    [InlineData(true, 9)]
    [InlineData(false, 0)]
    public async Task Its_articles_are_whole_only_where_the_source_asks_for_it(bool completes, int paragraphs)
    {
        await _house.Get<IWebSources>().AddAsync(
            new("herald", new(_site.Address("/feed")), WebSourceKind.Feed) { AddedAt = TimeProvider.System.GetUtcNow(), Settings = new(CompletesText: completes) }, Stop);
        var archive = _house.Get<IArchive>();
        await BotHouse.WaitAsync(async () => (await archive.LatestAsync(new(null, Take: 5), Stop)).Any(article => article.Title == "Ferry sails again"));
        var article = (await archive.LatestAsync(new(null, Take: 5), Stop)).Single(article => article.Title == "Ferry sails again");
        Assert.Equal(paragraphs, article.Content.Body.Count);
        // The feed's teaser is the story's beginning: beside the whole of it, it would be said twice.
        Assert.Equal(completes, article.Content.Deck is null);
        Assert.Equal(completes ? 1 : 0, _site.Count("GET /ferry"));
    }
}
