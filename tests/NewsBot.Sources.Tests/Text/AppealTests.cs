using NewsBot.Core.Articles;

namespace NewsBot.Sources.Tests.Text;

/// <summary>
/// Pages in fixtures/text/appeals. What stands below a line of "%%%" is the appeal, and what stands above is the story; a page without
/// such a line is all story, however much it speaks of donations.
/// </summary>
public sealed class AppealTests
{
    private const string Divider = "%%%\n";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "fixtures", "text", "appeals");

    public static TheoryData<string> Stories => Names("story-");

    public static TheoryData<string> Appeals => Names("appeal-");

    [Theory, MemberData(nameof(Stories))]
    public void A_story_about_giving_keeps_its_whole_body(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, name));
        var story = Pages.Read(text);
        Assert.Null(story.Appeal);
        Assert.Equal(Paragraphs(text)[^1], story.Body[^1]);
        Assert.All(Paragraphs(text).Where(paragraph => paragraph.EndsWith('.')), paragraph => Assert.Contains(paragraph, story.Body));
    }

    [Theory, MemberData(nameof(Appeals))]
    public void An_appeal_is_kept_apart_from_the_story_above_it(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, name));
        var isMarkdown = name.EndsWith(".md", StringComparison.Ordinal);
        var parts = text.Split(Divider);
        var found = Pages.Read(parts[0] + parts[1]);
        Assert.NotNull(found.Appeal);
        var kept = found.Appeal.Paragraphs.Concat(found.Appeal.Label is { } label ? [label] : []).ToArray();
        Assert.Equal(Paragraphs(parts[1]).Length, kept.Length);
        Assert.Equal(Paragraphs(parts[0])[1..].Count(paragraph => !paragraph.EndsWith(':') && paragraph is not ("***" or "---")), found.Body.Count);
        if (!isMarkdown) Assert.Equal(Paragraphs(parts[1])[0].Split(": http")[0], kept[0]);
    }

    [Theory]
    [InlineData("appeal-button-alone.txt", "Support our journalism", null)]
    [InlineData("appeal-with-button-and-link.txt", "Become a member", "https://example.org/join?from=story")]
    [InlineData("appeal-under-read-more.txt", "Join us!", null)]
    [InlineData("appeal-uk.txt", "Стати патроном", null)]
    [InlineData("appeal-uk-link.txt", "Підтримати", "https://example.org/support")]
    [InlineData("appeal-in-markdown.md", "Become a patron", "https://example.org/patron")]
    [InlineData("appeal-one-paragraph.txt", null, null)]
    public void The_call_to_action_becomes_the_label_and_its_address_the_link(string name, string? label, string? link)
    {
        var appeal = Read(name).Appeal!;
        Assert.Equal(label, appeal.Label);
        Assert.Equal(link, appeal.Link);
    }

    [Fact]
    public void A_link_that_is_no_web_address_is_not_kept() =>
        Assert.Null(Pages.Read("# Title\n\nBody of the story.\n\nPlease support our newsroom, we depend on readers like you.\n\n[Donate now](javascript:alert)").Appeal!.Link);

    [Fact]
    public void A_text_that_is_nothing_but_an_appeal_stays_an_article()
    {
        var page = Pages.Read("Why we ask\n\nWe depend on readers like you. Please support our journalism.\n\nDonate now");
        Assert.NotEmpty(page.Body);
    }

    [Fact]
    public void A_list_of_addresses_at_the_end_is_no_appeal() =>
        Assert.Null(Pages.Read("Title\n\nThe story.\n\nhttps://example.org/a\n\nhttps://example.org/b").Appeal);

    [Fact]
    public void The_footer_below_an_appeal_does_not_hide_it()
    {
        var text = File.ReadAllText(Path.Combine(Folder, "appeal-with-footer.txt")).Replace(Divider, "", StringComparison.Ordinal);
        Assert.NotNull(Pages.Read(text + "\n© 2024 The Valley Post\n").Appeal);
    }

    private static ArticleContent Read(string name) => Pages.Read(File.ReadAllText(Path.Combine(Folder, name)).Replace(Divider, "", StringComparison.Ordinal));

    private static TheoryData<string> Names(string beginning) =>
        [.. Directory.GetFiles(Folder, beginning + "*").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static string[] Paragraphs(string text) =>
        [.. text.Split("\n\n").Select(paragraph => paragraph.Replace('\n', ' ').Trim()).Where(paragraph => paragraph.Length > 0)];
}
