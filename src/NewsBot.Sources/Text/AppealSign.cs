using NewsBot.Core.Articles;

namespace NewsBot.Sources.Text;

/// <summary>How much one paragraph sounds like a publisher who asks its readers for support.</summary>
internal sealed class AppealSign
{
    private const int MaxLength = 3000;

    /// <summary>Characters; a longer line is none to press.</summary>
    public const int MaxCallLength = 80;

    private const int MaxCallWords = 8;

    // A button's whole text: with these words alone nobody reports anything.
    private static readonly PhraseList Calls = new("""
        donate, support, contribute, subscribe, become a patron, become a member, join, give
        підтримати, підтримай, підтримайте, підтримую, задонатити, донат, стати патроном, стати патронкою, передплатити, долучитися, приєднатися, зробити внесок
        spenden, jetzt spenden, soutenir, faire un don, wesprzyj
        """);

    private readonly string _text;
    private readonly string[] _words = [];
    private readonly int _asks;
    private readonly int _reports;

    private AppealSign(string text)
    {
        _text = text;
        if (text.Length is 0 or > MaxLength) return;
        _words = [.. Folding.Words(text)];
        _asks = AppealWords.Asks.Count(_words);
        SpeaksOfUs = AppealWords.Ours.Occurs(_words);
        SpeaksToYou = AppealWords.Yours.Occurs(_words);
        SpeaksOfMoney = AppealWords.Money.Occurs(_words);
        SpeaksOfTrade = AppealWords.Trade.Occurs(_words);
        HasQuote = text.AsSpan().IndexOfAny('“', '«', '„') >= 0 || text[0] is '"' or '—' or '–';
        _reports = AppealWords.Reports.Count(_words);
    }

    private bool SpeaksOfUs { get; }
    private bool SpeaksToYou { get; }
    private bool SpeaksOfMoney { get; }
    private bool SpeaksOfTrade { get; }
    private bool HasQuote { get; }
    private bool IsSolicitation => _words.Length > 0 && _reports == 0 && !HasQuote && AppealWords.Solicits.Occurs(_words);

    // Whoever is quoted or reported speaks for himself; a publisher's appeal may still mention what its reporters said.
    private bool IsNews => HasQuote ? _reports > 0 || _asks < 2 : _reports >= _asks;

    /// <summary>It asks, for the publisher's own work: enough on its own at the end of a page.</summary>
    public bool IsAppeal => IsSolicitation || (_asks > 0 && !IsNews && (SpeaksOfTrade ? SpeaksOfUs || (SpeaksToYou && SpeaksOfMoney) : _asks > 1 && SpeaksOfUs && SpeaksToYou && SpeaksOfMoney));

    /// <summary>So plain that it is an appeal even in an article about giving, or in the middle of one about anything else.</summary>
    public bool IsPlainAppeal => _asks > 1 && _reports == 0 && !HasQuote && SpeaksOfTrade && SpeaksOfUs && SpeaksOfMoney;

    /// <summary>A publisher talks to its readers, or of its own needs; between appeals and right above them it belongs to them.</summary>
    public bool IsAddress => _words.Length > 0 && !HasQuote && ((SpeaksOfUs && SpeaksToYou) || (_reports == 0 && (_asks > 0 || (SpeaksOfMoney && (SpeaksOfUs || SpeaksToYou)))));

    /// <summary>A publisher talks of its own trade and of what it costs.</summary>
    public bool IsOwnTalk => !HasQuote && _reports == 0 && SpeaksOfTrade && (_asks > 0 || (SpeaksOfUs && (SpeaksOfMoney || SpeaksToYou)));

    /// <summary>Somebody talks as "we", or to "you".</summary>
    public bool IsTalk => _words.Length > 0 && !HasQuote && (SpeaksOfUs || SpeaksToYou);

    /// <summary>A short line to press: "Become a Patron!", "Підтримати".</summary>
    public bool IsCall => IsShort && (IsWholeCall || (SpeaksOfMoney && AppealWords.Asks.Length(_words, 0) is > 0 and var length && _words.Length - length <= 4));

    /// <summary>What is a line to press when an appeal stands above it: "Join us!".</summary>
    public bool IsCallBelowAppeal => IsCall || (IsShort && AppealWords.Asks.Length(_words, 0) > 0);

    private bool IsShort => _words.Length is > 0 and <= MaxCallWords && _text.Length <= MaxCallLength && _text[^1] is not ('.' or '?' or ':') && !HasQuote;

    private bool IsWholeCall => Calls.Length(_words, 0) is > 0 and var length && (_words.Length == length || (_words.Length == length + 1 && _words[^1] is "now" or "today" or "here" or "us" or "зараз" or "нас"));

    public static AppealSign Of(string text) => new(text);

    /// <summary>True when the text speaks of giving, members or readers as its subject.</summary>
    public static bool IsSubjectOf(string text) => AppealWords.Subject.Occurs([.. Folding.Words(text)]);
}
