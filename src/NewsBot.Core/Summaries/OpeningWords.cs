using System.Collections.Frozen;

namespace NewsBot.Core.Summaries;

/// <summary>
/// Small words that are written with a capital only because a sentence begins: after "p.m." they say that it ended, and they are no names.
/// </summary>
internal static class OpeningWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = new[]
    {
        "The A An In On At It It's He She They We I You But And Or This That These Those There His Her Their Its Our My Your After Before When While As For If",
        "However Meanwhile According Some Many Most Then So With From By To Now Here What Why How Who Where Which Not Yes One Another Both Since Although Though",
        "During Despite Under Also Still Yet Other Others Several Such Even Just Only All Each Every Because Until Once More Instead Later Earlier",
        "Він Вона Воно Вони Це Ця Цей Ці Ті Той Та У В На З Із Зі За До Після Перед Під Про Але А І Й Також Тоді Потім Якщо Коли Проте Однак Водночас Раніше",
        "Зараз Тепер Тут Там Як Що Хто Де Так Ні Не Ми Я Ви Його Її Їх Їхній Тож Тому Адже Крім Для Через Від При Серед Між Нагадаємо Втім Натомість",
        "Он Она Оно Они Это Этот Эта Эти С По Но И Также Тогда Если Когда Однако Как Что Так Не Мы Вы Его Её Их После До Из От Для При Об О",
        "Der Die Das Ein Eine Er Sie Es Wir Ich Im Am An Auf Bei Mit Nach Vor Zu Und Aber Doch Auch Dies Diese Dieser Für Von Als Wenn Wie Den Dem Zum Zur",
        "Le Les Un Une Il Elle Ils Elles Ce Cet Cette Ces Dans En Au Aux Sur Avec Pour Par Mais Et Selon Après Avant Depuis Nous Je On",
        "El Una Con Por Para Pero Y Según Tras Se Su Sus Esto Esta Este Lo Al También Cuando Desde Entre Sin",
        "We Ze Od Dla Jak Jest To Ten Ta Te Ale Oraz Jednak Ona Ono Oni Nie Tak Gdy Kiedy Według Podczas Po Przed Przez Jego Jej Ich W Z",
    }.SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);
}
