using NewsBot.Core.Sources;

namespace NewsBot.Sources.Tests.Folder;

/// <summary>Links that stay inside are fine; nothing leads out of the folder, and nothing goes round in circles.</summary>
public sealed class LinkTests : IDisposable
{
    private const string LeadsOut = "It is a link that leads out of the folder and is not followed; put the file itself here.";

    private readonly ArchiveFolder _folder = new();

    public LinkTests() => File.WriteAllText(Path.Combine(_folder.Outside, "secret.txt"), "Secret\n\nNobody may read this.");

    [Fact]
    public async Task A_link_to_a_file_outside_is_refused()
    {
        File.CreateSymbolicLink(_folder.At("a.txt"), Path.Combine(_folder.Outside, "secret.txt"));
        Assert.Equal(LeadsOut, (await OnlyAsync("a.txt")).What);
        Assert.Empty(await _folder.ReadAsync());
    }

    [Fact]
    public async Task A_relative_link_to_a_file_outside_is_refused()
    {
        _folder.Shell("ln -s ../elsewhere/secret.txt a.txt");
        Assert.Equal(LeadsOut, (await OnlyAsync("a.txt")).What);
    }

    [Fact]
    public async Task A_link_to_a_folder_outside_is_refused()
    {
        _folder.Shell("ln -s ../elsewhere more");
        Assert.Equal(LeadsOut, (await OnlyAsync("more")).What);
    }

    [Fact]
    public async Task A_link_to_the_folder_above_is_refused()
    {
        _folder.Shell("ln -s .. up");
        Assert.Equal(LeadsOut, (await OnlyAsync("up")).What);
    }

    [Fact]
    public async Task A_link_to_a_folder_beside_with_a_longer_name_is_refused()
    {
        _folder.Shell("mkdir ../archive2; cp ../elsewhere/secret.txt ../archive2; ln -s ../archive2/secret.txt a.txt");
        Assert.Equal(LeadsOut, (await OnlyAsync("a.txt")).What);
    }

    // By the letters, d/../secret.txt is secret.txt in this folder; the system goes through d first.
    [Fact]
    public async Task A_link_out_by_way_of_another_link_is_refused()
    {
        _folder.Shell("mkdir ../elsewhere/deep; ln -s ../elsewhere/deep .d; ln -s .d/../secret.txt a.txt; printf 'Decoy\n\nText.' > secret.txt");
        var found = await _folder.ReadAsync();
        Assert.Equal("Decoy", Assert.Single(found.OfType<Found.Item>()).Article.Content.Title);
        Assert.Equal(("a.txt", LeadsOut), (found.OfType<Found.Problem>().Single().Place, found.OfType<Found.Problem>().Single().What));
    }

    [Fact]
    public async Task A_link_that_takes_a_files_place_after_listing_is_not_read()
    {
        var path = _folder.Article("a.txt", "Article");
        var file = NewsBot.Sources.Folder.FolderFile.At(path, "a.txt")!;
        File.WriteAllText(Path.Combine(_folder.Outside, "same.txt"), new string('x', (int)file.Length));
        File.SetLastWriteTimeUtc(Path.Combine(_folder.Outside, "same.txt"), file.Written);
        _folder.Shell("ln -sf ../elsewhere/same.txt a.txt");
        Assert.Null(await new NewsBot.Sources.Folder.FolderReader("seeds", 1000, ArchiveFolder.Pages).ReadAsync(file, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("ln -s a.txt a.txt")]
    [InlineData("ln -s b.txt a.txt; ln -s a.txt b.txt")]
    [InlineData("ln -s b/x a.txt; ln -s a.txt/y b")]
    public async Task Links_in_a_circle_are_told(string links)
    {
        _folder.Shell(links);
        Assert.Contains(await _folder.ReadAsync(), found => found is Found.Problem { Place: "a.txt", What: "It is a link that leads in a circle; put the file itself here." });
    }

    [Fact]
    public async Task A_link_to_nothing_is_told()
    {
        _folder.Shell("ln -s nowhere.txt a.txt");
        Assert.Equal("It is a link to a file that is not there; put the file itself here.", (await OnlyAsync("a.txt")).What);
    }

    [Fact]
    public async Task A_link_to_a_file_inside_is_read()
    {
        _folder.Article(".releases/7/a.txt", "Release seven");
        _folder.Shell("ln -s .releases/7/a.txt a.txt");
        Assert.Equal("a.txt", Assert.Single(await _folder.ReadAsync()).Place);
    }

    [Fact]
    public async Task A_link_to_a_folder_inside_keeps_its_own_name()
    {
        _folder.Article(".releases/7/a.txt", "Release seven");
        _folder.Shell("ln -s .releases/7 current");
        Assert.Equal("current/a.txt", Assert.Single(await _folder.ReadAsync()).Place);
    }

    [Fact]
    public async Task A_folder_that_links_to_itself_is_read_once()
    {
        _folder.Article("in/a.txt", "Once");
        _folder.Shell("ln -s . self; ln -s ../in in/again; ln -s .. in/up");
        Assert.Equal("in/a.txt", Assert.Single(await _folder.ReadAsync()).Place);
    }

    [Fact]
    public async Task The_folder_itself_may_be_a_link()
    {
        _folder.Article("a.txt", "Here");
        _folder.Shell("mv ../archive ../real; ln -s real ../archive");
        Assert.Equal(["Here"], await _folder.TitlesAsync());
    }

    public void Dispose() => _folder.Dispose();

    private async Task<Found.Problem> OnlyAsync(string place)
    {
        var problem = Assert.IsType<Found.Problem>(Assert.Single(await _folder.ReadAsync()));
        Assert.Equal(place, problem.Place);
        Assert.DoesNotContain(Path.GetTempPath(), problem.What, StringComparison.Ordinal);
        return problem;
    }
}
