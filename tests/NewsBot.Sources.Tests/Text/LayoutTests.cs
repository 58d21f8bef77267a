using NewsBot.Core.Articles;

namespace NewsBot.Sources.Tests.Text;

public sealed class LayoutTests
{
    private const string Title = "Harbour crane lifts its last ship";
    private const string Deck = "The crane has stood at the quay since 1931.";
    private const string Date = "Sep 8, 2024 - 04:00";
    private const string Image = "harbour crane ship quay workers odesa port authority 4f9d2c71-0aff-0242-ec8f-08db196d102f_w800_r1_s";
    private const string First = "The crane lifted its last ship on Sunday, a barge of ninety tonnes.";
    private const string Second = "“It was lighter than we thought,” the foreman said. It goes to a museum.";

    private static readonly string[] Body = [First, Second];

    public static TheoryData<string, bool, bool, bool> Orders => new()
    {
        { $"{Title}\n\n{Deck}\n\n{Date}\n{Title}\n\n{Image}\n\n{First}\n\n{Second}\n\nRead more:\n", true, true, true },
        { $"{Title}\n\n{Date}\n{Title}\n\n{Image}\n\n{First}\n\n{Second}", false, true, true },
        { $"{Title}\n\n{Deck}\n\n{Date}\n\n{First}\n\n{Second}", true, true, false },
        { $"{Title}\n\n{Deck}\n\n{Title}\n\n{First}\n\n{Second}", true, false, false },
        { $"{Title}\n{Deck}\n{Date}\n{First}\n{Second}", true, true, false },
        { $"{Date}\n\n{Title}\n\n{First}\n\n{Second}", false, true, false },
        { $"{Date}\n{Title}\n\n{Deck}\n\n{Image}\n\n{First}\n\n{Second}", true, true, true },
        { $"{Image}\n\n{Title}\n\n{Deck}\n\n{Date}\n\n{First}\n\n{Second}", true, true, true },
        { $"{Title}\n\n{Image}\n\n{Deck}\n\n{Date}\n\n{First}\n\n{Second}", true, true, true },
        { $"{Deck}\n\n{Title}\n\n{Date}\n{Title}\n\n{First}\n\n{Second}", true, true, false },
        { $"{Title}\n\n{First}\n\n{Second}", false, false, false },
        { $"{Title}\n{First}\n{Second}", false, false, false },
        { $"{Title}\n\n{Date}\n\n{First}\n\n{Second}\n\n{Image}", false, true, true },
        { $"{Title.ToUpperInvariant()}\n\n{Date}\n{Title}\n\n{First}\n\n{Second}", false, true, false },
        { $"{Title}\r\n\r\n{Deck}\r\n\r\n{Date}\r\n{Title}\r\n\r\n{First}\r\n\r\n{Second}\r\n", true, true, false },
        { $"{Title}\r\r{Deck}\r\r{Date}\r{Title}\r\r{First}\r\r{Second}\r", true, true, false },
        { $"World news\n\n{Title}\n\n{Date}\n{Title}\n\n{First}\n\n{Second}", false, true, false },
    };

    [Theory, MemberData(nameof(Orders))]
    public void Parts_are_found_in_any_order_and_any_may_be_missing(string text, bool hasDeck, bool hasDate, bool hasImage)
    {
        var page = Pages.Read(text);
        Assert.Equal(Title, page.Title, ignoreCase: true);
        Assert.Equal(Body, Without(page.Body, hasDeck ? null : Deck));
        Assert.Equal(hasDeck ? Deck : null, page.Deck);
        Assert.Equal(hasDate ? new(2024, 9, 8, 4, 0, 0, TimeSpan.Zero) : Pages.FileTime, page.Published);
        Assert.Equal(hasDate, !page.PublishedIsGuess);
        Assert.Equal(hasImage, page.ImageDescription?.StartsWith("harbour crane ship quay", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void A_deck_may_begin_with_the_words_of_the_title() =>
        Assert.Equal($"{Title} on Sunday", Pages.Read($"{Title}\n\n{Title} on Sunday\n\n{Date}\n\n{First}\n\n{Second}").Deck);

    [Fact]
    public void A_title_and_one_paragraph_are_an_article()
    {
        var page = Pages.Read($"{Title}\n\n{First}");
        Assert.Equal((Title, null), (page.Title, page.Deck));
        Assert.Equal([First], page.Body);
        Assert.Equal([First], Pages.Read($"{Title}\n{First}").Body);
        Assert.Equal([First], Pages.Read($"{Title}\n\n{First}\n\n{Date}").Body);
        Assert.Equal([First], Pages.Read($"{Title}\n\n{First}\n\n{Date}\n{Title}\n").Body);
    }

    [Fact]
    public void Lines_wrapped_at_a_width_are_joined_until_an_empty_line()
    {
        var page = Pages.Read("""
            Old mill turns again

            The mill at the edge of the village turned on Saturday for the first
            time in sixty years. Its wheel was rebuilt by two carpenters from the
            next valley, and by their sons.

            They worked from a photograph of 1931. It was found in a school book by
            a woman who had carried flour home from the mill as a girl.
            """);
        Assert.Equal(2, page.Body.Count);
        Assert.EndsWith("for the first time in sixty years. Its wheel was rebuilt by two carpenters from the next valley, and by their sons.", page.Body[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_that_are_paragraphs_of_their_own_stay_apart()
    {
        var page = Pages.Read("Old mill turns again\nThe mill turned on Saturday.\nIts wheel is new.\nTwo carpenters from the next valley built it in a single summer, working from a photograph.\nThey were paid in flour.");
        Assert.Equal(4, page.Body.Count);
    }

    [Fact]
    public void A_headline_over_two_lines_is_one_title() =>
        Assert.Equal("Parliament passes the law on digital signatures after a night of debate", Pages.Read("Parliament passes the law on digital\nsignatures after a night of debate\n\nThe vote was close.\n\nIt takes effect in May.").Title);

    [Theory]
    [InlineData("By Jane Doe", "Jane Doe")]
    [InlineData("By Jane Doe and Mary-Ann O’Neill", "Jane Doe and Mary-Ann O’Neill")]
    [InlineData("Автор: Олена Марчук", "Олена Марчук")]
    [InlineData("By Jane Doe | Sep 8, 2024", "Jane Doe")]
    public void An_unmistakable_byline_names_the_author(string line, string author)
    {
        var page = Pages.Read($"{Title}\n\n{line}\n\n{First}\n\n{Second}");
        Assert.Equal(author, page.Author);
        Assert.Equal(Body, page.Body);
    }

    [Theory]
    [InlineData("By the river stood a house.")]
    [InlineData("By Sunday evening nothing was left of it")]
    [InlineData("By land and sea")]
    [InlineData("By Friday")]
    public void A_line_that_only_begins_like_a_byline_stays_text(string line)
    {
        var page = Pages.Read($"{Title}\n\n{line}\n\n{First}\n\n{Second}");
        Assert.Null(page.Author);
        Assert.Equal([line, First, Second], page.Body);
    }

    [Theory]
    [InlineData("Read more:")]
    [InlineData("Read more")]
    [InlineData("Read also:")]
    [InlineData("See also:")]
    [InlineData("Читайте також:")]
    [InlineData("Дивіться також:")]
    [InlineData("Read more: Crane was built in a single winter")]
    [InlineData("Читайте також: Кран збудували за одну зиму")]
    [InlineData("Read also:\nCrane was built in a single winter\nHarbour master retires")]
    [InlineData("Read more:\n- Crane was built in a single winter\n- Harbour master retires")]
    [InlineData("Read more:\n\n- https://example.org/crane\n- https://example.org/harbour")]
    public void A_signpost_to_other_pages_is_dropped_wherever_it_stands(string lines)
    {
        Assert.Equal(Body, Pages.Read($"{Title}\n\n{First}\n\n{lines}\n\n{Second}").Body);
        Assert.Equal(Body, Pages.Read($"{Title}\n\n{First}\n\n{Second}\n\n{lines}\n").Body);
    }

    [Theory]
    [InlineData("Read more slowly, the teacher told them.")]
    [InlineData("Read more: it is what the teacher told them every day.")]
    [InlineData("Related costs were not published.")]
    [InlineData("He said: Read more. They read.")]
    public void A_sentence_that_begins_with_read_more_stays(string sentence) =>
        Assert.Equal([First, sentence, Second], Pages.Read($"{Title}\n\n{First}\n\n{sentence}\n\n{Second}").Body);

    [Theory]
    [InlineData("harbour crane lifts last ship odesa")]
    [InlineData("crane-at-the-quay-1200x675.jpg")]
    [InlineData("harbour crane 01000000-0aff-0242-ec8f-08db196d102f_w1023_r1_s")]
    [InlineData("odesa_harbour_crane_2024")]
    [InlineData("harbour crane 1024x768")]
    public void Words_of_a_file_s_name_describe_the_image(string line)
    {
        var page = Pages.Read($"{Title}\n\n{Date}\n{Title}\n\n{line}\n\n{First}\n\n{Second}");
        Assert.NotNull(page.ImageDescription);
        Assert.Equal(Body, page.Body);
    }

    [Theory]
    [InlineData("the crane was sold to a museum and nobody knows what it will do with it")]
    [InlineData("nobody was hurt.")]
    [InlineData("“it is over”")]
    [InlineData("кран продали музею і ніхто не знає що він з ним робитиме")]
    [InlineData("we use snake_case names in our code, he said.")]
    public void A_lower_case_line_of_prose_is_no_file_name(string line)
    {
        var page = Pages.Read($"{Title}\n\n{Date}\n{Title}\n\n{line}\n\n{First}\n\n{Second}");
        Assert.Null(page.ImageDescription);
        Assert.Contains(line, page.Body);
    }

    [Fact]
    public void A_page_without_a_title_is_titled_by_its_first_sentence_and_loses_nothing()
    {
        var paragraph = $"{First} {Second} " + string.Concat(Enumerable.Repeat("It was raining. ", 30)).Trim();
        var page = Pages.Read($"{paragraph}\n\n{Second}");
        Assert.Equal(First, page.Title);
        Assert.Equal([paragraph, Second], page.Body);
    }

    [Fact]
    public void A_very_long_title_is_cut_at_a_word()
    {
        var title = string.Join(' ', Enumerable.Repeat("headline", 60));
        var page = Pages.Read($"Title: {title}\n\n{First}");
        Assert.EndsWith("headline…", page.Title, StringComparison.Ordinal);
        Assert.InRange(page.Title.Length, 250, 300);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\u00A0\n")]
    [InlineData("12 + 30\n\n---\n42")]
    [InlineData("8 September 2024")]
    [InlineData("\u200B\u202E\uFEFF")]
    public void A_text_with_no_article_in_it_is_a_problem_in_one_sentence(string text)
    {
        var reading = Pages.Reader.Read(text, Pages.FileTime);
        Assert.Null(reading.Content);
        Assert.Matches(@"^[A-Z][^.]+\.$", reading.Problem);
    }

    [Fact]
    public void What_a_reader_cannot_see_is_taken_out()
    {
        var page = Pages.Read("\uFEFFHar\u200Bbour\u00A0\u202Ecrane\u202C \u2066lifts\u2069\u0007\n\nA\u00ADbc\u2028\u2028Next\tone  here.\uD800\n\nThird 👩‍🚒 stays.");
        Assert.Equal("Harbour crane lifts", page.Title);
        Assert.Equal(["Abc", "Next one here.", "Third 👩‍🚒 stays."], page.Body);
    }

    private static IEnumerable<string> Without(IEnumerable<string> body, string? paragraph) => body.Where(text => text != paragraph);
}
