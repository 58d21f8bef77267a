using CsCheck;
using NewsBot.Core.Articles;

namespace NewsBot.Sources.Tests.Text;

public sealed class PropertyTests
{
    // Pieces of real pages, thrown together in every order, beside signs at random.
    private static readonly string[] Bits =
    [
        "Title of the page", "A paragraph of some words, and a second clause.", "Sep 8, 2024 - 04:00", "8 вересня 2024", "Read more:", "---", "# Heading", "## ", "- item", "> quote",
        "[link](https://example.org)", "![alt](a.jpg)", "**strong", "*", "_", "`", "```", "](", "![", "Author: Jane Doe", "Tags: a, b", "Title:", ":", "By Jane Doe", "image words hash 4f9d2c71ab_w100",
        "Support our journalism, readers like you!", "Donate now", "Підтримати", "https://example.org/x", "\n", "\n\n", "\r\n", "\r", " ", "\u00A0", "\u202E", "\u200D", "\uD83D", "\uDE00", "😀", "…", "“", "”", "«", "»", "=====", "1. one", "2024", "04:00", "31.12.9999", "+99:99", "\0",
    ];

    private static readonly Gen<string> Page = Gen.OneOf(Gen.OneOf(Bits), Gen.String).Array[0, 40].Select(bits => string.Concat(bits));

    private static readonly Gen<string> Lines = Gen.OneOf(Bits).Array[0, 30].Select(bits => string.Join('\n', bits));

    [Fact]
    public void Nothing_that_a_text_holds_makes_the_reader_throw() =>
        Gen.OneOf(Page, Lines).Sample(text =>
        {
            var reading = Pages.Reader.Read(text, Pages.FileTime);
            return reading.Content is null ? reading.Problem?.Length > 0 : reading.Problem is null && reading.Content.Title.Length is > 0 and <= 300;
        }, iter: 500);

    [Fact]
    public void The_same_text_gives_the_same_article() =>
        Gen.OneOf(Page, Lines).Sample(text => Shown(text) == Shown(text), iter: 500);

    [Fact]
    public void What_comes_out_is_plain_text_on_one_line_without_unseen_signs() =>
        Gen.OneOf(Page, Lines).Sample(text => Texts(text).All(IsPlain), iter: 800);

    [Fact]
    public void A_body_holds_only_what_the_page_said() =>
        Gen.OneOf(Bits.Where(bit => !bit.Contains("](", StringComparison.Ordinal) && !bit.Contains('#') && !bit.StartsWith("**", StringComparison.Ordinal)).ToArray()).Array[0, 30]
            .Select(bits => string.Join('\n', bits))
            .Sample(text =>
            {
                var said = Folded(text);
                return (Pages.Reader.Read(text, Pages.FileTime).Content?.Body ?? []).All(paragraph => said.Contains(Folded(paragraph), StringComparison.Ordinal));
            }, iter: 800);

    [Fact]
    public void A_file_of_any_age_is_no_trouble() =>
        Gen.Select(Lines, Gen.DateTimeOffset).Sample((text, time) => Pages.Reader.Read(text, time) is not null, iter: 500);

    // A joiner counts only inside a word or an emoji, so at the edges of a bit it may go or stay.
    private static string Folded(string text) => Folding.Index(text).Replace("\u200D", "", StringComparison.Ordinal);

    private static bool IsPlain(string text) =>
        text.Length > 0 && text == text.Trim() && !text.Contains("  ", StringComparison.Ordinal)
        && !text.Any(letter => char.IsControl(letter) || letter is '\u00A0' or '\u202E' or '\u200B' or '\uFEFF')
        && text.EnumerateRunes().All(rune => rune != System.Text.Rune.ReplacementChar || text.Contains('\uFFFD', StringComparison.Ordinal));

    private static IEnumerable<string> Texts(string text) => Pages.Reader.Read(text, Pages.FileTime).Content is { } content
        ? [content.Title, .. content.Body, .. content.Appeal?.Paragraphs ?? [], .. new[] { content.Deck, content.Author, content.ImageDescription, content.Appeal?.Label }.OfType<string>()]
        : [];

    private static string Shown(string text) => string.Join('\n', Texts(text));
}
