using System.Globalization;
using NewsBot.Core.Chat;

namespace NewsBot.Core.Sources;

/// <summary>
/// What can be wrong with a source. A trouble is kept, compared and logged as its English sentence; people read it in their own language.
/// </summary>
public static class TroubleWords
{
    public static readonly Phrase TooSlow = new("The site took too long to answer; it is tried again later.", "Сайт надто довго не відповідав; бот спробує згодом.");
    public static readonly Phrase TooSlowBody = new("The site sends too slowly to wait for it; it is tried again later.", "Сайт надсилає надто повільно, щоб чекати; бот спробує згодом.");
    public static readonly Phrase TooLarge = new("What the site sends is too large to read.", "Те, що надсилає сайт, завелике, щоб його читати.");
    public static readonly Phrase Bomb = new("What the site sends unpacks to far more than it should, so it was not read.", "Те, що надсилає сайт, розпаковується у значно більше, ніж мало б, тож бот цього не читав.");
    public static readonly Phrase PackedTwice = new("What the site sends is compressed twice or in an unknown way, so it cannot be read.", "Те, що надсилає сайт, стиснуто двічі або невідомим способом, тож прочитати це не можна.");
    public static readonly Phrase PackedWrongly = new("What the site sends is compressed wrongly, so it cannot be read.", "Те, що надсилає сайт, стиснуто неправильно, тож прочитати це не можна.");
    public static readonly Phrase CutShort = new("The site stopped in the middle of its answer; it is tried again later.", "Сайт урвав відповідь посередині; бот спробує згодом.");
    public static readonly Phrase NotHttp = new("The site's answer is not valid HTTP.", "Відповідь сайту не відповідає правилам HTTP.");
    public static readonly Phrase LongHeaders = new("The site's headers are too large to read.", "Заголовки відповіді сайту завеликі, щоб їх читати.");
    public static readonly Phrase Circle = new("The address redirects in a circle; open it in a browser and give the address where it ends.", "Адреса переспрямовує по колу; відкрийте її в браузері й дайте адресу, на якій вона закінчується.");
    public static readonly Phrase TooFar = new("The address redirects too many times; open it in a browser and give the address where it ends.", "Адреса переспрямовує надто багато разів; відкрийте її в браузері й дайте адресу, на якій вона закінчується.");
    public static readonly Phrase Nowhere = new("The site redirects without a usable address.", "Сайт переспрямовує, але без придатної адреси.");
    public static readonly Phrase LessSafe = new("The address redirects from https to plain http, which is not followed.", "Адреса переспрямовує з https на звичайний http; за таким бот не йде.");

    public static readonly Phrase Certificate = new("The site's certificate is not valid, so the connection is not safe.", "Сертифікат сайту недійсний, тож з'єднання небезпечне.");
    public static readonly Phrase NoSuchName = new("There is no site by that name; look at how it is spelled.", "Сайту з такою назвою немає; перевірте, як її написано.");
    public static readonly Phrase NoNameNow = new("The site's name cannot be looked up at the moment.", "Назву сайту зараз не вдається знайти.");
    public static readonly Phrase NoConnection = new("The site refuses the connection.", "Сайт відмовляє у з'єднанні.");
    public static readonly Phrase NotReached = new("The site cannot be reached from here.", "Звідси до сайту не дістатися.");

    public static readonly Phrase Password = new("The site asks for a password (status {0}).", "Сайт просить пароль (статус {0}).");
    public static readonly Phrase NotLetIn = new("The site does not let the bot in (status {0}).", "Сайт не пускає бота (статус {0}).");
    public static readonly Phrase NothingThere = new("There is nothing at that address (status {0}).", "За цією адресою нічого немає (статус {0}).");
    public static readonly Phrase Gone = new("The site says that this is gone for good (status {0}).", "Сайт каже, що цього більше немає й не буде (статус {0}).");
    public static readonly Phrase LessOften = new("The site asks the bot to come less often (status {0}).", "Сайт просить бота звертатися рідше (статус {0}).");
    public static readonly Phrase TheirProblem = new("The site has a problem of its own (status {0}).", "На сайті власні неполадки (статус {0}).");
    public static readonly Phrase OtherStatus = new("The site answered with status {0} instead of what was asked for.", "Замість потрібного сайт відповів статусом {0}.");

    public static readonly Phrase OnlyHttp = new("Only addresses that begin with http:// or https:// are read.", "Читати можна лише адреси, що починаються з http:// або https://.");
    public static readonly Phrase HoldsPassword = new("The address holds a name or password before the @; give it without.", "В адресі перед @ стоїть ім'я або пароль; дайте її без них.");
    public static readonly Phrase LongAddress = new("The address is longer than {0} characters.", "Адреса довша за {0} символів.");
    public static readonly Phrase NoSite = new("The address names no site.", "В адресі немає назви сайту.");
    public static readonly Phrase NoAddress = new("Its address cannot be understood.", "Його адресу не вдається зрозуміти.");
    public static readonly Phrase NotPublic = new("That address is not on the public internet; only the operator of this bot can allow it.", "Ця адреса не в загальнодоступному інтернеті; дозволити її може лише той, хто тримає бота.");
    public static readonly Phrase OtherPort = new("Only the usual ports 80 and 443 are read; the operator of this bot can allow a host with another.", "Бот читає лише звичайні порти 80 і 443; дозволити інший для певного сайту може той, хто тримає бота.");

    public static readonly Phrase EmptyDocument = new("The document is empty.", "Документ порожній.");
    public static readonly Phrase TryLater = new("Try again later, or look in a browser whether the address still has a feed.", "Спробуйте згодом або перевірте в браузері, чи за адресою ще є стрічка.");
    public static readonly Phrase TryPage = new("Add the site's own address, and its feed is looked for, or give the feed's address.", "Додайте адресу самого сайту, і бот пошукає його стрічку, або дайте адресу стрічки.");
    public static readonly Phrase JsonNoFeed = new("This is JSON, but no JSON Feed: it has no list of items.", "Це JSON, але не JSON Feed: у ньому немає переліку статей.");
    public static readonly Phrase BrokenJson = new("This is JSON with an error in it, and nothing of it can be read.", "Це JSON із помилкою, і прочитати з нього нічого не можна.");
    public static readonly Phrase TellSite = new("Tell the site, or look whether it has an RSS feed.", "Повідомте сайт або подивіться, чи має він стрічку RSS.");
    public static readonly Phrase Image = new("This is an image, not a feed.", "Це зображення, а не стрічка.");
    public static readonly Phrase Pdf = new("This is a PDF, not a feed.", "Це PDF, а не стрічка.");
    public static readonly Phrase Sound = new("This is a sound or a film, not a feed.", "Це звук або відео, а не стрічка.");
    public static readonly Phrase Archive = new("This is a compressed file, not a feed.", "Це стиснений файл, а не стрічка.");
    public static readonly Phrase Binary = new("This is neither a feed nor any other text.", "Це не стрічка й узагалі не текст.");
    public static readonly Phrase OtherXml = new("This is XML, but no feed.", "Це XML, але не стрічка.");
    public static readonly Phrase PlainText = new("This is plain text, not a feed.", "Це простий текст, а не стрічка.");
    public static readonly Phrase WebPage = new("This is a web page, not a feed.", "Це вебсторінка, а не стрічка.");
    public static readonly Phrase Opml = new("This is OPML, a list of feeds.", "Це OPML — перелік стрічок.");
    public static readonly Phrase ImportIt = new("Import it, and each of its feeds is added.", "Імпортуйте його, і кожну стрічку буде додано.");
    public static readonly Phrase Sitemap = new("This is a sitemap, not a feed.", "Це карта сайту (sitemap), а не стрічка.");
    public static readonly Phrase BotWall = new("The site answered with a check for robots instead of the feed.", "Замість стрічки сайт відповів перевіркою на робота.");
    public static readonly Phrase LetIn = new("Ask the site to let the bot's address through, or try another feed of it.", "Попросіть сайт пропускати адресу бота або спробуйте іншу його стрічку.");
    public static readonly Phrase LoginPage = new("This is a page to sign in at, not a feed.", "Це сторінка входу, а не стрічка.");
    public static readonly Phrase PublicOne = new("The feed may need an account; look for a public one, or for an address with a key in it.", "Для стрічки може бути потрібен обліковий запис; пошукайте публічну або адресу з ключем.");

    public static readonly Phrase UnknownKind = new("This version of the bot cannot read sources of this kind.", "Ця версія бота не вміє читати такі джерела.");
    public static readonly Phrase NotStored = new("What it brought could not be stored; the bot's log says why.", "Те, що воно принесло, не вдалося зберегти; причина — в журналі бота.");
    public static readonly Phrase RobotsForbid = new("The site's robots.txt asks programs not to read this page.", "robots.txt сайту просить програми не читати цю сторінку.");
    public static readonly Phrase NoList = new("The page has no list of articles any more; open it in a browser, and give the one that lists the news.", "На сторінці більше немає переліку статей; відкрийте її в браузері й дайте ту, де перелічено новини.");

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
