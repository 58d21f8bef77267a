using NewsBot.Core.Articles;
using NewsBot.Core.Summaries;

namespace NewsBot.Tests.Units.Summaries;

public sealed class KeySentencesTests
{
    private static readonly string[] Flood =
    [
        "KHERSON, Ukraine (Agency) — The river Dnipro flooded 40 villages below Kherson on Tuesday, and 3,000 people left their homes.",
        "He added that more rain would come.",
        "“The water rose by a metre in an hour,” Mayor Olena Koval told reporters in Kherson. “We had never seen a flood like it.”",
        "But nobody was hurt. Weather is a popular topic of talk.",
        "Boats from Odesa carried people out of the flooded villages along the river Dnipro, the rescue service said.",
    ];

    [Fact]
    public void The_news_comes_first_without_the_place_where_it_was_filed() =>
        Assert.Equal(["The river Dnipro flooded 40 villages below Kherson on Tuesday, and 3,000 people left their homes."], Key(1, Flood));

    [Fact]
    public void Sentences_keep_the_order_of_the_article()
    {
        var chosen = Key(3, Flood);
        var whole = string.Join(' ', Flood);
        Assert.Equal(3, chosen.Count);
        Assert.Equal(chosen, chosen.OrderBy(sentence => whole.IndexOf(sentence, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("He added that more rain would come to the river Dnipro.")]
    [InlineData("But 40 villages below the river Dnipro were flooded.")]
    [InlineData("This flooded 40 villages below Kherson on the river Dnipro.")]
    [InlineData("“The river flooded 40 villages,” he said.")]
    [InlineData("“The river Dnipro flooded 40 villages below Kherson.”")]
    [InlineData("Він додав, що річка затопила 40 сіл під Херсоном.")]
    [InlineData("Але річка затопила 40 сіл під Херсоном.")]
    [InlineData("Sie sagte, der Fluss Dnipro habe 40 Dörfer überschwemmt.")]
    public void A_sentence_that_leans_on_an_unseen_one_is_not_shown_alone(string leaning)
    {
        string[] article = ["Olena Koval came.", "It was late and the room was full.", leaning, "The river Dnipro, Kherson and 40 villages were in the talk of the whole room."];
        Assert.DoesNotContain(leaning, Key(1, article));
    }

    [Fact]
    public void It_is_shown_behind_the_one_it_leans_on() =>
        Assert.Equal(["Olena Koval, the mayor of Kherson, came late.", "She brought news of the flood in Kherson."], Key(2, "Olena Koval, the mayor of Kherson, came late.", "She brought news of the flood in Kherson."));

    [Fact]
    public void Half_of_a_quotation_is_not_shown()
    {
        var chosen = Key(5, "Mayor Olena Koval said: “The river Dnipro flooded 40 villages. It took our boats.” Rescue boats from Odesa came to the villages.");
        Assert.Equal(["Rescue boats from Odesa came to the villages."], chosen);
    }

    [Fact]
    public void A_quotation_is_shown_with_who_said_it()
    {
        const string Said = "“The water rose by a metre in an hour,” Mayor Olena Koval told reporters in Kherson.";
        foreach (var count in Enumerable.Range(1, 9))
        {
            var chosen = Key(count, Flood);
            Assert.True(!chosen.Contains("“We had never seen a flood like it.”") || chosen.Contains(Said));
        }
    }

    [Fact]
    public void What_the_title_or_the_deck_says_is_not_said_again()
    {
        var content = Content("Bridge opens in Kyiv", "The bridge over the river opened after three years of work.", "The bridge in Kyiv opens.", "The bridge over the river opened on Monday after three years of work.", "Bus drivers expect half an hour less on the way to the left bank.");
        Assert.Equal(["Bus drivers expect half an hour less on the way to the left bank."], KeySentences.Under(content, content.Deck, new(5)));
    }

    [Fact]
    public void One_thing_is_said_once() =>
        Assert.Equal(2, Key(3, "The river Dnipro flooded 40 villages below Kherson.", "Boats from Odesa came for the children.", "The river Dnipro has flooded 40 villages below Kherson.").Count);

    [Fact]
    public void The_room_is_kept_and_counts_what_stands_between()
    {
        foreach (var room in Enumerable.Range(0, 400))
            Assert.True(string.Join(' ', KeySentences.Of(Content("Flood", null, Flood), new(9, room))).Length <= room);
    }

    [Fact]
    public void A_first_line_that_is_a_sentence_is_part_of_the_article() =>
        Assert.Contains("The river Dnipro flooded 40 villages below Kherson.", KeySentences.Of(Content("The river Dnipro flooded 40 villages below Kherson.", null, "Boats from Odesa came to the villages on the river."), new(1)));

    [Fact]
    public void A_headline_is_not() =>
        Assert.Equal(["Boats from Odesa came to the villages on the river."], KeySentences.Of(Content("River floods villages", null, "Boats from Odesa came to the villages on the river."), new(3)));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("…")]
    public void Where_no_words_are_there_is_no_summary(string text) => Assert.Empty(Key(3, text));

    [Fact]
    public void A_heading_or_a_date_is_not_shown_as_a_sentence() =>
        Assert.Equal(["The river Dnipro flooded 40 villages."], Key(5, "12 March 2024.", "What the river did in Kherson", "The river Dnipro flooded 40 villages."));

    [Fact]
    public void A_note_without_a_whole_sentence_is_shown_all_the_same() => Assert.Equal(["Closed today"], Key(3, "Closed today"));

    [Fact]
    public void Ten_thousand_sentences_and_a_megabyte_in_one_are_no_trouble()
    {
        var many = string.Join(' ', Enumerable.Range(0, 10_000).Select(i => $"Sentence number {i} speaks of river {i % 97} and town {i % 31} at length."));
        Assert.Equal(3, Key(3, many).Count);
        Assert.Empty(Key(3, new string('x', 1_000_000)));
        Assert.Empty(Key(3, string.Concat(Enumerable.Repeat("word ", 200_000))));
        Assert.Equal(SummaryBudget.MostSentences, Key(int.MaxValue, many).Count);
    }

    private static IReadOnlyList<string> Key(int count, params string[] paragraphs) => KeySentences.Of(new Material(null, null, paragraphs), new(count));

    private static ArticleContent Content(string title, string? deck, params string[] body) =>
        new() { Title = title, Deck = deck, Body = body, Published = DateTimeOffset.UnixEpoch };
}
