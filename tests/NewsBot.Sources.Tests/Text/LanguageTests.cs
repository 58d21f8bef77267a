using System.Text.Json;
using NewsBot.Sources.Text;

namespace NewsBot.Sources.Tests.Text;

public sealed class LanguageTests
{
    private static readonly LanguageGuesser Languages = new();

    [Theory]
    [InlineData("en", "The ferry takes cars across the river again, and nobody has to drive around the marshes any more.")]
    [InlineData("uk", "Пором знову перевозить автівки через річку, і нікому більше не треба об'їжджати болота.")]
    [InlineData("uk", "Учора ввечері пором знову перевозив автомобілі через річку та стояв до ранку.")]
    [InlineData("ru", "Паром снова перевозит машины через реку, и больше никому не нужно объезжать болота.")]
    [InlineData("be", "Паром зноў перавозіць аўтамабілі праз раку, і больш нікому не трэба аб'язджаць балоты.")]
    [InlineData("bg", "Фериботът отново превозва коли през реката и вече никой не трябва да заобикаля блатата.")]
    [InlineData("sr", "Скела поново вози аутомобиле преко реке, па више нико не мора да обилази мочваре; људи су срећни.")]
    [InlineData("pl", "Prom znowu przewozi samochody przez rzekę i nikt już nie musi objeżdżać bagien.")]
    [InlineData("de", "Die Fähre bringt wieder Autos über den Fluss, und niemand muss mehr um die Sümpfe fahren.")]
    [InlineData("fr", "Le bac transporte de nouveau des voitures sur le fleuve, et plus personne ne doit contourner les marais.")]
    [InlineData("es", "El transbordador lleva otra vez coches al otro lado del río, y ya nadie tiene que rodear los pantanos.")]
    [InlineData("it", "Il traghetto porta di nuovo le auto oltre il fiume, e nessuno deve più girare intorno alle paludi.")]
    [InlineData("pt", "A balsa voltou a levar carros para o outro lado do rio, e ninguém mais precisa contornar os pântanos.")]
    [InlineData("ro", "Bacul trece din nou mașini peste râu și nimeni nu mai trebuie să ocolească mlaștinile.")]
    [InlineData("cs", "Přívoz opět převáží auta přes řeku a nikdo už nemusí objíždět bažiny.")]
    [InlineData("tr", "Feribot yeniden nehrin karşısına araba taşıyor ve artık kimsenin bataklıkların çevresinden dolaşması gerekmiyor.")]
    [InlineData("lt", "Keltas vėl kelia automobilius per upę ir niekam nebereikia važiuoti aplink pelkes.")]
    [InlineData("el", "Το φέρι μεταφέρει ξανά αυτοκίνητα στην άλλη όχθη του ποταμού.")]
    [InlineData("ja", "フェリーはふたたび川の向こうへ車を運び、だれも沼地を回らなくてよくなった。")]
    [InlineData("zh", "渡轮又开始把汽车运过河，谁也不用再绕过沼泽了。")]
    public void A_sentence_is_enough_to_tell_a_language(string language, string text) => Assert.Equal(language, Languages.Guess(text));

    [Theory]
    [InlineData("")]
    [InlineData("Yes")]
    [InlineData("Київ, Львів")]
    [InlineData("12345 67890 12345 67890 12345")]
    [InlineData("Qwzx vbnm plkj hgfd qwzx vbnm plkj")]
    public void Too_little_to_tell_gives_no_answer(string text) => Assert.Null(Languages.Guess(text));

    [Fact]
    public void A_foreign_name_does_not_change_a_story_s_language() =>
        Assert.Equal("uk", Languages.Guess("Компанія Global Shipping Partners Limited підтвердила, що її судно вийшло з порту в неділю вранці."));

    [Fact]
    public void Fewer_than_two_sentences_of_a_hundred_are_taken_for_another_language()
    {
        var rows = File.ReadLines(SharedFolder.Path("data", "language", "lingua.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(row => row.GetProperty("kind").GetString() == "sentences")
            .Select(row => (Right: row.GetProperty("lang").GetString(), Guess: Languages.Guess(row.GetProperty("text").GetString()!))).ToList();
        Assert.InRange(rows.Count(row => row.Guess is not null && row.Guess != row.Right), 0, rows.Count * 2 / 100);
        Assert.InRange(rows.Count(row => row.Guess == row.Right), rows.Count * 86 / 100, rows.Count);
    }
}
