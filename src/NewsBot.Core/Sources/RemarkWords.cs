using NewsBot.Core.Chat;

namespace NewsBot.Core.Sources;

/// <summary>Says a remark to a moderator: what it means, and what the bot does about it or what to try.</summary>
public static class RemarkWords
{
    private static readonly Dictionary<RemarkKind, Phrase> Words = new()
    {
        [RemarkKind.NoAddress] = new("'{0}' is no web address; write one such as example.org or https://example.org/feed."),
        [RemarkKind.NotAsked] = new("This address is not asked. {0}"),
        [RemarkKind.Unreachable] = new("It could not be read. {0}"),
        [RemarkKind.Refused] = new("The site answered with status {0}. Open the address in a browser, and give the one that shows the news."),
        [RemarkKind.TooLong] = new("The site answers too slowly to look through it; give the address of its feed, or try again later."),
        [RemarkKind.Forbidden] = new("The site has no feed, and its robots.txt asks programs not to read this page, so the bot does not."),
        [RemarkKind.BotWall] = new("The site answers with a wall against robots. Ask the site to let the bot in, or look for a feed of it elsewhere."),
        [RemarkKind.LoginPage] = new("This is a page to sign in at. Look for a public feed, or for an address with a key in it."),
        [RemarkKind.NoArticles] = new("This is a web page without a feed and without a list of articles. Give the page where the site lists its news."),
        [RemarkKind.Image] = new("This is an image. Give the address of the site."),
        [RemarkKind.Sound] = new("This is a sound or a film. Give the address of the site or of the show's feed."),
        [RemarkKind.Archive] = new("This is a compressed file. Give the address of the site."),
        [RemarkKind.Pdf] = new("This is a PDF. Give the address of the site."),
        [RemarkKind.Opml] = new("This is a list of feeds (OPML). Import it, and each of its feeds is added."),
        [RemarkKind.Sitemap] = new("This is a sitemap. Give the address of the site."),
        [RemarkKind.OtherData] = new("This is data for programs, but no feed. Give the address of the site."),
        [RemarkKind.Text] = new("This is plain text. Give the address of the site."),
        [RemarkKind.Empty] = new("The site answers with nothing at all. Look in a browser whether the address still works."),

        [RemarkKind.GuidsChange] = new("Its articles change their names (GUIDs) from one reading to the next; the bot tells them apart by their links."),
        [RemarkKind.GuidsRepeat] = new("Several articles bear the same name (GUID); the bot tells them apart by their links."),
        [RemarkKind.GuidsMissing] = new("Its articles bear no names (GUIDs); the bot tells them apart by their links."),
        [RemarkKind.LinksMissing] = new("Some articles have no link; their posts lead nowhere, and they are known by their names or titles."),
        [RemarkKind.LinksRotate] = new("The same articles come with other links at each reading; the bot knows them by their names (GUIDs)."),
        [RemarkKind.LinksCarrySessions] = new("Links carry a visitor's session; the bot looks past it when it tells articles apart."),
        [RemarkKind.DatesMissing] = new("Some articles have no date; the bot takes the time at which it found them."),
        [RemarkKind.DatesAtMidnight] = new("All dates are at midnight: the site tells the day only, and articles of a day come in the order of the feed."),
        [RemarkKind.DatesAhead] = new("Some dates lie in the future; one more than a day ahead is replaced by the time at which the article was found."),
        [RemarkKind.DatesEqual] = new("All articles bear the same date, so it says nothing of when they appeared; a changed date alone is never a new article."),
        [RemarkKind.HasHub] = new("It has a hub (WebSub): with a public address set, new articles are pushed to the bot at once."),
        [RemarkKind.ImagesFail] = new("Its pictures do not load for the bot; posts may come without. To leave pictures out: source set KEY images off"),
        [RemarkKind.ShortTexts] = new("It gives short texts only. To complete them from the articles' pages: source set KEY text full"),
        [RemarkKind.Redirects] = new("The address leads on to {0}; the bot follows that each time."),
        [RemarkKind.Moved] = new("It has moved for good to {0}; the bot asks there."),
        [RemarkKind.NoValidators] = new("The site cannot say 'nothing new' and sends everything each time, so the bot asks less often."),
        [RemarkKind.WrongType] = new("The site sends it as '{0}', which is no feed's type; the bot looks at what it is instead."),
        [RemarkKind.WrongEncoding] = new("It names its letters' encoding wrongly ({0}); the bot goes by the letters themselves."),
        [RemarkKind.Mended] = new("It breaks the rules of XML and is read tolerantly; an article may come without a part."),
        [RemarkKind.NoEntries] = new("It is a feed, but holds no articles at the moment."),
        [RemarkKind.Stale] = new("Its newest article is from {0}; it may be abandoned."),
        [RemarkKind.TakesBack] = new("It says which articles it takes back. The bot takes their posts down only for a source that it trusts: source set KEY trust on"),
        [RemarkKind.IsPage] = new("The site has no feed that the bot could find, so it looks at this page for new links, an hour apart or more."),
    };

    public static string Say(Remark remark, Language language) => Words[remark.Kind].In(language, TroubleWords.Say(remark.Detail, language));
}
