using CsCheck;
using NewsBot.Core.Articles;

namespace NewsBot.Tests.Units;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Café CAFÉ cafe", "cafe cafe cafe")]
    [InlineData("Ukraine’s army", "ukraine’s army")]
    [InlineData("п'ять п’ять", "пять пять")]
    [InlineData("Київ, Йорк і Їжак", "київ йорк і їжак")]
    [InlineData("ёлка елка", "елка елка")]
    [InlineData("state-of-the-art C++", "state of the art c")]
    [InlineData("Straße Łódź Ørsted", "strasse lodz orsted")]
    [InlineData("日本語 news", "日 本 語 news")]
    [InlineData("12,000 troops", "12 000 troops")]
    [InlineData("", "")]
    [InlineData("  \u00A0 !?", "")]
    public void Words_are_made_comparable(string text, string expected) =>
        Assert.Equal(expected.Replace("’", "", StringComparison.Ordinal), Folding.Index(text));

    [Fact]
    public void A_lone_surrogate_does_not_hurt() => Assert.Equal("a b", Folding.Index("a \ud83d b"));

    [Fact]
    public void Folding_twice_changes_nothing_more() =>
        Gen.String.Sample(text => Folding.Index(Folding.Index(text)) == Folding.Index(text));
}
