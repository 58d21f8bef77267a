using CsCheck;
using NewsBot.Core.Articles;

namespace NewsBot.Tests.Units;

public sealed class SearchQueryTests
{
    [Theory]
    [InlineData("border troops", "border|troops", "")]
    [InlineData("\"state border\" troops", "state border|troops", "")]
    [InlineData("“state border”", "state border", "")]
    [InlineData("«білоруський кордон» Мінськ", "білоруський кордон|мінськ", "")]
    [InlineData("border -troops -\"state service\"", "border", "troops|state service")]
    [InlineData("border - troops", "border|troops", "")]
    [InlineData("AND OR NOT * ( ) NEAR(", "and|or|not|near", "")]
    [InlineData("C++ a:b", "c|a b", "")]
    [InlineData("\"unclosed phrase", "unclosed phrase", "")]
    [InlineData("\"\" \" - -", "", "")]
    public void What_a_person_types_is_words_phrases_and_minus(string text, string wanted, string unwanted)
    {
        var query = SearchQuery.Parse(text);
        Assert.Equal(wanted, string.Join('|', query.Wanted.Select(words => string.Join(' ', words))));
        Assert.Equal(unwanted, string.Join('|', query.Unwanted.Select(words => string.Join(' ', words))));
    }

    [Fact]
    public void However_much_is_typed_there_are_few_terms() =>
        Gen.String.Array[0, 400].Sample(parts => SearchQuery.Parse(string.Join(' ', parts)) is { } query && query.Wanted.Count + query.Unwanted.Count <= SearchQuery.MaxTerms);
}
