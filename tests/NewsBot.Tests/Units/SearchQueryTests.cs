using CsCheck;
using NewsBot.Core.Articles;
using NewsBot.Core.Chat;

namespace NewsBot.Tests.Units;

public sealed class SearchQueryTests
{
    [Theory]
    [InlineData("border troops", "border & troops", "")]
    [InlineData("\"state border\" troops", "\"state border\" & troops", "")]
    [InlineData("“state border”", "\"state border\"", "")]
    [InlineData("«білоруський кордон» Мінськ", "\"білоруський кордон\" & мінськ", "")]
    [InlineData("border -troops -\"state service\"", "border", "troops|\"state service\"")]
    [InlineData("border - troops", "border & troops", "")]
    [InlineData("storm OR flood gomel", "(storm | flood) & gomel", "")]
    [InlineData("storm OR flood OR fire", "(storm | flood | fire)", "")]
    [InlineData("(storm rain) OR flood", "((storm & rain) | flood)", "")]
    [InlineData("злива АБО повінь", "(злива | повінь)", "")]
    [InlineData("storm AND flood NOT fire", "storm & flood", "fire")]
    [InlineData("AND OR NOT", "(and | not)", "")]
    [InlineData("* ( ) NEAR(", "near", "")]
    [InlineData("or and not", "or & and & not", "")]
    [InlineData("C++ a:b", "c & a-b", "")]
    [InlineData("elect* \"power pl*\"", "elect* & \"power pl\"*", "")]
    [InlineData("title:storm title:\"power plant\"", "title:storm & title:\"power plant\"", "")]
    [InlineData("заголовок:буря", "title:буря", "")]
    [InlineData("title:(storm OR flood)", "(title:storm | title:flood)", "")]
    [InlineData("-(storm flood)", "", "(storm & flood)")]
    [InlineData("\"unclosed phrase", "\"unclosed phrase\"", "")]
    [InlineData("(unclosed bracket", "(unclosed & bracket)", "")]
    [InlineData("storm ) flood", "storm & flood", "")]
    [InlineData("storm storm", "storm", "")]
    [InlineData("\"\" \" - -", "", "")]
    public void What_a_person_types_is_taken_apart(string text, string wanted, string unwanted)
    {
        var query = SearchQuery.Parse(text);
        Assert.Equal(wanted, string.Join(" & ", query.Wanted.Select(Written)));
        Assert.Equal(unwanted, string.Join('|', query.Unwanted.Select(Written)));
    }

    [Fact]
    public void Fields_narrow_what_may_be_found()
    {
        var query = SearchQuery.Parse("storm topic:#Belarus source:seeds -source:other author:\"Jane Doe\" lang:UK since:3d before:2024-09-08 sort:date");
        Assert.Equal(
            [new(FilterKind.Topic, "belarus"), new(FilterKind.Source, "seeds"), new(FilterKind.Source, "other", true), new(FilterKind.Author, "jane doe"), new SearchFilter(FilterKind.Language, "uk")],
            query.Filters);
        Assert.Equal(SearchOrder.Date, query.Order);
        Assert.Equal(new DateTimeOffset(2024, 9, 8, 0, 0, 0, TimeSpan.Zero), query.Before?.At(default));
    }

    [Theory]
    [InlineData("3d", "2024-09-05T12:00")]
    [InlineData("2w", "2024-08-25T12:00")]
    [InlineData("1m", "2024-08-08T12:00")]
    [InlineData("1y", "2023-09-08T12:00")]
    [InlineData("12h", "2024-09-08T00:00")]
    [InlineData("today", "2024-09-08T00:00")]
    [InlineData("вчора", "2024-09-07T00:00")]
    [InlineData("2024-09", "2024-09-01T00:00")]
    [InlineData("2023", "2023-01-01T00:00")]
    [InlineData("7.9.2024", "2024-09-07T00:00")]
    public void A_moment_is_a_day_or_a_span(string text, string at) => Assert.Equal(
        at, SearchMoment.Read(text)?.At(new(2024, 9, 8, 12, 0, 0, TimeSpan.Zero)).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("-storm", "at least one word")]
    [InlineData("storm since:soon", "'soon' in since:")]
    [InlineData("storm before:31.2.2024", "'31.2.2024' in before:")]
    [InlineData("storm lang:klingon", "'klingon' in lang:")]
    [InlineData("storm sort:size", "'size' in sort:")]
    [InlineData("storm titel:flood", "'titel:'")]
    [InlineData("storm source:", "behind source:")]
    [InlineData("storm since:3d before:2w", "swap them")]
    [InlineData("storm (topic:belarus flood)", "'topic:belarus' cannot stand in brackets")]
    [InlineData("((((storm))))", "3 levels")]
    [InlineData("s*", "at least two letters")]
    public void What_is_wrong_is_said_in_one_sentence(string text, string part)
    {
        var complaint = SearchQuery.Parse(text).Complaint;
        Assert.Contains(part, complaint?.In(Language.English), StringComparison.Ordinal);
        Assert.NotEqual(complaint?.In(Language.English), complaint?.In(Language.Ukrainian));
    }

    [Fact]
    public void However_much_is_typed_there_are_few_terms() => Gen.String.Array[0, 400].Sample(parts => Terms(SearchQuery.Parse(string.Join(' ', parts))) <= SearchQuery.MaxTerms);

    [Fact]
    public void Whatever_is_typed_is_read_or_explained() =>
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i])
            .Array[0, 60].Sample(parts =>
            {
                var query = SearchQuery.Parse(string.Concat(parts), isTyping: true);
                query.Complaint?.In(Language.Ukrainian);
                query.Since?.At(new(2024, 9, 8, 0, 0, 0, TimeSpan.Zero));
                return Terms(query) <= SearchQuery.MaxTerms && query.Wanted.All(node => Depth(node) <= 8);
            });

    private static readonly string[] Pieces = ["(", ")", "\"", "-", "*", "OR", "NOT", "AND", "title:", "topic:", "since:", "lang:", "sort:", "author:", "a", "storm", "3d", "2024", " ", " ", " ", "«", "\ud800", "\0", "буря", ":", "99999999y"];

    private static int Terms(SearchQuery query) => query.Wanted.Concat(query.Unwanted).Sum(node => node.Terms.Count());

    private static int Depth(SearchNode node) => node switch
    {
        AllOf all => 1 + all.Nodes.Max(Depth),
        AnyOf any => 1 + any.Nodes.Max(Depth),
        _ => 1,
    };

    private static string Written(SearchNode node) => node switch
    {
        SearchTerm term => (term.IsInTitle ? "title:" : "") + Written(term),
        AllOf all => $"({string.Join(" & ", all.Nodes.Select(Written))})",
        AnyOf any => $"({string.Join(" | ", any.Nodes.Select(Written))})",
        _ => "?",
    };

    private static string Written(SearchTerm term) => term.Kind switch
    {
        TermKind.Exact => $"\"{term.Text}\"",
        TermKind.Joined => string.Join('-', term.Words),
        TermKind.Prefix => term.Words.Count > 1 ? $"\"{term.Text}\"*" : $"{term.Text}*",
        _ => term.Text,
    };
}
