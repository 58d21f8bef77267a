namespace NewsBot.Sources.Tests.Text;

/// <summary>Megabytes made to cost time. No clock is asked: with anything worse than linear time these tests run for minutes, and are seen.</summary>
public sealed class HostileTests
{
    private const int LineSize = 5_000_000;
    private const int PageSize = 1_000_000;

    [Theory]
    [InlineData("word ")]
    [InlineData("word")]
    [InlineData("Word. ")]
    [InlineData("[")]
    [InlineData("](")]
    [InlineData("[a](")]
    [InlineData("![a](b")]
    [InlineData("*a ")]
    [InlineData("**a_")]
    [InlineData("`")]
    [InlineData("“a ")]
    [InlineData("1:1 ")]
    [InlineData("we support you ")]
    [InlineData("http://a ")]
    [InlineData("x_y ")]
    [InlineData("_")]
    [InlineData("\u0301")]
    [InlineData("\u200D")]
    public void One_line_of_five_megabytes_is_read(string unit)
    {
        Assert.NotNull(Pages.Reader.Read("# Title **a**\n\n" + Repeated(unit, LineSize), Pages.FileTime).Content);
        Assert.NotNull(Pages.Reader.Read("A" + Repeated(unit, PageSize), Pages.FileTime).Content);
    }

    [Theory]
    [InlineData("a\n")]
    [InlineData("a\n\n")]
    [InlineData("- a\n")]
    [InlineData("---\n")]
    [InlineData("Read more:\n")]
    [InlineData("8 May 2024\n\n")]
    [InlineData("Tags: a, b\n")]
    [InlineData("# a\n")]
    [InlineData("> a\n")]
    [InlineData("a: b\n")]
    [InlineData("Donate now\n\n")]
    [InlineData("We depend on readers like you, please support our journalism.\n\n")]
    [InlineData("We thank you\n\n")]
    [InlineData("image words of a ship 4f9d2c71ab_w100\n\n")]
    public void A_megabyte_of_short_lines_are_read(string unit)
    {
        Assert.NotNull(Pages.Reader.Read("Title\n\n" + Repeated(unit, PageSize), Pages.FileTime).Content);
        Assert.NotNull(Pages.Reader.Read("---\n" + Repeated(unit, PageSize) + "\nA word", Pages.FileTime));
    }

    private static string Repeated(string unit, int size) => string.Concat(Enumerable.Repeat(unit, size / unit.Length));
}
