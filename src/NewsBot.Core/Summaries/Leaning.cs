using System.Collections.Frozen;

namespace NewsBot.Core.Summaries;

/// <summary>Tells whether a sentence can be understood without the one before it: "He added…", "But…", "This…" cannot.</summary>
internal static class Leaning
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Openings = Set(
        "He She They It It's He's She's They're That's Here's His Her Hers Their Theirs Its Him Them This That These Those Such But And Or So Yet Nor However Also Moreover Furthermore Instead",
        "Nevertheless Nonetheless Therefore Thus Hence Besides Otherwise Still Then Afterwards Afterward Later Meanwhile Similarly Likewise Both Neither Either Another Others Here Consequently",
        "Additionally Alternatively Finally Indeed Again",
        "Він Вона Воно Вони Це Цей Ця Ці Той Та Ті Те Його Її Їх Їхній Їхня Їхні Йому Їй Їм Але Проте Однак Також Тоді Тому Отже А І Й Або Тож Адже Втім Натомість Водночас Потім Там Тут Так Такий Така Такі Згодом",
        "Он Она Оно Они Это Этот Эта Эти Тот Его Её Ее Их Ему Ей Им Но Однако Также Тогда Поэтому И Или Затем Потом Там Тут Так Такой Такая Такие Позже",
        "Er Sie Es Sein Seine Ihr Ihre Dies Diese Dieser Dieses Das Aber Und Doch Jedoch Auch Dann Danach Deshalb Daher Dort Damit Trotzdem Außerdem Zudem",
        "Il Elle Ils Elles Ce Cet Cette Ces Cela Son Sa Ses Leur Leurs Mais Et Or Donc Ensuite Puis Aussi Cependant Toutefois Pourtant",
        "Él Ella Ellos Ellas Esto Este Esta Estos Estas Eso Esa Ese Pero Y Sin También Además Entonces Después Luego Aunque Su Sus",
        "Ona Ono Oni One Jego Jej Ich Ten Ta Te Ale Jednak Także Też Wtedy Potem Dlatego Więc Tam Tu Takie Taki Taka");

    // They stand for somebody whom only an earlier sentence names, unless this one names somebody too.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Persons = Set(
        "he she they him them his her their he's she's they're", "він вона вони його її йому їй їм їх", "он она они его её ее ему ей им их", "er sie", "il elle ils elles", "él ella ellos ellas", "on ona oni");

    // "This week" points at the calendar, not at a sentence.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Times = Set(
        "week month year weekend season summer winter spring autumn fall morning afternoon evening time century decade", "Woche Jahr Monat", "semaine mois année", "semana mes año");

    // "The second", "the latter": of what was counted before.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Counted = Set("second third fourth other others latter former same two three four pair rest");

    public static bool IsLeaning(string sentence)
    {
        var rest = sentence.AsSpan().TrimStart("\"“„«‘'([—–-•¿¡ ");
        var first = FirstWord(rest);
        var second = FirstWord(rest[first.Length..].TrimStart());
        return (Openings.Contains(first) && !Times.Contains(second)) || (first is "The" && Counted.Contains(second)) || SpeaksOfSomebodyUnnamed(rest);
    }

    private static bool SpeaksOfSomebodyUnnamed(ReadOnlySpan<char> sentence)
    {
        var isFirst = true;
        var isSomebodyMeant = false;
        foreach (var part in sentence.Split(' '))
        {
            var word = sentence[part].Trim("\"“”„«»‘’'()[],.;:!?…—–-");
            if (word.IsEmpty) continue;
            if (char.IsUpper(word[0]) && word.Length > 1 && !(isFirst && OpeningWords.Contains(word))) return false;
            isSomebodyMeant |= Persons.Contains(word);
            isFirst = false;
        }
        return isSomebodyMeant;
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] is '\'' or '’')) end++;
        return text[..end];
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(params string[] lines) =>
        lines.SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
