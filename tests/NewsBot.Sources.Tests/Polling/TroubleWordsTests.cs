using NewsBot.Core.Chat;
using NewsBot.Core.Sources;
using NewsBot.Sources.Feeds.Reading;
using NewsBot.Sources.Web;

namespace NewsBot.Sources.Tests.Polling;

/// <summary>What is kept in English is read in one's own language.</summary>
public sealed class TroubleWordsTests
{
    [Theory]
    [InlineData(401), InlineData(403), InlineData(404), InlineData(410), InlineData(429), InlineData(500), InlineData(418)]
    public void A_status_is_told_with_its_number(int status)
    {
        var kept = FetchWords.Refusal(status);
        Assert.Equal(kept, TroubleWords.Say(kept, Language.English));
        var said = TroubleWords.Say(kept, Language.Ukrainian);
        Assert.Contains($"{status}", said, StringComparison.Ordinal);
        Assert.True(IsUkrainian(said), said);
    }

    [Fact]
    public void What_is_no_feed_is_told_with_what_to_try()
    {
        string[] documents = ["", "<!doctype html><html><body>x</body></html>", "<html><input type=password></html>", "<html>captcha</html>", "{}", "{", "%PDF-1.4", "GIF89a", "ID3", "PK\u0003\u0004", "<opml/>", "<urlset/>", "<x/>", "words", "\u0001\u0002\u0003\u0004"];
        foreach (var document in documents)
        {
            var what = Assert.IsType<FeedReading.NotAFeed>(FeedReader.Read(System.Text.Encoding.Latin1.GetBytes(document), FeedOrigin.Unknown)).What;
            Assert.Equal(what, TroubleWords.Say(what, Language.English));
            Assert.True(IsUkrainian(TroubleWords.Say(what, Language.Ukrainian)), what);
        }
    }

    [Fact]
    public void What_is_not_known_is_told_as_it_is() =>
        Assert.Equal("Out of cheese. Redo from start: 7.", TroubleWords.Say("Out of cheese. Redo from start: 7.", Language.Ukrainian));

    // Names such as JSON stay Latin; sentences do not.
    private static bool IsUkrainian(string text) => text.Split(". ").All(sentence => sentence.Count(letter => letter is >= 'А' and <= 'ї') > 10);
}
