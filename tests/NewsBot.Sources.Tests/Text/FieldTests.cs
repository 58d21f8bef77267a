namespace NewsBot.Sources.Tests.Text;

public sealed class FieldTests
{
    [Fact]
    public void Header_lines_at_the_top_tell_about_the_article()
    {
        var page = Pages.Read("""
            Link: https://example.org/news/1
            Image: images/crane.jpg
            Tags: harbour, Odesa, #cranes, harbour
            Author: Jane Doe
            Language: uk
            Published: 8 September 2024, 04:00
            Updated: 2024-09-09T05:00Z
            Topics: ports; sea

            Harbour crane lifts its last ship

            The crane lifted its last ship on Sunday.
            """);
        Assert.Equal("Harbour crane lifts its last ship", page.Title);
        Assert.Equal("https://example.org/news/1", page.Link);
        Assert.Equal("images/crane.jpg", page.Image);
        Assert.Equal(["harbour", "Odesa", "cranes"], page.Tags);
        Assert.Equal(["ports", "sea"], page.Topics);
        Assert.Equal(("Jane Doe", "uk"), (page.Author, page.Language));
        Assert.Equal(new(2024, 9, 8, 4, 0, 0, TimeSpan.Zero), page.Published);
        Assert.Equal(new(2024, 9, 9, 5, 0, 0, TimeSpan.Zero), page.Updated!.Value);
        Assert.Equal(["The crane lifted its last ship on Sunday."], page.Body);
    }

    [Fact]
    public void Title_and_deck_may_be_header_lines_too()
    {
        var page = Pages.Read("Title: Harbour crane\nDeck: It has stood since 1931.\n\nHarbour crane\n\nFirst paragraph.\n\nSecond paragraph.");
        Assert.Equal(("Harbour crane", "It has stood since 1931."), (page.Title, page.Deck));
        Assert.Equal(["First paragraph.", "Second paragraph."], page.Body);
    }

    [Fact]
    public void Header_lines_may_be_written_in_Ukrainian()
    {
        var page = Pages.Read("Автор: Олена Марчук\nТеги: порт, кран\nОпубліковано: 8 вересня 2024\nМова: українська\n\nКран підняв останнє судно\n\nКран працював із 1931 року.");
        Assert.Equal("Кран підняв останнє судно", page.Title);
        Assert.Equal(("Олена Марчук", "uk"), (page.Author, page.Language));
        Assert.Equal(["порт", "кран"], page.Tags);
        Assert.Equal(new(2024, 9, 8, 0, 0, 0, TimeSpan.Zero), page.Published);
    }

    [Fact]
    public void Header_lines_may_stand_under_the_title()
    {
        var page = Pages.Read("Harbour crane\n\nAuthor: Jane Doe\nTags: port, crane\nLink: https://example.org/1\n\nFirst paragraph.\n\nSecond paragraph.");
        Assert.Equal(("Harbour crane", "Jane Doe", "https://example.org/1"), (page.Title, page.Author, page.Link));
        Assert.Equal(["port", "crane"], page.Tags);
        Assert.Equal(["First paragraph.", "Second paragraph."], page.Body);
    }

    [Theory]
    [InlineData("Source: Russia to leave the harbour")]
    [InlineData("Image: how a war looks from above")]
    [InlineData("Language: a battlefield")]
    [InlineData("Date: how a fruit conquered the world")]
    public void A_headline_with_a_colon_is_no_header_line(string title) =>
        Assert.Equal(title, Pages.Read($"{title}\n\nFirst paragraph.\n\nSecond paragraph.").Title);

    [Theory]
    [InlineData("Link: javascript:alert(1)")]
    [InlineData("Link: file:///etc/passwd")]
    [InlineData("Link: https://user:password@example.org/")]
    public void A_link_that_is_no_plain_web_address_is_dropped(string line)
    {
        var page = Pages.Read($"Title: A title\n{line}\n\nFirst paragraph.");
        Assert.Null(page.Link);
        Assert.Equal(["First paragraph."], page.Body);
    }

    [Theory]
    [InlineData("Image: ../../secret.jpg")]
    [InlineData("Image: /etc/secret.jpg")]
    [InlineData("Image: data:image/png;base64,AAAA")]
    [InlineData("Image: file:///etc/passwd")]
    [InlineData("Image: C:\\secret.jpg")]
    public void An_image_outside_of_the_folder_is_dropped(string line) =>
        Assert.Null(Pages.Read($"Title: A title\n{line}\n\nFirst paragraph.").Image);

    [Fact]
    public void Front_matter_between_dashes_tells_about_the_article()
    {
        var page = Pages.Read("""
            ---
            layout: post
            title: "Harbour crane lifts its last ship"
            date: 2024-09-08 04:00
            description: >
              It has stood at the quay
              since 1931.
            tags: [harbour, "old cranes"]
            topics:
              - ports
              - sea
            author: 'Jane Doe'
            image: https://example.org/crane.jpg
            image_alt: A crane at dusk
            lang: en-GB
            # a comment
            ---

            The crane lifted its *last* ship on Sunday.

            It goes to a museum.
            """);
        Assert.Equal("Harbour crane lifts its last ship", page.Title);
        Assert.Equal("It has stood at the quay since 1931.", page.Deck);
        Assert.Equal(["harbour", "old cranes"], page.Tags);
        Assert.Equal(["ports", "sea"], page.Topics);
        Assert.Equal(("Jane Doe", "en"), (page.Author, page.Language));
        Assert.Equal(("https://example.org/crane.jpg", "A crane at dusk"), (page.Image, page.ImageDescription));
        Assert.Equal(["The crane lifted its last ship on Sunday.", "It goes to a museum."], page.Body);
        Assert.Equal(new(2024, 9, 8, 4, 0, 0, TimeSpan.Zero), page.Published);
    }

    [Fact]
    public void Dashes_that_never_close_are_no_front_matter()
    {
        var page = Pages.Read("---\nHarbour crane\n\nFirst paragraph.\n\nSecond paragraph.");
        Assert.Equal("Harbour crane", page.Title);
        Assert.Equal(["First paragraph.", "Second paragraph."], page.Body);
    }

    [Fact]
    public void A_story_between_two_rules_is_no_front_matter()
    {
        var page = Pages.Read("---\nHarbour crane\n\nFirst: the paragraph.\n\n---\n\nSecond paragraph.");
        Assert.Equal("Harbour crane", page.Title);
        Assert.Equal(["First: the paragraph.", "Second paragraph."], page.Body);
    }

    [Fact]
    public void Tags_at_the_end_of_the_page_are_tags()
    {
        var page = Pages.Read("Harbour crane\n\nFirst paragraph.\n\nSecond paragraph.\n\nThird paragraph.\n\nTags: port, crane");
        Assert.Equal(["port", "crane"], page.Tags);
        Assert.Equal(3, page.Body.Count);
    }
}
