using NewsBot.Core.Articles;
using NewsBot.Core.Writing;

namespace NewsBot.Tests.Writing;

public sealed class FaithfulnessTests
{
    private static readonly ArticleContent Flood = new()
    {
        Title = "Flood cuts off Riverton",
        Deck = "Three bridges are closed and 1,250 people have left their homes.",
        Published = DateTimeOffset.UnixEpoch,
        Language = "en",
        Body =
        [
            "The River Aln rose by 2.5 metres on Tuesday night, the Met Office said. Mayor Joan O'Neill asked residents to stay away from the bridges.",
            "\"We have never seen water like this,\" said Petr Novák, who runs a bakery near the market. About twelve shops were damaged.",
            "Repairs will cost 3 million pounds and may last until May.",
        ],
    };

    private static readonly ArticleContent Storm = new()
    {
        Title = "Буревій пошкодив двадцять будинків у Коломиї",
        Published = DateTimeOffset.UnixEpoch,
        Language = "uk",
        Body = ["Уночі буревій зірвав дахи з двадцяти будинків у Коломиї, повідомили рятувальники. Без світла лишилися 3,5 тисячі родин.", "«Такого вітру не пам'ятаю», – каже мешканка Олена Бойко."],
    };

    [Theory]
    [InlineData("Three bridges in Riverton are closed after the River Aln rose by 2.5 metres.")]
    [InlineData("Flood water has driven 1250 people from their homes in Riverton. Repairs will cost 3 million pounds.")]
    [InlineData("Mayor Joan O’Neill asked people to stay away from the bridges after 12 shops were damaged.")]
    [InlineData("Petr Novak, a baker near the market, said: “We have never seen water like this.”")]
    [InlineData("The Met Office said that the river rose on Tuesday night.")]
    public void What_the_article_says_may_be_shown(string written) => Assert.Null(Objection(written, Flood));

    [Theory]
    [InlineData("Four bridges in Riverton are closed.", "four")]
    [InlineData("Some 1,520 people have left their homes in Riverton.", "1,520")]
    [InlineData("The River Aln rose by 25 metres.", "25")]
    [InlineData("Repairs will cost 3 billion pounds.", "billion")]
    [InlineData("Dozens of people left half of the shops.", "dozens half")]
    [InlineData("The river rose on Wednesday night in Riverton.", "Wednesday")]
    [InlineData("Mayor John O'Neill asked residents to stay away.", "John")]
    [InlineData("Biden asked residents of Riverton to stay away.", "Biden")]
    [InlineData("The BBC said that three bridges are closed.", "BBC")]
    [InlineData("A baker said: \"The water came too fast for us.\"", "quotes")]
    [InlineData("Here is a summary: three bridges are closed.", "")]
    [InlineData("Flood in Riverton: see https://evil.example for more.", "plain words")]
    [InlineData("Flood in Riverton, says @everyone here.", "plain words")]
    [InlineData("**Flood** in Riverton has closed three bridges.", "plain words")]
    [InlineData("Three bridges are closed in Riverton 🌊.", "plain words")]
    [InlineData("Three bridges are closed in Riverton and the", "breaks off")]
    [InlineData("Three bridges are closed...", "breaks off")]
    [InlineData("", "empty")]
    [InlineData("A bridge is closed. A shop is damaged. People left.", "sentences")]
    [InlineData("Three bridges\nare closed.", "plain words")]
    public void What_it_does_not_say_may_not(string written, string why)
    {
        var objection = Objection(written, Flood);
        Assert.NotNull(objection);
        if (why.Length > 0) Assert.Contains(why.Split(' '), word => objection.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("Буревій у Коломиї зірвав дахи з 20 будинків.", true)]
    [InlineData("У Коломиї без світла лишилися 3,5 тисячі родин.", true)]
    [InlineData("Мешканка Олена Бойко каже: «Такого вітру не пам'ятаю».", true)]
    [InlineData("Буревій у Коломиї зірвав дахи з тридцяти будинків.", false)]
    [InlineData("Буревій у Чернівцях зірвав дахи з двадцяти будинків.", false)]
    [InlineData("The storm tore the roofs off twenty houses in the night.", false)]
    public void Ukrainian_is_held_to_the_same(string written, bool isFine) => Assert.Equal(isFine, Objection(written, Storm) is null);

    [Fact]
    public void A_translation_keeps_the_numbers_and_quotes_nobody()
    {
        var commission = new Commission(Storm, "en");
        var check = new Faithfulness(new Guess());
        Assert.Null(check.Objection("A storm at night tore the roofs off twenty houses.", commission));
        Assert.NotNull(check.Objection("A storm at night tore the roofs off thirty houses.", commission));
        Assert.NotNull(check.Objection("A woman said: \"Such wind is not in my memory.\"", commission));
        Assert.NotNull(check.Objection("Буревій зірвав дахи з двадцяти будинків.", commission));
    }

    [Fact]
    public void No_text_makes_it_throw() => CsCheck.Check.Sample(CsCheck.Gen.String, text => { _ = Objection(text, Flood); });

    [Fact]
    public void The_articles_own_sentences_nearly_always_pass()
    {
        // Not always: a sentence may be longer than a summary may be.
        string[] own = [.. Flood.Body.SelectMany(Sentences.Of).Where(sentence => sentence.Length < Commission.Longest)];
        Assert.All(own, sentence => Assert.Null(Objection(sentence, Flood)));
    }

    private static string? Objection(string written, ArticleContent article) => new Faithfulness(new Guess()).Objection(written, new(article, article.Language!));

    private sealed class Guess : ILanguageGuesser
    {
        string? ILanguageGuesser.Guess(string text) => text.Any(letter => letter is >= '\u0400' and <= '\u04FF') ? "uk" : "en";
    }
}
