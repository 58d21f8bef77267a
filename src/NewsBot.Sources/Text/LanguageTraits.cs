namespace NewsBot.Sources.Text;

/// <summary>What tells a language from its neighbours: small words, letters and spellings that are common in it and rare elsewhere.</summary>
/// <param name="words">Lower case, divided by spaces.</param>
/// <param name="spellings">Letters or runs of letters; "^" before one stands for a word's beginning, "$" behind one for its end.</param>
internal sealed class LanguageTraits(string code, string words, string spellings)
{
    public static readonly char[] WordEnds = [.. " \n\t.,;:!?()[]{}<>«»„“”‘\"'’`/\\|-–—…*_+=%&#@~^0123456789№•·"];

    private static readonly System.Buffers.SearchValues<char> PersianLetters = System.Buffers.SearchValues.Create("پچژگکی");

    public string Code { get; } = code;

    public IReadOnlySet<string> Words { get; } = words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet();

    public IReadOnlyList<string> Spellings { get; } = spellings.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static IReadOnlyList<LanguageTraits> Latin { get; } =
    [
        new("en",
            "the of and to in is that for was with are on by this from have not it be has at you will their which they were an as or but his her he she we i my our your can all there would been who what when if about more into out up so had do does did its than then them these one",
            "^th wh ing$ tion$ sh ough ght ed$ ly$ ness$ ^wh ck oo ee ea"),
        new("de",
            "der die und das den nicht ist mit auf für von dem eine ein sich des auch im zu wir sie wird bei nach aus einen ich als es an er hat dass sind war werden so um nur noch über wie einem einer oder aber vor zur zum bis mehr durch man sein wurde haben kann wenn ihr uns was wo hier da dort wer am diese dieser",
            "sch ß ung$ ä ü ö ich$ cht ei ^ver ^ge en$ lich$ keit$ tz ck ^zu ie ^au"),
        new("fr",
            "les des et est dans une pour qui sur pas du au avec par ce sont le il plus nous vous aux cette ont ses un la de en que se ne sa son mais ou elle je tout être fait comme leur si bien sans même l d s qu n c j m on ces été y était entre où très",
            "eau oi eux$ ^qu ou ai ç é è ê à ù aient$ ment$ tion$ que$ elle$ ette$ ier$ œ ée$"),
        new("es",
            "el los las del una por con para como se su más pero lo al es y fue sus esta muy en ha son un que de la no si ya le o este porque cuando todo sin sobre también hay nos mi yo ser desde está entre era años hasta eso esto ese",
            "ción$ ñ ¿ ¡ ll ^ll ía$ dad$ á í ó ú ado$ ados$ ada$ amos$ ero$ os$ as$ ie ue ^qu ciones$"),
        new("it",
            "il di che la per una del della non con sono gli dei delle nel più anche alla da si ha le come ma un è lo i in al questo dalla nella suo sua ed se ci o dal loro stato essere quando tutti tra degli ai cui l d sulla fu chi mi ti",
            "zione$ zioni$ gli ^gli cch ggi ì ò è à zz ezza$ ità$ etto$ tt ono$ are$ ato$ chi che sci"),
        new("pt",
            "não uma para com os do da em que dos das mais como foi ao pela pelo são um no na por também seu sua ser e o a as se mas à ou é há está isso ele ela eu você nos já tem muito até quando sem entre era nas depois este esta",
            "ção$ ções$ ão$ ã õ ç ê â nh lh ^nh dade$ mente$ ões$ ando$ endo$ eira$ eiro$ á é í ó"),
        new("nl",
            "het een van de en dat niet zijn op te voor met aan ook er maar bij naar om uit wordt ik je deze heeft is in die was worden door over als nog werd of tot dan kan dit hij ze hun we al zo geen meer wat wel moet hebben zich",
            "ij aa ee oo uu oe ui ^ge en$ lijk$ heid$ ^ver ^zij ^het eer oor ^ij tie$ cht"),
        new("pl",
            "nie się na jest że do to jak ale po przez dla od oraz tym był które który z w i przy roku jego tego są ma za a o co czy tak już jej ich tylko może być także bardzo pod ze było więc gdy została został jednak",
            "sz cz rz ł ż ź ś ć ń ą ę ów$ ski$ ego$ dz ie ia owi ach$ ^prz ^wy ^po ość$ ję$ ami$ j"),
        new("cs",
            "je se na že by jsem jsou ale pro jako tak který které byl bude v a i si jeho podle při už co od k z o s do to za ve po jak až nebo také jen ze které být má která byla bylo jsme není než",
            "ě ř ů ý č š ž á í é ou$ ch$ ^př ní$ ost$ ého$ ých$ ým$ ovat$ ^ne mi$ ^po ech$"),
        new("sk",
            "je sa na že by som sú ale pre ako tak ktorý ktoré bol bude v a aj si jeho podľa pri už čo od k z o s do to za vo po až alebo len zo byť má ktorá bola bolo sme nie než však",
            "ľ ĺ ŕ ô ä ý č š ž á í é ť ď ň ou$ ch$ ^pr ého$ ých$ ým$ ovať$ ^ne mi$ ia ie osť$ och$ dz"),
        new("ro",
            "și în de la cu pe care nu este din un o a fi pentru sau mai ce se sunt au fost prin după ale lui cel cea lor dar într să ca al său sa ei el ea am are fie acest această ai era s",
            "ă â î ș ț ţ ş ul$ ului$ ilor$ ea$ ie$ esc$ elor$ ă$ ii$ ^în ţi tii$ ate$ oa ea ează$"),
        new("sv",
            "och att det som är en på av för med den till inte har om ett var han de så vi jag kan men ska från du där när eller vid efter också blir här hon sig mot under mycket alla än ut nu skulle skall hade denna",
            "å ä ö ll sk ^sk ck tt nn ade$ ing$ het$ ar$ or$ igt$ ^för ^och mm arna$ erna$ kt"),
        new("da",
            "og at det som er en på af for med den til ikke har om et var han de så vi jeg kan men skal fra du der hvor når eller ved efter også bliver her hun sig mod under meget alle end ud nu skulle blev havde denne være hvad kun mellem",
            "æ ø å ^af ede$ hed$ ^hv gt$ tion$ else$ lig$ dt sk ^og erne$ ene$ ej ig$ eg"),
        new("nb",
            "og at det som er en på av for med den til ikke har om et var han de så vi jeg kan men skal fra du der hvor når eller ved etter også blir her hun seg mot under mye alle enn ut nå skulle ble hadde denne være hva bare mellom",
            "æ ø å ^av ^etter sjon$ het$ ^hv ig$ else$ lig$ kk ei tt ^sk sk ene$ øy ^nå kt"),
        new("fi",
            "ja on ei että se oli joka mutta kun niin myös hän ovat tai sen olla kuin jos ole hänen vain mitä siitä sekä nyt vielä mukaan jo sitä tämä tämän ne he minä sinä me jälkeen kanssa ollut voi myös joiden",
            "ää yy ii aa uu kk lla$ llä$ ssa$ ssä$ sta$ stä$ nen$ ista$ een$ ien$ aan$ uo yö tt ään$ lle$ ksi$ ^ku ^jo isen$ vat$ ö ä tta$ minen$"),
        new("hu",
            "a az és hogy nem is egy ez azt volt csak de meg mint már ha vagy el még ki fel be le sem azonban ezt lesz kell minden után szerint van lehet nagyon ennek pedig akkor mert ami akik között most itt olyan",
            "ő ű ö ü sz gy ny zs cs á é í ó ú ek$ ok$ nak$ nek$ ban$ ben$ ból$ ság$ ság ség ^meg ^el tt al$ val$ vel$ ly ra$ re$"),
        new("tr",
            "ve bir bu için ile de da olarak olan çok gibi daha en ne o ama kadar sonra var ki ya ise her değil mi oldu olduğu göre kendi şey hem yok ben sen biz iki ilk etti eden diye büyük yeni",
            "ı ş ğ ç ü ö lar$ ler$ dır$ dir$ ları$ leri$ ın$ in$ ^bir mak$ mek$ yor$ yor lı$ li$ nda$ nde$ dan$ den$ ^ol"),
        new("lt",
            "ir yra kad su į iš tai buvo bet ne kaip dėl nuo apie po už tik jau dar jis ji jo jos kurie kuris taip pat prie per arba bus labai bei",
            "ė ų ū ž š č į ą ę as$ is$ us$ os$ ų$ ių$ ai$ iai$ ti$ oje$ uo au ie"),
        new("lv",
            "un ir ka ar no par uz kas bet arī nav pēc vai kā tiek tika lai līdz gan jau tās tā viņš viņa pie bija būs ļoti tikai",
            "ā ē ī ū š ž č ļ ņ ķ ģ s$ ās$ os$ iem$ ām$ ības$ šanas$ ie ai"),
        new("et",
            "ja on ei et see oli kui ka mis aga oma siis ning kes või ta ma seda nii välja veel kuid olid tema poolt pärast ole üle eesti väga juba",
            "õ ä ö ü aa ee ii uu oo ud$ tud$ ste$ le$ st$ ks$ mine$ ga$ se$ sed$ ikku$ kk tt"),
        new("hr",
            "je i u na se da su za od s što ili kao koji koja koje ali nije bio bila biti će kako te iz do po sve samo prema više još nakon bi bez ovo taj tako ima može kod uz već",
            "č ć š ž đ lj nj ije ^ije ima$ ama$ og$ ih$ iti$ ati$ ao$ la$ lo$ ost$ ji$ ^pr ^po"),
    ];

    /// <summary>For short texts that happen to hold no letter of one language alone.</summary>
    public static IReadOnlyList<LanguageTraits> Cyrillic { get; } =
    [
        new("uk", "та що як не на до від за про але ще вже все це він вона вони й є з у в та чи або бо коли де хто ж мене тебе його її нас нам без при над під так тут там треба дуже було був була несу", "ти$ ися$ ться$ ував$ ання$ ення$ ого$ ому$ ою$ ав$ ив$ ли$ ий$ ик ^ви ^при"),
        new("ru", "и что как не на до от за о но еще уже все это он она они с у в или бы когда где кто же меня тебя его ее нас нам без при над под так тут там надо очень было был была мне ты по из для", "ть$ ся$ ться$ ого$ ому$ ая$ ой$ ом$ ание$ ение$ ешь$ ет$ ит$ ит ие$ ии$ ет ^вы ^пре ство$"),
        new("bg", "и е на да се за не от в с по като че са са си си това ще бе беше които който която или но до при след има му той тя те те го ги му още само", "та$ то$ те$ ът$ ят$ ия$ ъ ки$ ва$ ите$ ата$ ието$ ска$ ане$ ен$ ъл ър"),
    ];

    /// <summary>The language of a script that only one of ours is written in.</summary>
    public static string? OfScript(Script script, string text) => script switch
    {
        Script.Greek => "el",
        Script.Hebrew => "he",
        // Persian has four letters that Arabic lacks, and writes its k and y with signs of their own.
        Script.Arabic => text.AsSpan().ContainsAny(PersianLetters) ? "fa" : "ar",
        Script.Devanagari => "hi",
        Script.Georgian => "ka",
        Script.Armenian => "hy",
        Script.Thai => "th",
        Script.Korean => "ko",
        Script.Japanese => "ja",
        Script.Chinese => "zh",
        _ => null,
    };
}
