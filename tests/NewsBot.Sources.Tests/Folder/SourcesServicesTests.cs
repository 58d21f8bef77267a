using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsBot.Core.Articles;
using NewsBot.Core.Sources;
using NewsBot.Sources.Folder;

namespace NewsBot.Sources.Tests.Folder;

/// <summary>From settings to sources, by the real host's container.</summary>
public sealed class SourcesServicesTests : IDisposable
{
    private static readonly string[] Fine = ["\"Key\": \"seeds\"", "\"Path\": \"archive\""];

    private readonly ArchiveFolder _folder = new();

    [Fact]
    public async Task Each_folder_of_the_settings_is_a_source_relative_to_the_home()
    {
        _folder.Article("news/a.txt", "From news");
        _folder.Article("old/b.txt", "From old");
        using var host = Host("""{ "Sources": { "Folders": [ { "Key": "news", "Path": "archive/news", "Every": "00:02:00" }, { "Key": "old", "Path": "archive/old" } ] } }""");
        var sources = host.Services.GetServices<IArticleSource>().ToArray();
        Assert.Equal([("news", "archive/news", TimeSpan.FromMinutes(2)), ("old", "archive/old", TimeSpan.FromMinutes(1))], sources.Select(source => (source.Key, source.Title, source.Every)));
        var found = await sources[1].ReadAsync(new Dictionary<string, string>(), TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal("old:b.txt", Assert.IsType<Found.Item>(Assert.Single(found)).Article.Identity);
        Assert.IsType<FolderImages>(host.Services.GetRequiredService<IImages>());
    }

    [Fact]
    public async Task The_zone_is_that_of_dates_without_one()
    {
        _folder.Write("a.txt", "Title\n\nSep 8, 2024 - 04:00\n\nText of the article.\n");
        using var host = Host("""{ "Sources": { "Folders": [ { "Key": "a", "Path": "archive", "Zone": "Europe/Kyiv" } ] } }""");
        var found = await host.Services.GetServices<IArticleSource>().Single().ReadAsync(new Dictionary<string, string>(), TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(new DateTimeOffset(2024, 9, 8, 1, 0, 0, TimeSpan.Zero), Assert.IsType<Found.Item>(Assert.Single(found)).Article.Content.Published.ToUniversalTime());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "Sources": { "Folders": [] } }""")]
    [InlineData("""{ "Sources": { "Folders": null } }""")]
    public async Task No_folders_are_no_mistake(string settings)
    {
        using var host = Host(settings);
        await host.StartAsync(TestContext.Current.CancellationToken);
        Assert.Empty(host.Services.GetServices<IArticleSource>());
    }

    [Theory]
    [InlineData("\"Key\": \"Seeds!\"", "Sources:Folders:0:Key: 'Seeds!' must be 1 to 32 small letters, digits and hyphens.")]
    [InlineData("\"Key\": \"\"", "Sources:Folders:0:Key: '' must be 1 to 32 small letters, digits and hyphens.")]
    [InlineData("\"Key\": null", "Sources:Folders:0:Key: '' must be 1 to 32 small letters, digits and hyphens.")]
    [InlineData("\"Key\": \"import\"", "Sources:Folders:0:Key: 'import' is a word of the bot's own; choose another.")]
    [InlineData("\"Path\": \" \"", "Sources:Folders:0:Path: write the folder that holds the articles.")]
    [InlineData("\"Path\": null", "Sources:Folders:0:Path: write the folder that holds the articles.")]
    [InlineData("\"Zone\": \"Kyiv\"", "Sources:Folders:0:Zone: 'Kyiv' is no time zone; write one such as Europe/Kyiv or UTC.")]
    [InlineData("\"Zone\": null", "Sources:Folders:0:Zone: '' is no time zone; write one such as Europe/Kyiv or UTC.")]
    [InlineData("\"Every\": \"00:00:00.5\"", "Sources:Folders:0:Every: write a time from 00:00:01 to 1.00:00:00.")]
    [InlineData("\"MaxFileBytes\": 0", "Sources:Folders:0:MaxFileBytes: write a number of bytes from 1 to 1000000000.")]
    public async Task A_wrong_setting_stops_the_start_with_one_sentence_that_names_it(string setting, string complaint)
    {
        var fine = Fine.Where(pair => pair.Split(':')[0] != setting.Split(':')[0]);
        using var host = Host($$"""{ "Sources": { "Folders": [ { {{string.Join(", ", fine.Append(setting))}} } ] } }""");
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Equal(complaint, Assert.Single(failure.Failures));
    }

    [Fact]
    public async Task A_key_used_twice_stops_the_start()
    {
        using var host = Host("""{ "Sources": { "Folders": [ { "Key": "a", "Path": "x" }, { "Key": "a", "Path": "y" } ] } }""");
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Equal("Sources:Folders: the key 'a' is used twice; give each folder its own.", Assert.Single(failure.Failures));
    }

    public void Dispose() => _folder.Dispose();

    private IHost Host(string settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new() { ContentRootPath = Path.GetDirectoryName(_folder.Path) });
        builder.Configuration.AddJsonStream(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(settings)));
        builder.Services.AddSingleton(TimeProvider.System).AddLogging().AddSources(builder.Configuration);
        return builder.Build();
    }
}
