namespace NewsBot.Benchmarks.Summaries;

/// <summary>The words that the usual implementations of TextRank and LexRank leave out, stemmed as the tokens are.</summary>
public static class EnglishSmallWords
{
    private static readonly HashSet<string> Words =
    [
        .. ("a about above after again against all am an and any are as at be because been before being below between both but by can could did do does doing down during each few for from further had has have "
            + "having he her here hers herself him himself his how i if in into is it its itself just me more most my myself no nor not now of off on once only or other our ours out over own s same she should so "
            + "some such t than that the their theirs them themselves then there these they this those through to too under until up very was we were what when where which while who whom why will with would you your")
            .Split(' ').SelectMany(Rouge.Tokens),
    ];

    public static bool Contains(string token) => Words.Contains(token);
}
