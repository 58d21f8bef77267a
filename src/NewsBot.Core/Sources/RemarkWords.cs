using NewsBot.Core.Chat;

namespace NewsBot.Core.Sources;

/// <summary>Says a remark to a moderator: what it means, and what the bot does about it or what to try.</summary>
public static class RemarkWords
{
    private static readonly Dictionary<RemarkKind, Phrase> Words = new()
    {
        [RemarkKind.NoAddress] = new("'{0}' is no web address; write one such as example.org or https://example.org/feed.", "«{0}» — не вебадреса; напишіть, наприклад, example.org або https://example.org/feed."),
        [RemarkKind.NotAsked] = new("This address is not asked. {0}", "За цією адресою бот не звертається. {0}"),
        [RemarkKind.Unreachable] = new("It could not be read. {0}", "Не вдалося прочитати. {0}"),
        [RemarkKind.Refused] = new("The site answered with status {0}. Open the address in a browser, and give the one that shows the news.", "Сайт відповів статусом {0}. Відкрийте адресу в браузері й дайте ту, де видно новини."),
        [RemarkKind.TooLong] = new("The site answers too slowly to look through it; give the address of its feed, or try again later.", "Сайт відповідає надто повільно, щоб його переглянути; дайте адресу його стрічки або спробуйте згодом."),
        [RemarkKind.Forbidden] = new("The site has no feed, and its robots.txt asks programs not to read this page, so the bot does not.", "Сайт не має стрічки, а його robots.txt просить програми не читати цю сторінку, тож бот її не читає."),
        [RemarkKind.BotWall] = new("The site answers with a wall against robots. Ask the site to let the bot in, or look for a feed of it elsewhere.", "Сайт відповідає перевіркою проти роботів. Попросіть сайт пропускати бота або пошукайте його стрічку деінде."),
        [RemarkKind.LoginPage] = new("This is a page to sign in at. Look for a public feed, or for an address with a key in it.", "Це сторінка входу. Пошукайте публічну стрічку або адресу з ключем."),
        [RemarkKind.NoArticles] = new("This is a web page without a feed and without a list of articles. Give the page where the site lists its news.", "Це вебсторінка без стрічки та без переліку статей. Дайте сторінку, де сайт перелічує новини."),
        [RemarkKind.Image] = new("This is an image. Give the address of the site.", "Це зображення. Дайте адресу сайту."),
        [RemarkKind.Sound] = new("This is a sound or a film. Give the address of the site or of the show's feed.", "Це звук або відео. Дайте адресу сайту чи стрічки передачі."),
        [RemarkKind.Archive] = new("This is a compressed file. Give the address of the site.", "Це стиснений файл. Дайте адресу сайту."),
        [RemarkKind.Pdf] = new("This is a PDF. Give the address of the site.", "Це PDF. Дайте адресу сайту."),
        [RemarkKind.Opml] = new("This is a list of feeds (OPML). Import it, and each of its feeds is added.", "Це перелік стрічок (OPML). Імпортуйте його, і кожну стрічку буде додано."),
        [RemarkKind.Sitemap] = new("This is a sitemap. Give the address of the site.", "Це карта сайту (sitemap). Дайте адресу сайту."),
        [RemarkKind.OtherData] = new("This is data for programs, but no feed. Give the address of the site.", "Це дані для програм, але не стрічка. Дайте адресу сайту."),
        [RemarkKind.Text] = new("This is plain text. Give the address of the site.", "Це простий текст. Дайте адресу сайту."),
        [RemarkKind.Empty] = new("The site answers with nothing at all. Look in a browser whether the address still works.", "Сайт відповідає порожнечею. Перевірте в браузері, чи адреса ще працює."),

        [RemarkKind.GuidsChange] = new("Its articles change their names (GUIDs) from one reading to the next; the bot tells them apart by their links.", "Назви (GUID) статей змінюються від читання до читання; бот розрізняє статті за посиланнями."),
        [RemarkKind.GuidsRepeat] = new("Several articles bear the same name (GUID); the bot tells them apart by their links.", "Кілька статей мають однакову назву (GUID); бот розрізняє статті за посиланнями."),
        [RemarkKind.GuidsMissing] = new("Its articles bear no names (GUIDs); the bot tells them apart by their links.", "Статті не мають назв (GUID); бот розрізняє їх за посиланнями."),
        [RemarkKind.LinksMissing] = new("Some articles have no link; their posts lead nowhere, and they are known by their names or titles.", "Деякі статті не мають посилань; їхні дописи нікуди не ведуть, а розрізняє їх бот за назвами чи заголовками."),
        [RemarkKind.LinksRotate] = new("The same articles come with other links at each reading; the bot knows them by their names (GUIDs).", "Ті самі статті щоразу мають інші посилання; бот розрізняє їх за назвами (GUID)."),
        [RemarkKind.LinksCarrySessions] = new("Links carry a visitor's session; the bot looks past it when it tells articles apart.", "Посилання містять сеанс відвідувача; розрізняючи статті, бот на нього не зважає."),
        [RemarkKind.DatesMissing] = new("Some articles have no date; the bot takes the time at which it found them.", "Деякі статті не мають дати; бот бере час, коли їх знайшов."),
        [RemarkKind.DatesAtMidnight] = new("All dates are at midnight: the site tells the day only, and articles of a day come in the order of the feed.", "Усі дати — опівночі: сайт називає лише день, тож статті одного дня йдуть у порядку стрічки."),
        [RemarkKind.DatesAhead] = new("Some dates lie in the future; one more than a day ahead is replaced by the time at which the article was found.", "Деякі дати в майбутньому; дату більш ніж на добу вперед замінює час, коли статтю знайдено."),
        [RemarkKind.DatesEqual] = new("All articles bear the same date, so it says nothing of when they appeared; a changed date alone is never a new article.", "Усі статті мають ту саму дату, тож вона не каже, коли вони з'явилися; сама лише зміна дати не робить статтю новою."),
        [RemarkKind.HasHub] = new("It has a hub (WebSub): with a public address set, new articles are pushed to the bot at once.", "Є хаб (WebSub): якщо задано публічну адресу, нові статті надходять боту одразу."),
        [RemarkKind.ImagesFail] = new("Its pictures do not load for the bot; posts may come without. To leave pictures out: source set KEY images off", "Зображення боту не завантажуються; дописи можуть бути без них. Щоб не показувати: source set KEY images off"),
        [RemarkKind.ShortTexts] = new("It gives short texts only. To complete them from the articles' pages: source set KEY text full", "Тут лише короткі тексти. Щоб доповнювати їх зі сторінок статей: source set KEY text full"),
        [RemarkKind.Redirects] = new("The address leads on to {0}; the bot follows that each time.", "Адреса веде далі, на {0}; бот щоразу йде за нею."),
        [RemarkKind.Moved] = new("It has moved for good to {0}; the bot asks there.", "Джерело назавжди переїхало на {0}; бот звертається туди."),
        [RemarkKind.NoValidators] = new("The site cannot say 'nothing new' and sends everything each time, so the bot asks less often.", "Сайт не вміє сказати «нічого нового» й щоразу шле все, тож бот звертається рідше."),
        [RemarkKind.WrongType] = new("The site sends it as '{0}', which is no feed's type; the bot looks at what it is instead.", "Сайт надсилає його як «{0}», що не є типом стрічки; бот дивиться на сам вміст."),
        [RemarkKind.WrongEncoding] = new("It names its letters' encoding wrongly ({0}); the bot goes by the letters themselves.", "Кодування літер названо хибно ({0}); бот зважає на самі літери."),
        [RemarkKind.Mended] = new("It breaks the rules of XML and is read tolerantly; an article may come without a part.", "Стрічка порушує правила XML і читається поблажливо; у статті може бракувати частини."),
        [RemarkKind.NoEntries] = new("It is a feed, but holds no articles at the moment.", "Це стрічка, але статей у ній зараз немає."),
        [RemarkKind.Stale] = new("Its newest article is from {0}; it may be abandoned.", "Найновіша стаття — за {0}; можливо, стрічку покинуто."),
        [RemarkKind.TakesBack] = new("It says which articles it takes back. The bot takes their posts down only for a source that it trusts: source set KEY trust on", "Джерело повідомляє, які статті відкликає. Бот прибирає їхні дописи лише для джерела, якому довіряє: source set KEY trust on"),
        [RemarkKind.IsPage] = new("The site has no feed that the bot could find, so it looks at this page for new links, an hour apart or more.", "Стрічки бот не знайшов, тож шукатиме нові посилання на самій сторінці, щогодини або рідше."),
    };

    public static string Say(Remark remark, Language language) => Words[remark.Kind].In(language, TroubleWords.Say(remark.Detail, language));
}
