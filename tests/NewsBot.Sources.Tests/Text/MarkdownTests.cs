namespace NewsBot.Sources.Tests.Text;

public sealed class MarkdownTests
{
    [Fact]
    public void A_markdown_page_is_read_as_its_reader_sees_it()
    {
        var page = Pages.Read("""
            # Harbour crane *lifts* its last ship

            *It has stood at the quay since 1931.*

            ![A crane at dusk](images/crane.jpg "The crane")

            The crane lifted its **last** ship on [Sunday](https://example.org/a_(b)), with `90` tonnes
            on its hook.

            ## What comes next

            - It goes to a [museum](https://example.org/m).
            - Its hook stays.

            > “It was light,” said the foreman.

            2*3*4 and snake_case_names stay.
            """);
        Assert.Equal("Harbour crane lifts its last ship", page.Title);
        Assert.Equal("It has stood at the quay since 1931.", page.Deck);
        Assert.Equal(("images/crane.jpg", "A crane at dusk"), (page.Image, page.ImageDescription));
        Assert.Equal(
        [
            "The crane lifted its last ship on Sunday, with 90 tonnes on its hook.",
            "What comes next",
            "- It goes to a museum.",
            "- Its hook stays.",
            "“It was light,” said the foreman.",
            "2*3*4 and snake_case_names stay.",
        ], page.Body);
    }

    [Fact]
    public void A_heading_may_be_underlined()
    {
        var page = Pages.Read("Harbour crane\n=============\n\nIt lifted its **last** ship.\n\nWhat comes next\n---------------\n\nA museum.");
        Assert.Equal("Harbour crane", page.Title);
        Assert.Equal(["It lifted its last ship.", "What comes next", "A museum."], page.Body);
    }

    [Fact]
    public void Lines_below_each_other_are_one_paragraph_and_rules_are_none()
    {
        var page = Pages.Read("# Title\n\nOne sentence here.\nAnother sentence there.\n\n---\n\nThe end.\n\n***");
        Assert.Equal(["One sentence here. Another sentence there.", "The end."], page.Body);
    }

    [Fact]
    public void A_date_and_a_byline_in_emphasis_are_recognised()
    {
        var page = Pages.Read("# Title\n\n**By Jane Doe**\n\n*Published: 8 September 2024*\n\nFirst paragraph.\n\nSecond paragraph.");
        Assert.Equal("Jane Doe", page.Author);
        Assert.Equal(new(2024, 9, 8, 0, 0, 0, TimeSpan.Zero), page.Published);
        Assert.Equal(["First paragraph.", "Second paragraph."], page.Body);
    }

    [Fact]
    public void Plain_text_keeps_its_stars_and_signs() =>
        Assert.Equal(["A *starred* word and 5 * 3 * 2.", "C# is a language."], Pages.Read("Title\n\nA *starred* word and 5 * 3 * 2.\n\nC# is a language.").Body);

    [Fact]
    public void A_picture_that_leads_elsewhere_than_to_the_web_or_the_folder_is_dropped()
    {
        var page = Pages.Read("# Title\n\n![x](data:image/png;base64,AAAA)\n\n![y](../../up.jpg)\n\nFirst paragraph.");
        Assert.Null(page.Image);
        Assert.Equal(["First paragraph."], page.Body);
    }
}
