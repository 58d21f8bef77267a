namespace NewsBot.Sources.Text;

/// <summary>
/// What publishers say when they ask their readers for money or membership, in English and Ukrainian, with some German, French and Polish.
/// Folded like everything we compare: lower case, no accents, no apostrophes.
/// </summary>
internal static class AppealWords
{
    /// <summary>Somebody is asked to do something for somebody.</summary>
    public static PhraseList Asks { get; } = new("""
        become a patron, become our patron, become a member, become a supporter, become a subscriber, become a donor, become a friend, become a monthly donor, become one of our
        support us, help support, support our work, support our journalism, support our journalists, support our reporting, support our reporters, support our newsroom, support our team, support our mission
        support our project, support our independent, support our media, support our site, support our magazine, support our newsletter, support our coverage, support our editorial
        support independent journalism, support independent media, support independent news, support independent reporting, support independent fact
        support quality journalism, support free press, support this site, support this work, support local journalism, support local news, support the newsroom, support public interest
        help us, help fund, help keep us, help keep our, help keep this, donate now, donate today, donate here, donate to us, donate via, donate on, donate monthly, please donate, click to donate
        make a donation, make a contribution, make a gift, make your donation, make your contribution, make your gift, make a one time, make a monthly, make a small
        chip in, pitch in, buy us a coffee, buy me a coffee, buy us, cup of coffee, cups of coffee, price of a coffee, cost of a coffee, join our community, join our club, join our members, join us, join today, join now, join them
        please support, please consider, please subscribe, please join, please help, please give, consider donating, consider supporting, consider subscribing, consider becoming, consider making, consider joining, consider a donation
        subscribe now, subscribe today, subscribe to our, subscribe for, start your subscription, sign up for our, give today, give now, give what you can
        your support, your donation, your donations, your contribution, your contributions, your gift, your membership, your subscription, your help, your generosity, your monthly
        readers like you, people like you, supporters like you, members like you, readers like yourself, support of readers, support of our readers, supported by readers, supported by our readers, funded by readers, funded by our readers, donations from readers
        by joining, by subscribing, by donating, by becoming, find us on patreon, us on patreon, ways to support, way to support
        підтримайте нас, підтримай нас, підтримайте наш*, підтримай наш*, підтримайте редакцію, підтримайте проєкт, підтримайте проект, підтримайте незалежн*, підтримайте журналіст*, підтримайте видання, підтримайте роботу, підтримайте якісн*
        підтримати нас, підтримати наш*, підтримати редакцію, підтримати проєкт, підтримати видання, підтримати роботу, підтримати незалежн*, підтримуйте нас, підтримуйте наш*, підтримуйте незалежн*, нас підтримати, нас підтримувати
        станьте патрон*, стань патрон*, стати патрон*, ставайте патрон*, станьте частиною, стань частиною, ставайте частиною, станьте член*, станьте учасни*, станьте підписник*, станьте друг*, ставайте друз*, стати частиною спільноти, стати учасни* спільноти
        долучайтесь до, долучайтеся до, долучайся до, долучіться до, долучитися до спільноти, приєднуйтесь до, приєднуйтеся до, приєднуйся до, приєднайтесь до, приєднайтеся до, приєднатися до спільноти
        зробіть внесок, зробіть свій внесок, зробити внесок, зробіть донат, зробіть пожертв*, зробити пожертв*, задонатьте, задонать, задонатити, надішліть донат, надсилайте донат*, скиньте, донатьте, закиньте
        ваша підтримка, вашої підтримки, вашу підтримку, вашій підтримці, вашою підтримкою, ваш внесок, вашого внеску, ваш донат, вашим донат*, ваших донат*, ваші внески, вашим внескам, ваша допомога, вашої допомоги, ваша пожертва
        читачів як ви, читачі як ви, таких як ви, таким як ви, підтримці читачів, підтримки читачів, підтримку читачів, завдяки читачам, коштом читачів, кошти читачів, внески читачів, донати читачів
        чашки кави, чашка кави, чашку кави, чашці кави, горнятка кави, горнятко кави, на каву, допоможіть нам, допоможи нам, допомагайте нам, допомогти нам, оформіть передплату, оформіть підписку, оформити передплату, передплатіть, передплачуйте, купіть нам, пригостіть нас
        unterstutzen sie, unterstutze unser*, unterstutze uns*, unterstutzt uns*, uns unterstutzen, unsere arbeit unterstutzen, werden sie mitglied, werde mitglied, werden noch heute mitglied, jetzt spenden, ihre spende, deine spende, uber jede spende, mit einer spende, spende via
        soutenez, soutenez nous, faire un don, faites un don, votre don, votre soutien, devenez membre, adherer ou, wesprzyj nas*, wspieraj nas*, wesprzyj redakcj*, przekaz nam, twoje wsparcie, zostan patron*
        """);

    /// <summary>Who asks for himself says so, and nobody else: in German and French one of these is enough where nothing is quoted or reported.</summary>
    public static PhraseList Solicits { get; } = new("""
        jetzt spenden, dauerspender werden, fordermitglied werden, wir uns uber jede spende, unsere arbeit mit einer spende, mit deiner spende, mit ihrer spende, spende via, deine spende auf, uberweisst deine spende
        unterstutzen sie uns, unterstutze uns, unterstutzt uns, unterstutze unsere, unterstutzen sie unsere, unterstutzen sie unabhangigen, unterstutzen sie investigativen, unabhangigkeit braucht geld
        und werden sie mitglied, und werden noch heute mitglied, werde mitglied bei uns, wir finanzieren uns durch spenden
        faire un don, faites un don, soutenez nous, soutenez notre, adherer ou, wesprzyj nas, przekaz nam, haga una donacion, haz una donacion, hazte socio, apoyanos, sostienici, fai una donazione
        """);

    /// <summary>The ones who ask speak of themselves.</summary>
    public static PhraseList Ours { get; } = new("""
        we, our, ours, us, ми, нас, нам, нами, наш, наша, наше, наші, нашу, нашої, нашого, нашому, нашій, наших, нашим, нашою, редакція, редакцію
        wir, uns, unser*, nous, notre, nos, nasz*, nam, nas
        """);

    /// <summary>The one who is asked is the reader.</summary>
    public static PhraseList Yours { get; } = new("""
        you, your, yours, ви, вас, вам, вами, ваш, ваша, ваше, ваші, вашу, вашої, вашого, вашій, ваших, вашим, вашою, ти, твій, твоя, твою
        підтримайте, підтримуйте, станьте, ставайте, долучайтесь, долучайтеся, приєднуйтесь, приєднуйтеся, зробіть, допоможіть, читачі, читачів
        sie, ihre, ihrer, deine, du, vous, votre, twoje
        """);

    /// <summary>What is asked for.</summary>
    public static PhraseList Money { get; } = new("""
        donat*, contribut*, support*, patron*, patreon, paypal, kofi, member*, subscri*, crowdfund*, coffee, as little as, a month, per month, monthly, ad free, ads free, paywall, reader funded, generosity, gift
        донат*, підтрим*, внес*, внесок, пожертв*, патрон*, патреон*, спонсор*, підписк*, передплат*, кави, каву, кава, гривень, на місяць, щомісяч*, спільнот*, платн*, безкоштовн*
        spende*, unterstutz*, mitglied*, abonn*, abos, don, dons, soutien, adherer, wesprzyj, wsparcie, darowizn*
        """);

    /// <summary>A publisher speaks of its own trade: an army or a hospital that asks for help does not.</summary>
    public static PhraseList Trade { get; } = new("""
        reader, readers, journalism, journalist, journalists, reporting, reporters, newsroom, newsrooms, editorial, editors, our stories, our articles, our coverage, our work, this page, this site, this article, our site, our website
        materials like, publication, our newsletter, our podcast, patron, patreon, fact checking, paywall, free press, independent media, independent news, topics we should, advertisers, adverts, ads free, ad free, our magazine, advertisements, advertising
        читач*, журналіст*, редакці*, виданн*, наші тексти, наших текстів, наші матеріали, наших матеріалів, таких матеріалів, матеріалів як, медіа, патрон*, патреон*, ця сторінка, цю сторінку, сайт, сайту, наша робота, нашу роботу, нашої роботи, репортаж*, розслідуван*, реклами, платного доступу
        journalismus, magazin, redaktion, artikel, journalisme, redakcj*, portalu, unabhangigkeit
        """);

    /// <summary>Somebody reports what somebody else said or did: news.</summary>
    public static PhraseList Reports { get; } = new("""
        said, says, told, according to, announced, reported, reports, explained, argued, stated, added, noted, wrote, asked, spokesman, spokeswoman, spokesperson, officials, raised, collected, launched, last week, last month, last year, on monday, on tuesday, on wednesday, on thursday, on friday, on saturday, on sunday
        сказав, сказала, сказали, каже, кажуть, повідомив, повідомила, повідомили, повідомляє, повідомляють, заявив, заявила, розповів, розповіла, розповіли, зазначив, зазначила, пояснив, пояснила, додав, додала, написав, написала, наголосив, наголосила, за словами, за даними, речник, речниця, зібрав, зібрала, зібрали, минулого тижня, минулого року, торік
        sagte, sagt, laut, erklarte, a declare, powiedzial, powiedziala
        """);

    /// <summary>The article itself is about giving: then an appeal must be much clearer to be taken for one.</summary>
    public static PhraseList Subject { get; } = new("""
        donat*, donor*, fundrais*, crowdfund*, charit*, patron*, patreon, member*, subscri*, support*, appeal*, volunteer*, contribut*, coffee, readers, paywall*, newspaper*, newsroom*, journalis*, gift*, relief, aid
        донат*, донор*, збір, збору, зборів, збор*, пожертв*, благодійн*, волонтер*, патрон*, передплат*, підписк*, підписник*, підтрим*, внес*, кав*, читач*, редакці*, газет*, журналіст*, фонд*, допомог*
        """);
}
