using CsCheck;
using NewsBot.Core.Articles;

namespace NewsBot.Tests.Units.Summaries;

public sealed class SplittingTests
{
    [Theory]
    // Titles and initials
    [InlineData("Gov. J. B. Pritzker met Mr. T. They talked.", "Gov. J. B. Pritzker met Mr. T.|They talked.")]
    [InlineData("George W. Bush spoke. Sen. Harry Reid left.", "George W. Bush spoke.|Sen. Harry Reid left.")]
    [InlineData("Проф. І. І. Мечников працював у м. Одеса. Він отримав премію.", "Проф. І. І. Мечников працював у м. Одеса.|Він отримав премію.")]
    [InlineData("Dr. Müller kam z.B. Montag. Er ging.", "Dr. Müller kam z.B. Montag.|Er ging.")]
    [InlineData("M. Macron et Mme. Merkel sont venus. Ils ont parlé.", "M. Macron et Mme. Merkel sont venus.|Ils ont parlé.")]
    [InlineData("El Sr. López llegó. La Sra. Ruiz no.", "El Sr. López llegó.|La Sra. Ruiz no.")]
    [InlineData("Stoi przy ul. Długiej. Jest stary.", "Stoi przy ul. Długiej.|Jest stary.")]
    // Abbreviations that may end a sentence
    [InlineData("He joined the U.S. Army. It was 1943.", "He joined the U.S. Army.|It was 1943.")]
    [InlineData("He went to the U.S. The army took him.", "He went to the U.S.|The army took him.")]
    [InlineData("It has moved on in the U.S.. He believes so.", "It has moved on in the U.S..|He believes so.")]
    [InlineData("At 5 p.m. Eastern time it closed.", "At 5 p.m. Eastern time it closed.")]
    [InlineData("Сталося це у 2024 р. У місті тихо.", "Сталося це у 2024 р.|У місті тихо.")]
    [InlineData("Зібрали 5 млн грн. Кошти передали.", "Зібрали 5 млн грн. Кошти передали.")]
    [InlineData("Apples, pears, etc. The rest is gone.", "Apples, pears, etc.|The rest is gone.")]
    [InlineData("I like art. Police do not.", "I like art.|Police do not.")]
    // Numbers
    [InlineData("Pi is 3.14. No. 5 is alive. He is 23. Police said so.", "Pi is 3.14.|No. 5 is alive.|He is 23.|Police said so.")]
    [InlineData("Es war am 3. Oktober. Alle kamen.", "Es war am 3. Oktober.|Alle kamen.")]
    [InlineData("1. Introduction follows. 2. The rest.", "1. Introduction follows.|2. The rest.")]
    [InlineData("Version 2.0.1 is at example.com. Get it.", "Version 2.0.1 is at example.com.|Get it.")]
    [InlineData("It cost $5. $6 was too much.", "It cost $5.|$6 was too much.")]
    // Quotations
    [InlineData("“Why?” Smith asked. Nobody knew.", "“Why?” Smith asked.|Nobody knew.")]
    [InlineData("\"Why?\" he asked. \"Who knows.\" They left.", "\"Why?\" he asked.|\"Who knows.\"|They left.")]
    [InlineData("He said: \"Go!\" Then he went.", "He said: \"Go!\"|Then he went.")]
    [InlineData("«Хто там?» — запитав він. Тиша.", "«Хто там?» — запитав він.|Тиша.")]
    [InlineData("„Komm!“ Er kam.", "„Komm!“|Er kam.")]
    [InlineData("(It rained.) We stayed.", "(It rained.)|We stayed.")]
    // Ellipses and marks in a row
    [InlineData("Wait... what? Yes... No.", "Wait... what?|Yes...|No.")]
    [InlineData("Really?! Yes!!! Ні…", "Really?!|Yes!!!|Ні…")]
    [InlineData("雨が降った。帰った。", "雨が降った。|帰った。")]
    [InlineData("Yahoo! is a company. iPhones too.", "Yahoo! is a company. iPhones too.")]
    public void Sentences_end_where_a_reader_would_say(string paragraph, string expected) =>
        Assert.Equal(expected, string.Join('|', Sentences.Of(paragraph)));

    private static readonly Gen<string> Texts = Gen.String[Gen.Char["aAбВ1 .!?…\"“”«»()—'。\n\u00A0"], 0, 60];

    [Fact]
    public void Sentences_are_parts_of_the_paragraph_in_order_and_nothing_is_lost() => Texts.Sample(text =>
    {
        var at = 0;
        foreach (var sentence in Sentences.Of(text))
        {
            var found = text.IndexOf(sentence, at, StringComparison.Ordinal);
            Assert.True(found >= at && sentence.Length > 0, $"'{sentence}' in '{text}'");
            Assert.True(string.IsNullOrWhiteSpace(text[at..found]), $"lost '{text[at..found]}' of '{text}'");
            at = found + sentence.Length;
        }
        Assert.True(string.IsNullOrWhiteSpace(text[at..]));
    });

    [Theory]
    [InlineData("a.")]
    [InlineData("A. ")]
    [InlineData(". ")]
    [InlineData(".(\"")]
    [InlineData("?\" A ")]
    [InlineData("x")]
    [InlineData(".  ")]
    [InlineData("1. ")]
    public void A_megabyte_made_to_be_slow_is_read_all_the_same(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        Assert.Equal(text.Count(letter => !char.IsWhiteSpace(letter)), Sentences.Of(text).Sum(sentence => sentence.Count(letter => !char.IsWhiteSpace(letter))));
    }
}
