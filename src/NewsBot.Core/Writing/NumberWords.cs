using System.Collections.Frozen;

namespace NewsBot.Core.Writing;

/// <summary>
/// Numbers that are written as words, folded, in the languages that the bot speaks. "One" is left out: in most of them it is an article as well. Inflected
/// ones are known by how they begin.
/// </summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, decimal> Whole = Read(
        (0.5m, "half halves hälfte halbe halb moitié demi demie mitad medio media połowa połowy pół"),
        (2, "two twice double doubled doubles both second zwei zweite zweiten doppelt deux deuxième double dos segundo segunda doble dwa dwie dwóch drugi druga drugie"),
        (3, "three third triple tripled drei dritte dritten trois troisième tres tercer tercera trzy trzech trzeci trzecia"),
        (4, "four fourth quarter vier vierte quatre cuatro cuarto cztery czterech"),
        (5, "five fifth fünf fünfte cinq cinco quinto pięć pięciu"),
        (6, "six sixth sechs sechste seis sexto sześć sześciu"),
        (7, "seven seventh sieben siebte sept siete siedem siedmiu"),
        (8, "eight eighth acht achte huit ocho osiem ośmiu"),
        (9, "nine ninth neun neunte neuf nueve dziewięć dziewięciu"),
        (10, "ten tenth zehn zehnte dix diez dziesięć dziesięciu"),
        (11, "eleven elf onze once jedenaście"),
        (12, "twelve dozen dozens zwölf dutzend dutzende douze douzaine doce docena dwanaście tuzin"),
        (13, "thirteen dreizehn treize trece trzynaście"),
        (14, "fourteen vierzehn quatorze catorce czternaście"),
        (15, "fifteen fünfzehn quinze quince piętnaście"),
        (16, "sixteen sechzehn seize dieciséis szesnaście"),
        (17, "seventeen siebzehn diecisiete siedemnaście"),
        (18, "eighteen achtzehn dieciocho osiemnaście"),
        (19, "nineteen neunzehn diecinueve dziewiętnaście"),
        (20, "twenty zwanzig vingt veinte dwadzieścia dwudziestu"),
        (30, "thirty dreißig trente treinta trzydzieści"),
        (40, "forty vierzig quarante cuarenta czterdzieści"),
        (50, "fifty fünfzig cinquante cincuenta pięćdziesiąt"),
        (60, "sixty sechzig soixante sesenta sześćdziesiąt"),
        (70, "seventy siebzig setenta siedemdziesiąt"),
        (80, "eighty achtzig ochenta osiemdziesiąt"),
        (90, "ninety neunzig noventa dziewięćdziesiąt"),
        (100, "hundred hundreds hundert hunderte cent cents centaines cien ciento cientos sto setki"),
        (1_000, "thousand thousands tausend tausende mille milliers mil miles tysiąc tysiące tysięcy"),
        (1_000_000, "million millions mln millionen millón millones milion miliony milionów"),
        (1_000_000_000, "billion billions bn milliarde milliarden milliard milliards miliard miliardy miliardów"));

    // Longest beginnings first: fifteen begins as five does.
    private static readonly (string Beginning, decimal Value)[] Ukrainian =
    [
        ("мільярд", 1_000_000_000), ("мільйон", 1_000_000), ("млрд", 1_000_000_000), ("млн", 1_000_000), ("тисяч", 1_000), ("десятк", 10), ("дюжин", 12),
        ("одинадцят", 11), ("дванадцят", 12), ("тринадцят", 13), ("чотирнадцят", 14), ("п'ятнадцят", 15), ("пятнадцят", 15), ("шістнадцят", 16), ("сімнадцят", 17), ("вісімнадцят", 18), ("дев'ятнадцят", 19), ("девятнадцят", 19),
        ("двадцят", 20), ("тридцят", 30), ("сорок", 40), ("п'ятдесят", 50), ("пятдесят", 50), ("шістдесят", 60), ("сімдесят", 70), ("вісімдесят", 80), ("дев'яност", 90), ("девяност", 90), ("сотн", 100),
        ("двічі", 2), ("вдвічі", 2), ("удвічі", 2), ("подво", 2), ("двоє", 2), ("двох", 2), ("двом", 2), ("друг", 2), ("втричі", 3), ("утричі", 3), ("тричі", 3), ("троє", 3), ("трьо", 3), ("трет", 3), ("четвер", 4), ("чотир", 4), ("чверт", 4),
        ("п'ят", 5), ("пять", 5), ("пяти", 5), ("шіст", 6), ("шест", 6), ("семеро", 7), ("сьом", 7), ("восьм", 8), ("вісім", 8), ("дев'ят", 9), ("девят", 9), ("десят", 10), ("половин", 0.5m), ("півтор", 1.5m),
    ];

    private static readonly FrozenDictionary<string, decimal> UkrainianWhole = Read((2, "два дві"), (3, "три"), (7, "сім"), (100, "сто"), (200, "двісті"), (300, "триста"));

    // Words that begin like a number and are none.
    private static readonly FrozenSet<string> Others = Words("другом друга другові друже друзі друзів друзям друзями друкован пятниця пятниці пятницю п'ятниця п'ятниці п'ятницю шестерн четверг четверга").ToFrozenSet(StringComparer.Ordinal);

    /// <param name="word">Folded, see <see cref="Articles.Folding"/>.</param>
    public static decimal? Value(string word)
    {
        if (Whole.TryGetValue(word, out var whole) || UkrainianWhole.TryGetValue(word, out whole)) return whole;
        if (word[0] is < '\u0400' or > '\u04FF' || Others.Contains(word) || word.StartsWith("друк", StringComparison.Ordinal) || word.StartsWith("друж", StringComparison.Ordinal)) return null;
        foreach (var (beginning, value) in Ukrainian)
            if (word.StartsWith(beginning, StringComparison.Ordinal))
                return value;
        return null;
    }

    private static FrozenDictionary<string, decimal> Read(params (decimal Value, string Words)[] rows) =>
        rows.SelectMany(row => Words(row.Words).Select(word => (Word: word, row.Value))).DistinctBy(row => row.Word).ToFrozenDictionary(row => row.Word, row => row.Value, StringComparer.Ordinal);

    private static IEnumerable<string> Words(string text) => Articles.Folding.Words(text);
}
