using System.Globalization;
using NewsBot.Core.Chat;

namespace NewsBot.Core.Sources;

/// <summary>
/// What can be wrong with a source. A trouble is kept, compared and logged as its English sentence; people read it in their own language.
/// </summary>
public static class TroubleWords
{
    public static readonly Phrase TooSlow = new("The site took too long to answer; it is tried again later.");
    public static readonly Phrase TooSlowBody = new("The site sends too slowly to wait for it; it is tried again later.");
    public static readonly Phrase TooLarge = new("What the site sends is too large to read.");
    public static readonly Phrase Bomb = new("What the site sends unpacks to far more than it should, so it was not read.");
    public static readonly Phrase PackedTwice = new("What the site sends is compressed twice or in an unknown way, so it cannot be read.");
    public static readonly Phrase PackedWrongly = new("What the site sends is compressed wrongly, so it cannot be read.");
    public static readonly Phrase CutShort = new("The site stopped in the middle of its answer; it is tried again later.");
    public static readonly Phrase NotHttp = new("The site's answer is not valid HTTP.");
    public static readonly Phrase LongHeaders = new("The site's headers are too large to read.");
    public static readonly Phrase Circle = new("The address redirects in a circle; open it in a browser and give the address where it ends.");
    public static readonly Phrase TooFar = new("The address redirects too many times; open it in a browser and give the address where it ends.");
    public static readonly Phrase Nowhere = new("The site redirects without a usable address.");
    public static readonly Phrase LessSafe = new("The address redirects from https to plain http, which is not followed.");

    public static readonly Phrase Certificate = new("The site's certificate is not valid, so the connection is not safe.");
    public static readonly Phrase NoSuchName = new("There is no site by that name; look at how it is spelled.");
    public static readonly Phrase NoNameNow = new("The site's name cannot be looked up at the moment.");
    public static readonly Phrase NoConnection = new("The site refuses the connection.");
    public static readonly Phrase NotReached = new("The site cannot be reached from here.");

    public static readonly Phrase Password = new("The site asks for a password (status {0}).");
    public static readonly Phrase NotLetIn = new("The site does not let the bot in (status {0}).");
    public static readonly Phrase NothingThere = new("There is nothing at that address (status {0}).");
    public static readonly Phrase Gone = new("The site says that this is gone for good (status {0}).");
    public static readonly Phrase LessOften = new("The site asks the bot to come less often (status {0}).");
    public static readonly Phrase TheirProblem = new("The site has a problem of its own (status {0}).");
    public static readonly Phrase OtherStatus = new("The site answered with status {0} instead of what was asked for.");

    public static readonly Phrase OnlyHttp = new("Only addresses that begin with http:// or https:// are read.");
    public static readonly Phrase HoldsPassword = new("The address holds a name or password before the @; give it without.");
    public static readonly Phrase LongAddress = new("The address is longer than {0} characters.");
    public static readonly Phrase NoSite = new("The address names no site.");
    public static readonly Phrase NoAddress = new("Its address cannot be understood.");
    public static readonly Phrase NotPublic = new("That address is not on the public internet; only the operator of this bot can allow it.");
    public static readonly Phrase OtherPort = new("Only the usual ports 80 and 443 are read; the operator of this bot can allow a host with another.");

    public static readonly Phrase EmptyDocument = new("The document is empty.");
    public static readonly Phrase TryLater = new("Try again later, or look in a browser whether the address still has a feed.");
    public static readonly Phrase TryPage = new("Add the site's own address, and its feed is looked for, or give the feed's address.");
    public static readonly Phrase JsonNoFeed = new("This is JSON, but no JSON Feed: it has no list of items.");
    public static readonly Phrase BrokenJson = new("This is JSON with an error in it, and nothing of it can be read.");
    public static readonly Phrase TellSite = new("Tell the site, or look whether it has an RSS feed.");
    public static readonly Phrase Image = new("This is an image, not a feed.");
    public static readonly Phrase Pdf = new("This is a PDF, not a feed.");
    public static readonly Phrase Sound = new("This is a sound or a film, not a feed.");
    public static readonly Phrase Archive = new("This is a compressed file, not a feed.");
    public static readonly Phrase Binary = new("This is neither a feed nor any other text.");
    public static readonly Phrase OtherXml = new("This is XML, but no feed.");
    public static readonly Phrase PlainText = new("This is plain text, not a feed.");
    public static readonly Phrase WebPage = new("This is a web page, not a feed.");
    public static readonly Phrase Opml = new("This is OPML, a list of feeds.");
    public static readonly Phrase ImportIt = new("Import it, and each of its feeds is added.");
    public static readonly Phrase Sitemap = new("This is a sitemap, not a feed.");
    public static readonly Phrase BotWall = new("The site answered with a check for robots instead of the feed.");
    public static readonly Phrase LetIn = new("Ask the site to let the bot's address through, or try another feed of it.");
    public static readonly Phrase LoginPage = new("This is a page to sign in at, not a feed.");
    public static readonly Phrase PublicOne = new("The feed may need an account; look for a public one, or for an address with a key in it.");

    public static readonly Phrase UnknownKind = new("This version of the bot cannot read sources of this kind.");
    public static readonly Phrase NotStored = new("What it brought could not be stored; the bot's log says why.");
    public static readonly Phrase RobotsForbid = new("The site's robots.txt asks programs not to read this page.");
    public static readonly Phrase NoList = new("The page has no list of articles any more; open it in a browser, and give the one that lists the news.");

    private static readonly Dictionary<string, Phrase> ByEnglish = new Phrase[]
    {
        TooSlow, TooSlowBody, TooLarge, Bomb, PackedTwice, PackedWrongly, CutShort, NotHttp, LongHeaders, Circle, TooFar, Nowhere, LessSafe,
        Certificate, NoSuchName, NoNameNow, NoConnection, NotReached,
        Password, NotLetIn, NothingThere, Gone, LessOften, TheirProblem, OtherStatus,
        OnlyHttp, HoldsPassword, LongAddress, NoSite, NoAddress, NotPublic, OtherPort,
        EmptyDocument, TryLater, TryPage, JsonNoFeed, BrokenJson, TellSite, Image, Pdf, Sound, Archive, Binary, OtherXml, PlainText, WebPage, Opml, ImportIt, Sitemap,
        BotWall, LetIn, LoginPage, PublicOne, UnknownKind, NotStored, RobotsForbid, NoList,
    }.ToDictionary(phrase => phrase.English);

    /// <summary>As it is kept.</summary>
    public static string Kept(params ReadOnlySpan<Phrase> sentences)
    {
        var kept = "";
        foreach (var sentence in sentences) kept = kept.Length == 0 ? sentence.English : $"{kept} {sentence.English}";
        return kept;
    }

    /// <summary>The same with its number.</summary>
    public static string Kept(Phrase sentence, int number) => sentence.English.Replace("{0}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>As people read it; what is not known here, such as what an earlier version kept, as it is.</summary>
    public static string Say(string trouble, Language language) =>
        Sentence(trouble, language) ?? string.Join(' ', trouble.Replace(". ", ".\n", StringComparison.Ordinal).Split('\n').Select(part => Sentence(part, language) ?? part));

    private static string? Sentence(string sentence, Language language)
    {
        if (ByEnglish.TryGetValue(sentence, out var phrase)) return phrase.In(language);
        var start = sentence.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0) return null;
        var length = sentence.AsSpan(start).IndexOfAnyExceptInRange('0', '9') is >= 0 and var found ? found : sentence.Length - start;
        return ByEnglish.TryGetValue($"{sentence[..start]}{{0}}{sentence[(start + length)..]}", out phrase) ? phrase.In(language, sentence.Substring(start, length)) : null;
    }
}
