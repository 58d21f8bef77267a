using System.Globalization;
using CsCheck;
using NewsBot.Core.Chat;

namespace NewsBot.Tests.Units;

public sealed class CardFitterTests
{
    private static readonly CardLimits Narrow = new(20, 60, 2, 10, 20, 20, 90, 2, 8);

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("a longer sentence", 10, "a longer…")]
    [InlineData("unbreakable", 6, "unbre…")]
    [InlineData("one, two", 6, "one…")]
    [InlineData("anything", 0, "")]
    public void A_text_is_cut_at_a_word(string text, int room, string expected) => Assert.Equal(expected, CardFitter.Cut(text, room));

    [Fact]
    public void A_grapheme_is_never_cut() => Gen.Select(Gen.OneOf("👨‍👩‍👧", "é", "a", " ", "🇺🇦", "界").Array[0, 30], Gen.Int[0, 40]).Sample((parts, room) =>
    {
        var text = string.Concat(parts);
        var cut = CardFitter.Cut(text, room);
        var kept = cut.EndsWith('…') ? cut[..^1] : cut;
        var borders = StringInfo.ParseCombiningCharacters(text).Append(text.Length);
        return cut.Length <= Math.Max(room, 0) && text.StartsWith(kept, StringComparison.Ordinal) && borders.Contains(kept.Length);
    });

    [Fact]
    public void A_fitted_card_keeps_every_limit() => Gen.Select(Gen.String[0, 200], Gen.String[0, 200], Gen.String[0, 80], Gen.Int[0, 6]).Sample((title, body, small, count) =>
    {
        var card = new Card
        {
            Title = title,
            Body = Prose.Of(body).Then(small, Mark.Strong),
            Footer = small,
            Fields = Enumerable.Repeat(new Field(small, body), count).ToArray(),
            Buttons = Enumerable.Repeat(Button.Type(small, "help"), count).ToArray(),
        };
        var fitted = CardFitter.Fit(card, Narrow);
        var fields = fitted.Fields.Sum(field => field.Name.Length + field.Value.ToString().Length);
        return fitted.Title!.Length <= Narrow.Title && fitted.Body.ToString().Length <= Narrow.Body && fitted.Footer!.Length <= Narrow.Footer
            && fitted.Fields.Count <= Narrow.Fields && fitted.Buttons.Count <= Narrow.Buttons && fitted.Buttons.All(button => button.Label.Length <= Narrow.ButtonLabel && button.Line == "help")
            && fitted.Title.Length + fitted.Body.ToString().Length + fitted.Footer.Length + fields <= Narrow.Total;
    });

    [Fact]
    public void A_link_that_is_cut_still_leads_to_the_same_place()
    {
        var cut = CardFitter.Cut(Prose.Empty.ThenLink("a very long name of a page", "https://example.org/page"), 10);
        Assert.Equal("https://example.org/page", Assert.Single(cut.Spans).Target);
    }
}
