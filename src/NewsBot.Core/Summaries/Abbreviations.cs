using System.Collections.Frozen;

namespace NewsBot.Core.Summaries;

/// <summary>
/// Words that carry a full stop of their own, in the languages of the bot. Case tells: "Art. 5" is an article of a law, "art." is the end of a
/// sentence about art.
/// </summary>
internal static class Abbreviations
{
    /// <summary>UTF-16 units; nothing longer is looked up, so that a text of dots alone costs no more than any other.</summary>
    public const int Longest = 10;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeNames = WithCapitals(
        "Mr Mrs Ms Mx Dr Prof Gen Col Lt Maj Sgt Capt Cpl Cmdr Adm Brig Pvt Rep Reps Sen Sens Gov Pres Hon Rev Fr St Ste Mt Messrs Supt Det Insp Asst Atty",
        "vs viz approx e.g i.e cf pp Vol Ch Sec Fig Art Nos",
        "Hr Fr Frl Dipl Ing z.B d.h u.a bzw Nr geb ggf sog Str",
        "Mme Mlle Mgr Sr Sra Srta Dn Dña Ud Uds Núm núm pág",
        "ul pl os woj pow tzw tzn płk ppłk mjr kpt inż św śp gen prof dr mgr red ks hab",
        "ім вул просп пл обл бул пров оз смт м див напр проф доц акад ген полк підполк гр інж т.зв",
        "ул гор стр тов т.н т.е св о");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AnyPlace = Set(
        "No no U.S U.K U.N E.U D.C L.A N.Y a.m p.m A.M P.M Inc Ltd Co Corp LLC Plc Bros Jr Sr Esq Ph.D M.D etc al Ave Blvd Rd Est Dept Univ Assn",
        "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun",
        "usw Mio Mrd Jh Jhd Chr ca EE.UU Cía tys mln mld godz r w zł itp itd",
        "с р рр ст см грн млн млрд тис коп год хв сек т.д т.п т.ін ін н.е кг км га шт руб долл тыс г гг в вв п пп чол им пр ст ч д");

    /// <summary>True when the full stop after the word is the word's own wherever it stands: a name or a number follows.</summary>
    public static bool NeverEnds(ReadOnlySpan<char> word) => word.Length <= Longest && BeforeNames.Contains(word);

    /// <summary>True when the full stop may be the word's, the sentence's, or both; what comes next decides.</summary>
    public static bool MayEnd(ReadOnlySpan<char> word) => word.Length <= Longest && (AnyPlace.Contains(word) || IsLettersWithDots(word) || IsInitial(word));

    public static bool IsInitial(ReadOnlySpan<char> word) => word.Length == 1 && char.IsUpper(word[0]);

    // U.S.A, J.R.R, т.з: every other sign is a full stop.
    private static bool IsLettersWithDots(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || word.Length % 2 == 0) return false;
        for (var i = 0; i < word.Length; i++)
            if (i % 2 == 0 ? !char.IsLetter(word[i]) : word[i] != '.')
                return false;
        return true;
    }

    // A sentence may begin with one: "Проф. Іваненко…".
    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WithCapitals(params string[] lines) =>
        Set([.. lines, .. lines.SelectMany(line => line.Split(' ')).Select(word => char.ToUpperInvariant(word[0]) + word[1..])]);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(params string[] lines) =>
        lines.SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
