using System.Text;
using NewsBot.Sources.Folder;

namespace NewsBot.Sources.Tests.Folder;

public sealed class EncodingTests
{
    private const string English = "Ferry returns to the river\n\nThe captain’s crew said “good morning” to eleven passengers – and to a goat.\n\nA café on the quay sold naïve paintings for 5 € each.\n";
    private const string Ukrainian = "Пором повернувся на річку\n\nКапітан привітав одинадцятьох пасажирів і козу — «доброго ранку».\n\nНа пристані ґазда їв паляницю з’їденою наполовину.\n";
    private const string Russian = "Паром вернулся на реку\n\nКапитан поздоровался с одиннадцатью пассажирами и козой — «доброе утро».\n\nНа пристани объявили, что рейсы будут по средам.\n";
    private const string Belarusian = "Паром вярнуўся на раку\n\nКапітан прывітаў адзінаццаць пасажыраў і казу — «добрай раніцы».\n";
    private const string French = "Le bac revient sur le fleuve\n\nLe capitaine a salué onze passagers et une chèvre, très tôt, près du château où l’été s’achève.\n";
    private const string German = "Fähre kehrt zurück\n\nDer Kapitän begrüßte elf Fahrgäste und eine Ziege – „guten Morgen“ – für die Überfahrt.\n";

    private const string Polish = "Prom wraca na rzekę\n\nKapitan powitał jedenaścioro pasażerów i kozę słowami „dzień dobry”. Później ktoś zgłosił, że łódź płynęła zbyt wolno.\n";

    static EncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, string> OneByteTexts => new()
    {
        { "windows-1251", Ukrainian }, { "windows-1251", Russian }, { "windows-1251", Belarusian }, { "windows-1251", "Пором повернувся\n\nВін привіз козу." }, { "windows-1251", "Київ, 8 вересня" }, { "windows-1251", "Її подвір’я" },
        { "windows-1252", English }, { "windows-1252", French }, { "windows-1252", German }, { "windows-1252", "The crew’s goat\n\nIt was “fine”." }, { "windows-1252", "Café\n\nÀ bientôt." }, { "windows-1252", "Condições da estação." }, { "windows-1252", "The mayor’s ‘secret’ – a “gift”…" },
        { "windows-1250", Polish }, { "koi8-u", WithoutSigns(Ukrainian) }, { "koi8-r", WithoutSigns(Russian) },
    };

    public static TheoryData<string> Texts => [English, Ukrainian, Russian, French, "A", "日本のニュース\n\n今日は川の渡し船が戻りました。\n"];

    // KOI8 has letters only.
    private static string WithoutSigns(string text) => string.Concat(text.Where(letter => letter < 127 || char.IsLetter(letter)));

    [Theory]
    [MemberData(nameof(Texts))]
    public void Unicode_is_read_with_and_without_a_mark(string text)
    {
        foreach (var encoding in (Encoding[])[new UTF8Encoding(), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true), new UTF32Encoding(false, true)])
            Assert.Equal(text, TextDecoding.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]));
        Assert.Equal(text, TextDecoding.Decode(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(text, TextDecoding.Decode([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]));
    }

    [Theory]
    [InlineData(English)]
    [InlineData(Ukrainian)]
    [InlineData(Russian)]
    [InlineData(French)]
    [InlineData("日本のニュース\n\n今日は川の渡し船が戻りました。\n\n山羊も一緒でした。\n")]
    public void UTF_16_without_a_mark_is_known_by_its_zeros(string text)
    {
        Assert.Equal(text, TextDecoding.Decode(Encoding.Unicode.GetBytes(text)));
        Assert.Equal(text, TextDecoding.Decode(Encoding.BigEndianUnicode.GetBytes(text)));
    }

    [Theory]
    [MemberData(nameof(OneByteTexts))]
    public void A_one_byte_text_is_read_by_the_letters_it_holds(string encoding, string text) =>
        Assert.Equal(text, TextDecoding.Decode(Encoding.GetEncoding(encoding).GetBytes(text)));

    [Theory]
    [InlineData("a\r\nb")]
    [InlineData("a\rb")]
    [InlineData("a\u2028b")]
    [InlineData("a\u2029b")]
    [InlineData("a\u0085b")]
    [InlineData("a\nb")]
    public void Every_line_end_is_the_same(string text) => Assert.Equal("a\nb", TextDecoding.Decode(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Lone_returns_and_both_together_keep_their_number_of_lines() =>
        Assert.Equal("a\n\nb\n\nc\n\nd", TextDecoding.Decode("a\r\n\r\nb\r\rc\n\rd"u8));

    [Fact]
    public void One_broken_letter_does_not_spoil_a_UTF_8_text()
    {
        var bytes = Encoding.UTF8.GetBytes(Ukrainian);
        var text = TextDecoding.Decode(bytes.AsSpan(0, bytes.Length - 2));
        Assert.StartsWith("Пором повернувся на річку", text, StringComparison.Ordinal);
        bytes[1] = (byte)'?';
        Assert.EndsWith("наполовину.\n", TextDecoding.Decode(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Valid_UTF_8_is_UTF_8_however_short() => Assert.Equal("Ні", TextDecoding.Decode(Encoding.UTF8.GetBytes("Ні")));

    [Fact]
    public void A_mark_of_UTF_8_within_the_text_is_kept_out_of_the_title() =>
        Assert.Equal("Title", TextDecoding.Decode([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, .. "Title"u8]));

    [Fact]
    public void Control_characters_make_a_file_no_text() => Assert.Null(TextDecoding.Decode([1, 2, 3, 4, 5, 6, 7, 14, 15, 16]));

    [Fact]
    public void A_zero_makes_a_file_no_text() => Assert.Null(TextDecoding.Decode("A title\n\nand a\0 zero in the text."u8));

    [Fact]
    public void Whatever_the_bytes_are_they_are_read_or_refused()
    {
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var bytes = new byte[random.Next(0, 200)];
            random.NextBytes(bytes);
            if (TextDecoding.Decode(bytes) is { } text) Assert.DoesNotContain('\r', text);
        }
    }
}
