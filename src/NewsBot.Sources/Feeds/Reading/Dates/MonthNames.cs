using System.Collections.Frozen;
using NewsBot.Sources.Text;

namespace NewsBot.Sources.Feeds.Reading.Dates;

/// <summary>Months by name. English, Ukrainian and Russian come from the dates of articles; here are the languages that feeds' dates come in beside them.</summary>
internal static class MonthNames
{
    // Beginnings that tell the months of a language apart; accents are left out before looking.
    private static readonly string[] Languages =
    [
        "ιαν φεβ μαρ απρ μαι ιουν ιουλ αυγ σεπ οκτ νοε δεκ",
        "jan feb mar apr maj jun jul aug szept okt nov dec",
        "jan feb marz apr mai juni juli aug sep okt nov dez",
        "janv fev mars avr mai juin juil aout sept oct nov dec",
        "ene feb mar abr may jun jul ago sep oct nov dic",
        "gen feb mar apr mag giu lug ago set ott nov dic",
        "jan fev mar abr mai jun jul ago set out nov dez",
        "jan feb maa apr mei jun jul aug sep okt nov dec",
        "sty lut mar kwi maj cze lip sie wrz paz lis gru",
        "oca sub mar nis may haz tem agu eyl eki kas ara",
    ];

    private static readonly FrozenDictionary<string, int> Stems = Languages
        .SelectMany(language => language.Split(' ').Select((stem, month) => (stem, month: month + 1)))
        .DistinctBy(it => it.stem)
        .ToFrozenDictionary(it => it.stem, it => it.month);

    public static int? Find(string word)
    {
        var plain = word.Trim('.').ToLowerInvariant();
        if (DateWords.Month(plain) is { } known) return known;
        var bare = string.Concat(plain.Normalize(System.Text.NormalizationForm.FormD).Where(letter => char.IsLetter(letter)));
        if (bare.Length < 3) return null;
        for (var length = Math.Min(bare.Length, 5); length >= 3; length--)
            if (Stems.TryGetValue(bare[..length], out var month)) return month;
        return null;
    }
}
