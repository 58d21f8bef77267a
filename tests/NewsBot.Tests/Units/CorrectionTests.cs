using CsCheck;
using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;

namespace NewsBot.Tests.Units;

public sealed class CorrectionTests
{
    private static readonly ArticleContent Ferry = new()
    {
        Title = "Ferry returns to the lower town on Monday",
        Deck = "After two years the blue ferry sails again, with 40 seats and no bar.",
        Link = "https://news.example/ferry?utm_source=feed",
        Image = "https://cdn.example/ferry.jpg?w=800",
        Author = "Olena Koval",
        Published = new(2026, 9, 1, 9, 0, 0, TimeSpan.Zero),
        Body = ["The crossing takes nine minutes, said Olena Koval of the harbour office.", "Tickets cost 12.50 and are sold on board.", "1,204 views"],
    };

    public static TheoryData<string, Func<ArticleContent, ArticleContent>> Nothing => new()
    {
        { "other quotation marks and dashes", was => was with { Deck = "After two years the “blue” ferry sails again — with 40 seats and no bar." } },
        { "another date", was => was with { Published = was.Published.AddHours(3), Updated = was.Published.AddHours(4) } },
        { "more views", was => was with { Body = [was.Body[0], was.Body[1], "9,990 views"] } },
        { "another tracking parameter", was => was with { Link = "https://news.example/ferry?utm_source=mail" } },
        { "another size of the picture", was => was with { Image = "https://cdn.example/ferry.jpg?w=1200" } },
        { "tags", was => was with { Tags = ["ferries"] } },
        { "thousands written otherwise", was => was with { Body = [was.Body[0], was.Body[1], "1 204 views"] } },
    };

    public static TheoryData<string, Func<ArticleContent, ArticleContent>> Silent => new()
    {
        { "a slip in the title", was => was with { Title = "Ferry returns to the lowr town on Monday" } },
        { "an article more", was => was with { Title = "The ferry returns to the lower town on Monday" } },
        { "capitals", was => was with { Title = "Ferry Returns to the Lower Town on Monday" } },
        { "another author line", was => was with { Author = "Olena Koval, Mykola Hrab" } },
        { "a picture where there was none", was => was with { Image = was.Image } },
        { "two words joined", was => was with { Deck = "After two years the blue ferry sails again, with 40 seats and nobar." } },
    };

    public static TheoryData<string, Func<ArticleContent, ArticleContent>> Noted => new()
    {
        { "another day in the title", was => was with { Title = "Ferry returns to the lower town on Tuesday" } },
        { "another number", was => was with { Deck = was.Deck!.Replace("40", "14", StringComparison.Ordinal) } },
        { "a not", was => was with { Deck = was.Deck!.Replace("sails", "does not sail", StringComparison.Ordinal) } },
        { "a not less", was => was with { Deck = was.Deck!.Replace("no bar", "bar", StringComparison.Ordinal) } },
        { "another name", was => was with { Body = [was.Body[0].Replace("Koval", "Kovalenko", StringComparison.Ordinal), was.Body[1], was.Body[2]] } },
        { "a name with another letter", was => was with { Body = [was.Body[0].Replace("Koval", "Kowal", StringComparison.Ordinal), was.Body[1], was.Body[2]] } },
        { "another word of the same meaning to nobody but us", was => was with { Deck = was.Deck!.Replace("blue", "green", StringComparison.Ordinal) } },
        { "a sentence taken back", was => was with { Body = [was.Body[1], was.Body[2]] } },
        { "another link", was => was with { Link = "https://news.example/ferry-2" } },
        { "another picture", was => was with { Image = "https://cdn.example/boat.jpg?w=800" } },
        { "the picture taken away", was => was with { Image = null } },
    };

    [Theory]
    [MemberData(nameof(Nothing))]
    public void What_only_looks_different_changes_no_post(string what, Func<ArticleContent, ArticleContent> change) => Assert.Equal((what, Correction.None), (what, Corrections.Between(Ferry, change(Ferry))));

    [Theory]
    [MemberData(nameof(Silent))]
    public void A_slip_that_was_mended_is_mended_without_a_word(string what, Func<ArticleContent, ArticleContent> change)
    {
        var was = what.StartsWith("a picture", StringComparison.Ordinal) ? Ferry with { Image = null } : Ferry;
        Assert.Equal((what, Correction.Silent), (what, Corrections.Between(was, what.StartsWith("a picture", StringComparison.Ordinal) ? Ferry : change(was))));
    }

    [Theory]
    [MemberData(nameof(Noted))]
    public void What_readers_were_told_and_is_otherwise_is_noted(string what, Func<ArticleContent, ArticleContent> change) => Assert.Equal((what, Correction.Noted), (what, Corrections.Between(Ferry, change(Ferry))));

    [Fact]
    public void Ukrainian_is_judged_alike()
    {
        var was = Ferry with { Title = "У Луцьку відкрили міст", Deck = "Мер сказав, що проїзд буде безкоштовним." };
        Assert.Equal(Correction.Noted, Corrections.Between(was, was with { Deck = "Мер сказав, що проїзд не буде безкоштовним." }));
        Assert.Equal(Correction.Noted, Corrections.Between(was, was with { Title = "У Рівному відкрили міст" }));
        Assert.Equal(Correction.Silent, Corrections.Between(was, was with { Title = "У Луцьку відкрлии міст" }));
        Assert.Equal(Correction.None, Corrections.Between(was, was with { Deck = "Мер сказав: що проїзд буде «безкоштовним»." }));
    }

    [Fact]
    public void A_sign_before_a_number_is_part_of_it()
    {
        Assert.Equal(Correction.Noted, CorrectedWords.Between("It was -5° at night", "It was 5° at night"));
        Assert.Equal(Correction.Noted, CorrectedWords.Between("It costs $5", "It costs €5"));
        Assert.Equal(Correction.Noted, CorrectedWords.Between("It costs 12.50", "It costs 1250"));
        Assert.Equal(Correction.None, CorrectedWords.Between("It was −5° at night; 1,000 came", "It was -5° at night: 1000 came"));
    }

    private static readonly Gen<string> Word = Of("river", "Kherson", "40", "not", "killed", "the", "people", "річка", "не", "said", "12.5", "Koval", "don't", "%", "$9");

    private static readonly Gen<string[]> Text = Word.Array[1, 30];

    [Fact]
    public void Nothing_is_different_from_itself() => Text.Sample(words => Assert.Equal(Correction.None, CorrectedWords.Between(string.Join(' ', words), string.Join(' ', words))));

    [Fact]
    public void White_space_and_typography_never_matter() => Gen.Select(Text, Of("  ", "\u00A0", "\n", "\u200B ", " — ", ", ", "… ")).Sample((words, joint) =>
        Assert.Equal(Correction.None, CorrectedWords.Between(string.Join(' ', words), $"«{string.Join(joint, words)}»")));

    [Fact]
    public void A_number_a_name_or_a_not_that_comes_goes_or_changes_is_always_noted() => Gen.Select(Text, Gen.Int[0, 29], Of("41", "not", "не", "Odesa", "killed")).Sample((words, at, fact) =>
    {
        var place = at % words.Length;
        var with = string.Join(' ', words.Take(place).Append(fact).Concat(words.Skip(place)));
        var without = string.Join(' ', words);
        Assert.Equal((Correction.Noted, Correction.Noted), (CorrectedWords.Between(without, with), CorrectedWords.Between(with, without)));
    });

    [Fact]
    public void It_is_judged_alike_in_both_directions_unless_something_was_added() => Gen.Select(Text, Text).Sample((was, now) =>
        Assert.Equal(CorrectedWords.Between(string.Join(' ', was), string.Join(' ', now)), CorrectedWords.Between(string.Join(' ', now), string.Join(' ', was))));

    private static Gen<string> Of(params string[] words) => Gen.Int[0, words.Length - 1].Select(at => words[at]);
}
