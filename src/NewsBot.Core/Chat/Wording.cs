using System.Globalization;

namespace NewsBot.Core.Chat;

/// <summary>
/// Fills in what a phrase leaves open, as one language does it. "{0:article|articles}" chooses among forms by the whole number {0}; a catalogue gives as many forms as its
/// language has, in the order of Unicode's plural rules (CLDR, cardinals): one|other in English, German, French and Spanish, one|few|many in Ukrainian and Polish.
/// </summary>
internal sealed class Wording : IFormatProvider, ICustomFormatter
{
    private static readonly Wording?[] Made = new Wording?[Languages.All.Count];

    private readonly Language language;
    private readonly CultureInfo culture;

    private Wording(Language language) => (this.language, culture) = (language, Culture.Of(language));

    public static Wording Of(Language language) => Made[(int)language] ??= new(language);

    /// <summary>How many forms a noun has behind a number.</summary>
    public static int Forms(Language language) => language is Language.Ukrainian or Language.Polish ? 3 : 2;

    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : culture.GetFormat(formatType);

    public string Format(string? format, object? arg, IFormatProvider? formatProvider) =>
        format is not null && format.Contains('|', StringComparison.Ordinal) && arg is not null ? Chosen(format.Split('|'), Convert.ToInt64(arg, CultureInfo.InvariantCulture))
        : arg is IFormattable formattable ? formattable.ToString(format, culture)
        : arg?.ToString() ?? "";

    private string Chosen(string[] forms, long number) => forms[Math.Min(Form(Math.Abs(number)), forms.Length - 1)];

    private int Form(long number) => language switch
    {
        Language.French => number < 2 ? 0 : 1,
        Language.Ukrainian when number % 10 == 1 && number % 100 != 11 => 0,
        Language.Ukrainian or Language.Polish when number != 1 => number % 10 is >= 2 and <= 4 && number % 100 is not (>= 12 and <= 14) ? 1 : 2,
        _ => number == 1 ? 0 : 1,
    };
}
