using NewsBot.Core.Articles;

namespace NewsBot.Sources.Tests.Text;

/// <summary>The real page that started it all. Its words stay in the shared folder; here they are told by their place in it.</summary>
public sealed class SharedSeedTests
{
    private const int Title = 0, Deck = 1, ImageLine = 4, FirstParagraph = 5, ReadMore = 12, FirstAppeal = 13, Call = 16;

    private static readonly string File = SharedFolder.Path("seeds", "000_973229286f44a3d8.txt");

    private static readonly string[] Lines =
        [.. System.IO.File.ReadAllLines(File).Select(line => line.Replace('\u00A0', ' ').Trim()).Where(line => line.Length > 0)];

    [Fact]
    public void The_title_stands_once_and_the_deck_is_the_deck()
    {
        var seed = Seed();
        Assert.Equal(Lines[Title], seed.Title);
        Assert.Equal(Lines[Deck], seed.Deck);
        Assert.DoesNotContain(seed.Title, seed.Body);
    }

    [Fact]
    public void The_date_is_read_in_the_zone_of_the_source()
    {
        Assert.Equal(new(2024, 9, 8, 4, 0, 0, TimeSpan.Zero), Seed().Published);
        Assert.False(Seed().PublishedIsGuess);
        Assert.Equal(new(2024, 9, 8, 1, 0, 0, TimeSpan.Zero), Seed(TimeZoneInfo.FindSystemTimeZoneById("Europe/Kyiv")).Published);
    }

    [Fact]
    public void The_image_words_describe_the_image_without_the_hash_of_its_file()
    {
        var words = Lines[ImageLine].Split(' ');
        Assert.Equal(string.Join(' ', words[..^1]), Seed().ImageDescription);
    }

    [Fact]
    public void The_body_is_exactly_its_seven_paragraphs()
    {
        var body = Seed().Body;
        Assert.Equal(Lines[FirstParagraph..ReadMore], body);
        Assert.Equal(7, body.Count);
        Assert.Contains(body, paragraph => paragraph.Contains('“', StringComparison.Ordinal) && paragraph.Contains('”', StringComparison.Ordinal));
    }

    [Fact]
    public void The_appeal_is_three_paragraphs_and_its_call()
    {
        var appeal = Seed().Appeal!;
        Assert.Equal(Lines[FirstAppeal..Call], appeal.Paragraphs);
        Assert.Equal(3, appeal.Paragraphs.Count);
        Assert.Equal("Become a Patron!", appeal.Label);
        Assert.Null(appeal.Link);
    }

    [Fact]
    public void It_is_in_English() => Assert.Equal("en", Seed().Language);

    private static ArticleContent Seed(TimeZoneInfo? zone = null) =>
        Pages.In(zone ?? TimeZoneInfo.Utc).Read(System.IO.File.ReadAllText(File), new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).Content!;
}
