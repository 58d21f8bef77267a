using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Core.Chat;

namespace NewsBot.Sources.Text;

/// <summary>
/// Parts the publisher's request for support from the news. A request speaks as "we" to "you" about giving or joining, for the sake of the publisher's
/// own work, and stands at the end. A story about donations does not: it tells of others, or quotes them. When in doubt the text
/// stays with the news, since losing news is worse than keeping a request.
/// </summary>
internal static partial class AppealFinder
{
    private const int LongestCall = 80;
    private const int LongestAppeal = 12;

    public static (IReadOnlyList<string> Body, Appeal? Appeal) Split(IReadOnlyList<string> paragraphs)
    {
        var voices = paragraphs.Select(Voice).ToArray();
        var start = paragraphs.Count;
        for (var i = paragraphs.Count - 1; i > 0 && paragraphs.Count - i <= LongestAppeal; i--)
        {
            if (voices[i] is Kind.News) break;
            if (voices[i] is Kind.Ask or Kind.Call) start = i;
        }
        var run = Enumerable.Range(start, paragraphs.Count - start).ToArray();
        // Calls to action alone are an appeal when they are the publisher's kind ("Become a patron!"); neighbours alone are nothing.
        if (!run.Any(i => voices[i] is Kind.Ask || (voices[i] is Kind.Call && OwnCall().IsMatch(paragraphs[i])))) return (paragraphs, null);

        var call = run.LastOrDefault(i => voices[i] is Kind.Call, -1);
        var label = call < 0 ? null : Address().Replace(paragraphs[call], "").Trim(' ', ':', '-', '–', '—', '→', '<', '>');
        var link = run.Select(i => Address().Match(paragraphs[i])).Where(match => match.Success).Select(match => WebAddress.OrNull(match.Value.TrimEnd('.', ',', ')'))).LastOrDefault();
        return (
            paragraphs.Take(start).ToArray(),
            new(run.Where(i => i != call).Select(i => paragraphs[i]).ToArray(), string.IsNullOrEmpty(label) ? null : label, link));
    }

    private enum Kind
    {
        /// <summary>Editorial text.</summary>
        News,

        /// <summary>Speaks as "we" to "you" and could belong to a request that stands around it.</summary>
        Neighbour,

        /// <summary>Asks for support of the publisher's work.</summary>
        Ask,

        /// <summary>A short line to press.</summary>
        Call,
    }

    private static Kind Voice(string paragraph)
    {
        var said = Quoted().Replace(paragraph, " ");
        var words = Folding.Words(Address().Replace(said, " ")).ToArray();
        if (paragraph.Length <= LongestCall && IsCall(paragraph, words)) return Kind.Call;
        // Whoever is quoted, or reported with a verb of speech, speaks for himself and not for the publisher.
        if (said.Length < paragraph.Length && Speech().IsMatch(said)) return Kind.News;

        var asks = Giving().IsMatch(said);
        var speaksAsUs = words.Any(AppealWords.Us.Contains);
        var speaksToYou = words.Any(AppealWords.You.Contains) || Imperative().IsMatch(said);
        var ownWork = OwnWork().IsMatch(said);
        if (asks && speaksToYou && speaksAsUs && (ownWork || OwnCall().IsMatch(said))) return Kind.Ask;
        if (asks && speaksToYou && OwnCall().IsMatch(said)) return Kind.Ask;
        return speaksAsUs && speaksToYou || (asks && speaksToYou) || (ownWork && speaksAsUs) ? Kind.Neighbour : Kind.News;
    }

    private static bool IsCall(string paragraph, string[] words) =>
        words.Length is > 0 and <= 9
        && (Imperative().IsMatch(paragraph) || OwnCall().IsMatch(paragraph))
        && Giving().IsMatch(paragraph)
        && !Speech().IsMatch(paragraph)
        && !words.Any(word => word is "he" or "she" or "they" or "він" or "вона" or "вони");

    [GeneratedRegex(@"https?://[^\s<>""]+")]
    private static partial Regex Address();

    [GeneratedRegex("“[^”]{0,2000}”?|\"[^\"]{0,2000}\"|«[^»]{0,2000}»|„[^“”]{0,2000}[“”]")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(said|says|told|added|explained|noted|stated|wrote|according to|сказав|сказала|каже|кажуть|розповів|розповіла|додав|додала|повідомив|повідомила|пояснив|пояснила|зазначив|зазначила|за словами)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Speech();

    [GeneratedRegex(@"\b(donat\w*|support\w*|contribut\w*|patron\w*|patreon|member|members|membership|subscri\w*|cup of coffee|a coffee|chip in|crowdfund\w*|fundrais\w*|join (us|our)|help (us|keep)|give (today|monthly|now)|gift|підтрим\w*|донат\w*|задонат\w*|пожертв\w*|внес\w*|патрон\w*|чаш\w+ кави|кав[иу]|приєдн\w*|допомож\w*|передплат\w*|підпис\w*|спільнот\w*|вкла[дс]\w*)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Giving();

    [GeneratedRegex(@"\b(our (work|reporting|journalis\w+|newsroom|reporters?|team|articles?|stories|coverage|site|website|publication|materials?|mission|community|readers|editors|independen\w+|channel|podcast|patrons?|members?)|this (newsroom|website|site|publication|article|story|story free)|independent (journalism|media|reporting|news\w*)|quality journalism|readers like you|free (for|to) (all|everyone|read)|paywall|more (materials|articles|stories|reporting) like th\w+|наш\w* (робот\w*|редакц\w*|журналіст\w*|команд\w*|матеріал\w*|видан\w*|сайт\w*|читач\w*|спільнот\w*|репортаж\w*|проєкт\w*|проект\w*|текст\w*|незалежн\w*)|незалежн\w+ (журналістик\w*|меді\w*|видан\w*)|таких читачів|безкоштовн\w+ для (всіх|усіх|кожного)|цей (матеріал|текст))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OwnWork();

    [GeneratedRegex(@"\b(become an? (patron|member|supporter|subscriber)|be(come)? our (patron|member)|support (us|our (work|journalism|newsroom|team|reporting|site|project)|independent|this (site|newsroom|publication))|join our (community|members|patrons)|cup of coffee|buy us a coffee|on patreon|ko-fi|стат\w+ (патроном|патронкою|членом|читачем клубу|учасником)|стань\w* (патрон\w*|част\w+|член\w*|учасник\w*)|підтрима\w* (нас|нашу|наш|редакцію|видання|незалежн\w+)|чаш\w+ кави|на patreon|приєдн\w+ до (нашої |)(спільноти|клубу))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OwnCall();

    [GeneratedRegex(@"(^|[.!?:—–] *|, |please |and |or |today |будь ласка,? )(become|donate|support|join|help|give|contribute|subscribe|chip in|consider|make|keep|buy|sign up|click|please|підтрим\w+|долуч\w+|стань\w*|приєдн\w+|допомож\w+|задонат\w+|донат\w+|зробіть|оформ\w+|підпиш\w+|перекажіть|натисніть)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Imperative();
}
