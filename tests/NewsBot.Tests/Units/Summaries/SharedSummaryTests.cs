using NewsBot.Benchmarks.Summaries;
using NewsBot.Core.Articles;
using NewsBot.Core.Summaries;

namespace NewsBot.Tests.Units.Summaries;

/// <summary>How good summaries are on public data; src/notes/quality.md has the figures beside those of others. Bounds are what was reached, less a little.</summary>
public sealed class SharedSummaryTests
{
    private static SummaryCase[] Cnn() => SummaryCase.Cnn(SharedData.Path("summaries", "cnn_validation500.jsonl"));

    private static SummaryCase[] Wikinews() => SummaryCase.WikinewsHeadless(SharedData.Path("articles", "wikinews500.jsonl"));

    private static SummaryCase[] Shuffled() => [.. Cnn().Select((article, i) => article.Shuffled(7 + i))];

    [Fact]
    public void Three_sentences_are_better_than_the_first_three() => Reaches(new(29.6, 11.3, 20.0), Cnn(), 3);

    [Fact]
    public void One_sentence_is_better_than_the_first() => Reaches(new(28.0, 9.5, 20.0), Cnn(), 1);

    [Fact]
    public void Three_sentences_are_found_where_they_do_not_stand_first() => Reaches(new(27.6, 9.6, 17.7), Shuffled(), 3);

    [Fact]
    public void One_sentence_is_found_where_it_does_not_stand_first() => Reaches(new(26.5, 8.3, 18.7), Shuffled(), 1);

    [Fact]
    public void The_news_is_guessed_from_what_follows_it() => Reaches(new(21.6, 3.7, 15.3), Wikinews(), 1);

    [Fact]
    public void Every_sentence_is_literally_the_article_s_own() => Assert.All(Cnn().Concat(Wikinews()).Concat(Shuffled()), article =>
    {
        foreach (var count in (int[])[1, 3, 10])
            Assert.All(KeySentences.Of(new Material(null, null, article.Paragraphs), new(count)), sentence =>
                Assert.Contains(article.Paragraphs, paragraph => paragraph.Contains(sentence, StringComparison.Ordinal)));
    });

    [Fact]
    public void Every_post_is_such_sentences_within_its_room() => Assert.All(Cnn().Concat(Wikinews()), article =>
    {
        var content = new ArticleContent { Title = "News", Body = article.Paragraphs, Published = DateTimeOffset.UnixEpoch };
        var sentences = KeySentences.Under(content, null, new(Summary.MostSentences, Summary.Room));
        Assert.All(sentences, sentence => Assert.Contains(article.Paragraphs, paragraph => paragraph.Contains(sentence, StringComparison.Ordinal)));
        var said = Summary.Of(content);
        if (sentences.Count > 0) Assert.Equal(string.Join(' ', sentences), said);
        Assert.InRange(said.Length, 1, sentences.Count > 0 ? Summary.Room : 1000);
    });

    private static void Reaches(Rouge bound, SummaryCase[] articles, int count)
    {
        var reached = Rouge.Mean([.. articles.Select(article => Rouge.Of(Summarizers.Ours(article, count), article.Reference))]);
        Assert.True(reached.One >= bound.One && reached.Two >= bound.Two && reached.Longest >= bound.Longest, $"reached {reached}, expected at least {bound}");
    }
}
