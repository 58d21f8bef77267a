using NewsBot.Core.Articles;
using NewsBot.Tests.Units.Summaries;

namespace NewsBot.Tests.Units;

public sealed class WordStemTests
{
    [Theory]
    [InlineData("election elections")]
    [InlineData("strike strikes striking")]
    [InlineData("happy happiness")]
    [InlineData("питання питань питанням питаннями")]
    [InlineData("вибори виборів виборами виборах")]
    [InlineData("київ києва києву києві")]
    [InlineData("харків харкова харкові")]
    [InlineData("партія партії партією партій")]
    [InlineData("можливість можливості можливістю можливостей")]
    [InlineData("ніч ночі")]
    [InlineData("білорусь білорусі білоруссю")]
    [InlineData("український українська українські українськими")]
    [InlineData("область області областей")]
    public void Forms_of_one_word_share_a_stem(string forms) => Assert.Single(forms.Split(' ').Select(WordStem.Of).Distinct());

    [Theory]
    [InlineData("news new")]
    [InlineData("organ organize")]
    [InlineData("місто мости")]
    [InlineData("рада радість")]
    public void Different_words_do_not(string words) => Assert.Equal(2, words.Split(' ').Select(WordStem.Of).Distinct().Count());

    [Fact]
    public void English_stems_are_Snowball_s()
    {
        var pairs = File.ReadLines(SharedData.Path("language", "stems", "english.tsv")).Select(line => line.Split('\t')).Where(pair => !pair[0].Contains('\'')).ToArray();
        var wrong = pairs.Where(pair => WordStem.Of(pair[0]) != pair[1]).Select(pair => pair[0]).ToArray();
        Assert.True(wrong.Length <= pairs.Length / 1000, $"{wrong.Length} of {pairs.Length}: {string.Join(' ', wrong.Take(20))}");
    }
}
